import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { CodeScansLabels as L } from '../../api/constraints';
import { session } from '../../api/session';
import { dateTime, num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import './code.css';

/** How often one code was scanned, and where the single scans are listed; nothing for those who may not know. */
@customElement('pm-code-scans')
export class CodeScans extends Light {
  @property() product = '';
  @property({ attribute: false }) batchNo: string | undefined;
  @property({ attribute: false }) serial: string | undefined;
  @state() private found: S<'CodeScans'> | null = null;

  override firstUpdated(): void {
    if (session.may('scan.read')) void this.read();
  }
  private async read(): Promise<void> {
    const params = { path: { id: this.product }, query: { batch_no: this.batchNo, serial: this.serial } };
    // The list of scans says what is wrong; here it is only a convenience.
    this.found = await unwrap(api.GET('/api/v1/products/{id}/scans', { params })).catch(() => null);
  }
  override render() {
    const s = this.found;
    if (!s) return nothing;
    const fact = (label: string, value: unknown) => html`<div><dt>${t(label)}</dt><dd class="num">${value}</dd></div>`;
    return html`<dl class="summary code-scans">
      ${fact(L.scans, html`<b data-count="scans">${num(s.scans)}</b>`)}
      ${s.first_scanned_at ? fact(L.first_scanned_at, dateTime(s.first_scanned_at)) : nothing}
      ${s.last_scanned_at ? fact(L.last_scanned_at, dateTime(s.last_scanned_at)) : nothing}
    </dl>
    ${s.scans ? html`<a href=${links.scans({ product_id: this.product, code: this.serial ?? this.batchNo })}>${t('扫码记录')}${icon('right')}</a>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-code-scans': CodeScans;
  }
}
