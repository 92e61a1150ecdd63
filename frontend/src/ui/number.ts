import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { t } from '../base/i18n';
import { Light, uid } from './light';

/** The number a text stands for; NaN when it is none. Full-width digits and thousands separators are read. */
export function parseNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return undefined;
  return /^-?\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A whole number. Fires `change` with {value, commit} and keeps what is being typed apart from what it stands for. */
@customElement('pm-number')
export class NumberField extends Light {
  @property({ attribute: false }) value: number | undefined;
  @property() placeholder = '';
  @property({ attribute: 'input-id' }) inputId = uid('number');
  @property() label = '';
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @state() private typed = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && !Object.is(parseNumber(this.typed), this.value ?? undefined))
      this.typed =
        this.value === undefined || this.value === null || Number.isNaN(this.value) ? '' : String(this.value);
  }
  private put(text: string, commit: boolean): void {
    const value = parseNumber(text);
    this.value = value;
    this.typed = commit && value !== undefined && !Number.isNaN(value) ? String(value) : text;
    this.dispatchEvent(new CustomEvent('change', { detail: { value, commit }, bubbles: true }));
  }
  override render() {
    return html`<input id=${this.inputId} class="input num" inputmode="numeric" autocomplete="off" aria-label=${this.label || nothing}
      aria-invalid=${this.invalid} aria-describedby=${this.describedBy || nothing} placeholder=${this.placeholder || t('请输入')}
      .value=${live(this.typed)}
      @input=${(e: Event) => {
        e.stopPropagation();
        this.put((e.target as HTMLInputElement).value, false);
      }}
      @change=${(e: Event) => {
        e.stopPropagation();
        this.put((e.target as HTMLInputElement).value, true);
      }} />`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-number': NumberField;
  }
}
