import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { nameOf } from '../../api/enums';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';

/** Says where codes are given out that the codes of this product are not valid yet; nothing when they are. */
@customElement('pm-inactive-note')
export class InactiveNote extends Light {
  @property({ attribute: false }) product: unknown;
  @state() private found: S<'ProductView'> | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('product')) return;
    this.found = null;
    if (typeof this.product === 'string' && this.product) void this.read(this.product);
  }
  private async read(id: string): Promise<void> {
    // What the codes are asked for with says what is wrong; here it is only a warning.
    const found = await unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } } })).catch(() => null);
    if (this.product === id) this.found = found;
  }
  override render() {
    const p = this.found;
    if (!p || p.state === 'activated' || p.state === 'voided') return nothing;
    return html`<div class="alert warning" role="status">${icon('warning')}<div class="alert-text">${t(
      '该产品状态为“{state}”，尚未激活：现在赋出和下载的码扫码显示“该码未激活”。请先激活再印制。',
      { state: nameOf('ProductState', p.state) },
    )}</div><div class="btns"><a class="btn" href=${links.product(p.id)}>${t('查看产品')}</a></div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-inactive-note': InactiveNote;
  }
}
