import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain } from '../../api/problem';
import { t } from '../../base/i18n';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { fetchCode } from './which';
import './code.css';

/** The picture of a code. */
@customElement('pm-code-image')
export class CodeImage extends Light {
  @property() product = '';
  @property() batchNo?: string;
  @property() serial?: string;
  @property() label = '';
  @state() private url = '';
  @state() private failure = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (['product', 'batchNo', 'serial'].some((name) => changed.has(name as keyof CodeImage)) && this.product)
      void this.load();
  }
  private async load(): Promise<void> {
    try {
      const { product, batchNo, serial } = this;
      const { blob } = await fetchCode({ product, batchNo, serial }, { format: 'svg', size: 400 });
      this.drop();
      this.url = URL.createObjectURL(blob);
    } catch (e) {
      this.failure = explain(e);
    }
  }
  private drop(): void {
    if (this.url) URL.revokeObjectURL(this.url);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.drop();
  }
  override render() {
    if (this.failure) return html`<div class="code-image muted">${this.failure}</div>`;
    return html`<div class="code-image">${this.url ? html`<img src=${this.url} alt=${this.label || t('二维码')} />` : icon('loading', true)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-code-image': CodeImage;
  }
}
