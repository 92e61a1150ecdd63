import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { t } from '../base/i18n';
import { icon } from './icons';
import { uid } from './light';
import { filterOptions, type Option, step } from './option';
import { Popup } from './popup';

/** Several of a list: ticked in the pop-up, shown as tags, Backspace takes the last away. Fires `change`. */
@customElement('pm-multi-select')
export class MultiSelect extends Popup {
  @property({ attribute: false }) options: readonly Option<string>[] = [];
  @property({ attribute: false }) value: readonly string[] = [];
  @property() placeholder = '';
  @property({ attribute: 'input-id' }) inputId = uid('multi');
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @property() label = '';
  @state() private query = '';
  @state() private at = 0;

  protected override matchesWidth(): boolean {
    return true;
  }
  private get shown(): readonly Option[] {
    return filterOptions(this.options, this.query);
  }
  protected override closed(): void {
    this.query = '';
  }
  private set(value: readonly string[]): void {
    this.value = value;
    this.query = '';
    this.dispatchEvent(new CustomEvent('change', { detail: [...value], bubbles: true }));
  }
  private toggle(code: string): void {
    const has = this.value.includes(code);
    this.set(has ? this.value.filter((v) => v !== code) : [...this.value, code]);
    this.querySelector('input')?.focus();
  }
  private key(e: KeyboardEvent): void {
    if (this.escape(e) || e.isComposing) return;
    const last = this.value.at(-1);
    if (e.key === 'Backspace' && !this.query && last !== undefined) this.toggle(last);
    else if (e.key === 'Tab') this.hide();
    else if (!this.isOpen && ['ArrowDown', 'ArrowUp', 'Enter'].includes(e.key)) {
      e.preventDefault();
      void this.show();
    } else if (this.isOpen) this.keyInList(e);
  }
  private keyInList(e: KeyboardEvent): void {
    const to = e.key === 'Home' || e.key === 'End' ? undefined : step(e.key, this.at, this.shown.length);
    const picks = e.key === 'Enter' || (e.key === ' ' && !this.query);
    if (to === undefined && !picks) return;
    e.preventDefault();
    if (to !== undefined) {
      this.at = to;
      void this.updateComplete.then(() => this.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' }));
      return;
    }
    const o = this.shown[this.at];
    if (o) this.toggle(String(o.value));
  }
  private tag(code: string): TemplateResult {
    const label = this.options.find((o) => o.value === code)?.label ?? code;
    return html`<span class="tag chosen">${label}<button type="button" tabindex="-1" aria-label=${t('移除{label}', { label })}
      @click=${(e: Event) => {
        e.stopPropagation();
        this.toggle(code);
      }}>${icon('close')}</button></span>`;
  }
  private list(): TemplateResult {
    const id = this.inputId;
    const option = (o: Option, i: number) => {
      const on = this.value.includes(String(o.value));
      return html`<div class="option ${i === this.at ? 'active' : ''}" role="option" id="${id}-${i}" aria-selected=${on}
        @pointermove=${() => (this.at = i)} @click=${() => this.toggle(String(o.value))}>
        <span class="ellipsis" title=${o.label}>${o.label}</span>${on ? icon('check') : nothing}</div>`;
    };
    return html`<div class="pop">
      <div class="options" id="${id}-list" role="listbox" aria-multiselectable="true" aria-label=${this.label || t('选项')}>
        ${this.shown.map(option)}
      </div>
      ${this.shown.length ? nothing : html`<div class="options-empty" role="status">${t('暂无匹配项')}</div>`}
    </div>`;
  }
  override render() {
    const id = this.inputId;
    return html`<div class="field-box many ${this.isOpen ? 'open' : ''} ${this.invalid ? 'invalid' : ''}" @click=${() => {
      this.querySelector('input')?.focus();
      void this.show();
    }}>
        <span class="tags">${this.value.map((code) => this.tag(code))}
          <input class="value" id=${id} role="combobox" autocomplete="off" aria-autocomplete="list" aria-haspopup="listbox"
            aria-expanded=${this.isOpen} aria-controls=${this.isOpen ? `${id}-list` : nothing} aria-invalid=${this.invalid}
            aria-label=${this.label || nothing} aria-describedby=${this.describedBy || nothing}
            aria-activedescendant=${this.isOpen && this.shown[this.at] ? `${id}-${this.at}` : nothing}
            placeholder=${this.value.length ? '' : this.placeholder || t('请选择')} .value=${live(this.query)}
            @input=${(e: Event) => {
              e.stopPropagation();
              this.query = (e.target as HTMLInputElement).value;
              this.at = 0;
              void this.show();
            }} @keydown=${this.key} @change=${(e: Event) => e.stopPropagation()} />
        </span>
        <span class="affix">${icon('down')}</span>
      </div>
      ${this.isOpen ? this.list() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-multi-select': MultiSelect;
  }
}
