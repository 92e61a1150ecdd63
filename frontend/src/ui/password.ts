import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { t } from '../base/i18n';
import { icon } from './icons';
import { Light, uid } from './light';

/** A password that can be looked at. Fires `edit` while typing and `leave` when done. */
@customElement('pm-password')
export class Password extends Light {
  @property() value = '';
  @property({ attribute: 'input-id' }) inputId = uid('password');
  @property() autocomplete: 'current-password' | 'new-password' = 'new-password';
  @property() placeholder = '';
  @property({ type: Boolean }) invalid = false;
  @property({ type: Boolean }) large = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @state() private isShown = false;

  private tell(name: 'edit' | 'leave', e: Event): void {
    this.value = (e.target as HTMLInputElement).value;
    this.dispatchEvent(new CustomEvent(name, { detail: this.value }));
  }
  override render() {
    return html`<div class="field-box ${this.large ? 'large' : ''} ${this.invalid ? 'invalid' : ''}">
      ${this.large ? html`<span class="affix">${icon('lock')}</span>` : nothing}
      <input id=${this.inputId} type=${this.isShown ? 'text' : 'password'} autocomplete=${this.autocomplete} placeholder=${this.placeholder}
        aria-invalid=${this.invalid} aria-describedby=${this.describedBy || nothing} .value=${live(this.value)}
        @input=${(e: Event) => this.tell('edit', e)} @blur=${(e: Event) => this.tell('leave', e)} />
      <button type="button" class="tool" aria-label=${t('显示密码')} aria-pressed=${this.isShown} @click=${() => (this.isShown = !this.isShown)}>
        ${icon(this.isShown ? 'eye' : 'eyeOff')}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-password': Password;
  }
}
