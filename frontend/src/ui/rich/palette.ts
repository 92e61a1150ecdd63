import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../../base/i18n';
import { step } from '../option';
import { Popup } from '../popup';
import { COLOURS, MARKERS } from './contract';
import { keepSelection } from './toolbar';

const names = (): Record<string, string> => ({
  'c-red': t('红色'),
  'c-orange': t('橙色'),
  'c-green': t('绿色'),
  'c-blue': t('蓝色'),
  'c-purple': t('紫色'),
  'c-grey': t('灰色'),
  'm-red': t('红色底'),
  'm-yellow': t('黄色底'),
  'm-green': t('绿色底'),
  'm-blue': t('蓝色底'),
});

/** The colours of text and of what is behind it. Fires `choose` with {mark, of}; `of` is null for none. */
@customElement('pm-rich-palette')
export class RichPalette extends Popup {
  @property() colour = '';
  @property() marker = '';

  protected override anchor(): Element | null {
    return this.querySelector('button');
  }
  protected override opened(): void {
    this.querySelector<HTMLElement>('.pop button')?.focus();
  }
  private key(e: KeyboardEvent): void {
    if (this.escape(e)) {
      this.querySelector<HTMLElement>('button')?.focus();
      return;
    }
    const all = [...this.querySelectorAll<HTMLElement>('.pop button')];
    const arrow = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }[e.key] ?? e.key;
    const to = step(arrow, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (to === undefined) return;
    e.preventDefault();
    e.stopPropagation();
    all[to]?.focus();
  }
  private choose(mark: 'colour' | 'marker', of: string | null): void {
    this.hide();
    this.dispatchEvent(new CustomEvent('choose', { detail: { mark, of }, bubbles: true }));
  }
  private group(mark: 'colour' | 'marker', title: string, list: readonly string[], now: string): TemplateResult {
    return html`<div class="rich-swatches" role="group" aria-label=${title}><span>${title}</span>
      <button type="button" class="rich-swatch" aria-pressed=${!now} @mousedown=${keepSelection} @click=${() => this.choose(mark, null)}>${t('默认')}</button>
      ${list.map(
        (
          of,
        ) => html`<button type="button" class="rich-swatch" title=${names()[of] ?? ''} aria-label=${names()[of] ?? ''} aria-pressed=${of === now}
          @mousedown=${keepSelection} @click=${() => this.choose(mark, of)}><span class=${of}>${t('文')}</span></button>`,
      )}</div>`;
  }
  override render() {
    return html`<button type="button" class="tool" aria-haspopup="true" aria-expanded=${this.isOpen} title=${t('颜色')} aria-label=${t('颜色')}
        @mousedown=${keepSelection} @click=${() => (this.isOpen ? this.hide() : void this.show())}><b class="rich-letter rich-content"><span class="${this.colour || 'plain'}">A</span></b></button>
      ${
        this.isOpen
          ? html`<div class="pop rich-palette rich-content" @keydown=${this.key}>
              ${this.group('colour', t('文字颜色'), COLOURS, this.colour)}${this.group('marker', t('底色'), MARKERS, this.marker)}</div>`
          : ''
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-rich-palette': RichPalette;
  }
}
