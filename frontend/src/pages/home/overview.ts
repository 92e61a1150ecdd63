import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { CodingOverviewLabels as L } from '../../api/constraints';
import { explain } from '../../api/problem';
import { session } from '../../api/session';
import { num } from '../../core/format';
import { t } from '../../core/i18n';
import { links } from '../../core/links';
import { type IconName, icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { firstSteps } from './first-steps';

/** How much was coded; what to do first, when nothing was. */
@customElement('tb-overview')
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
  private figure(name: IconName, label: string, value: number | undefined, to: string, tone: string): TemplateResult {
    return html`<a class="card figure ${tone}" href=${to}><span class="figure-icon">${icon(name)}</span>
      <span><span class="figure-label">${t(label)}</span><b class="num">${value === undefined ? '–' : num(value)}</b></span></a>`;
  }
  override render() {
    const n = this.counts;
    const isNew = n?.products === 0 && session.may('product.write');
    return html`${this.failure ? html`<div class="alert error" role="alert">${icon('error')}<div>${this.failure}</div><button class="btn" type="button" @click=${this.read}>${t('重试')}</button></div>` : ''}
      ${isNew ? firstSteps() : ''}
      <div class="figures">
        ${this.figure('qrcode', L.products, n?.products, links.products, 'blue')}
        ${this.figure('tags', L.batches, n?.batches, links.batches(), 'teal')}
        ${this.figure('barcode', L.units, n?.units, links.units(), 'violet')}
        ${this.figure('close', L.voided_units, n?.voided_units, `${links.units()}?state=voided`, 'grey')}
      </div>`;
  }
}
