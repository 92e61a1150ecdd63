import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Day, isDay, readDay } from '../base/calendar';
import { today } from '../base/format';
import { t } from '../base/i18n';
import './calendar';
import type { Calendar } from './calendar';
import { icon } from './icons';
import { uid } from './light';
import { Popup } from './popup';

/** What the two date controls share: a text field with a calendar below. */
export abstract class DateControl extends Popup {
  @property({ attribute: 'input-id' }) inputId = uid('date');
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @property() label = '';
  @property() min = '';
  @property() max = '';

  protected key(e: KeyboardEvent): void {
    if (this.escape(e)) {
      this.querySelector<HTMLElement>(`#${this.inputId}`)?.focus();
    } else if (e.key === 'ArrowDown' && e.target instanceof HTMLInputElement) {
      e.preventDefault();
      void this.show().then(() => this.querySelector<Calendar>('pm-calendar')?.focusDay());
    } else if (e.key === 'Tab' && e.target instanceof HTMLInputElement && !e.shiftKey) this.hide();
  }
  protected clearer(clear: () => void): TemplateResult {
    return html`<button class="clear" type="button" tabindex="-1" aria-label=${t('清除')} @click=${(e: Event) => {
      e.stopPropagation();
      clear();
    }}>${icon('error')}</button>`;
  }
}

/** One day. Fires `change` with 2026-11-20, what was typed and is no day, or undefined. */
@customElement('pm-date')
export class DateField extends DateControl {
  @property() value = '';
  @property() placeholder = '';

  private set(value: Day | string | undefined): void {
    this.value = value ?? '';
    this.hide();
    this.dispatchEvent(new CustomEvent('change', { detail: value, bubbles: true }));
  }
  private typed(e: Event): void {
    e.stopPropagation();
    const input = e.target as HTMLInputElement;
    const day = readDay(input.value);
    // What is no day is handed on as it is, for the form to say so.
    this.set(day ?? (input.value.trim() || undefined));
  }
  override render() {
    const isAllowed = (!this.max || today() <= this.max) && (!this.min || today() >= this.min);
    return html`<div class="field-box ${this.isOpen ? 'open' : ''} ${this.value ? 'has-value' : ''} ${this.invalid ? 'invalid' : ''}"
        @click=${() => void this.show()} @keydown=${this.key}>
        <input id=${this.inputId} class="num" autocomplete="off" placeholder=${this.placeholder || t('请选择日期')}
          aria-label=${this.label || nothing} aria-haspopup="dialog" aria-expanded=${this.isOpen} role="combobox"
          aria-controls=${this.isOpen ? `${this.inputId}-pop` : nothing}
          aria-invalid=${this.invalid} aria-describedby=${this.describedBy || nothing} .value=${this.value} @change=${this.typed} />
        ${this.value ? this.clearer(() => this.set(undefined)) : nothing}
        <span class="affix">${icon('calendar')}</span>
      </div>
      ${
        this.isOpen
          ? html`<div class="pop calendar-pop" id="${this.inputId}-pop" role="dialog" aria-label=${t('选择日期')} @keydown=${this.key}>
            <pm-calendar .chosen=${isDay(this.value) ? [this.value] : []} min=${this.min} max=${this.max}
              @pick=${(e: CustomEvent<Day>) => {
                this.set(e.detail);
                this.querySelector('input')?.focus();
              }}></pm-calendar>
            ${isAllowed ? html`<button type="button" class="btn link" @click=${() => this.set(today())}>${t('今天')}</button>` : nothing}
          </div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-date': DateField;
  }
}
