import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { CodingOverviewLabels as L } from '../../api/constraints';
import { explain } from '../../api/problem';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { figures } from './figures';
import './first-steps';

/** How much was coded; what to do first, when nothing was. */
@customElement('pm-overview')
export class Overview extends Light {
  @state() private counts: S<'CodingOverview'> | null = null;
  @state() private failure = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  private read = async (): Promise<void> => {
    try {
      this.counts = await unwrap(api.GET('/api/v1/coding-overview'));
      this.failure = '';
    } catch (e) {
      this.failure = explain(e);
    }
  };
  override render() {
    const n = this.counts;
    return html`${this.failure ? html`<div class="alert error" role="alert">${icon('error')}<div>${this.failure}</div><button class="btn" type="button" @click=${this.read}>${t('重试')}</button></div>` : ''}
      ${n && session.may('product.write') ? html`<pm-first-steps .counts=${n}></pm-first-steps>` : ''}
      ${figures([
        { icon: 'qrcode', label: L.products, value: n?.products, to: links.products, tone: 'blue' },
        { icon: 'tags', label: L.batches, value: n?.batches, to: links.batches(), tone: 'teal' },
        { icon: 'barcode', label: L.units, value: n?.units, to: links.units(), tone: 'violet' },
        {
          icon: 'close',
          label: L.voided_units,
          value: n?.voided_units,
          to: links.units({ state: 'voided' }),
          tone: 'grey',
        },
      ])}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-overview': Overview;
  }
}
