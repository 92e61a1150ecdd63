import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { contrast, parseHex, READABLE, readable } from '../base/colour';
import { t } from '../base/i18n';
import { icon } from './icons';
import { Light, uid } from './light';

/** White text can be read on every one of them. */
export const PRESETS: readonly string[] = [
  '#1668dc',
  '#1554ad',
  '#006d75',
  '#027965',
  '#237804',
  '#8c5a2b',
  '#ad4e00',
  '#b3161f',
  '#c41d7f',
  '#6b2fb3',
  '#1d39c4',
  '#434343',
];

/** A colour: out of a few, by its digits, or picked. Fires `change` with #rrggbb, undefined when it was cleared. */
@customElement('pm-colour')
export class Colour extends Light {
  @property({ attribute: false }) value: string | null | undefined;
  @property() label = '';
  @property({ attribute: 'input-id' }) inputId = uid('colour');
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  /** What is in the box while it is no colour yet. */
  @state() private typed = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && parseHex(this.typed) !== (this.value ?? undefined)) this.typed = this.value ?? '';
  }
  private put(text: string): void {
    this.typed = text;
    const hex = parseHex(text);
    // What is no colour yet is handed on as it is, for the form to say so.
    this.value = hex ?? (text.trim() || undefined);
    this.dispatchEvent(new CustomEvent('change', { detail: this.value, bubbles: true }));
  }
  private warning(hex: string) {
    const ratio = contrast(hex, '#ffffff');
    if (ratio >= READABLE) return nothing;
    return html`<div class="colour-warning" role="status">${icon('warning')}<span>${t(
      '白色文字在此颜色上不易看清（对比度 {n}，应不低于 4.5）',
      { n: ratio.toFixed(1) },
    )}</span>
      <button type="button" class="btn link" @click=${() => this.put(readable(hex))}>${t('改用较深的同色')}</button></div>`;
  }
  override render() {
    const hex = parseHex(this.value ?? '');
    const quiet = (e: Event): void => e.stopPropagation();
    return html`<div class="colour">
        <span class="colour-well" style="--colour:${hex ?? 'transparent'}"><input type="color" aria-label=${t('取色')} title=${t('取色')}
          .value=${live(hex ?? '#ffffff')} @input=${(e: Event) => {
            quiet(e);
            this.put((e.target as HTMLInputElement).value);
          }} @change=${quiet} /></span>
        <input id=${this.inputId} class="input num" autocomplete="off" spellcheck="false" placeholder="#1668dc"
          aria-label=${this.label || nothing} aria-invalid=${this.invalid} aria-describedby=${this.describedBy || nothing} .value=${live(this.typed)}
          @input=${(e: Event) => {
            quiet(e);
            this.put((e.target as HTMLInputElement).value);
          }} @change=${(e: Event) => {
            quiet(e);
            this.typed = this.value ?? '';
          }} />
        <span class="colour-presets" role="group" aria-label=${t('常用颜色')}>${PRESETS.map(
          (
            preset,
          ) => html`<button type="button" style="--colour:${preset}" aria-label=${preset} title=${preset} aria-pressed=${preset === hex}
            @click=${() => this.put(preset)}>${preset === hex ? icon('check') : nothing}</button>`,
        )}</span>
      </div>${hex ? this.warning(hex) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-colour': Colour;
  }
}
