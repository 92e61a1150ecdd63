import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { nameOf } from '../../api/enums';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { fieldNames } from '../../parts/product/record-facts';
import { Light } from '../../ui/light';
import '../../parts/timeline.css';

type Event = S<'EventView'>;
/** How many are shown before one asks for all. */
const FEW = 8;

function detailOf(e: Event): string {
  const changed = e.detail && 'changed_fields' in e.detail ? e.detail.changed_fields : undefined;
  const run = e.first_serial
    ? e.first_serial === e.last_serial
      ? e.first_serial
      : `${e.first_serial}–${e.last_serial}`
    : '';
  return [run, changed?.length ? fieldNames(changed) : '', e.reason].filter(Boolean).join('，');
}

/** What was done to a product and its codes, by whom, newest first (F172). */
@customElement('pm-product-events')
export class ProductEvents extends Light {
  @property() product = '';
  /** Reads again when it changes. */
  @property() stamp = '';
  @state() private found: Event[] = [];
  @state() private isWhole = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('product') || changed.has('stamp')) void this.read();
  }
  private async read(): Promise<void> {
    const params = { path: { id: this.product } };
    this.found = await unwrap(api.GET('/api/v1/products/{id}/events', { params })).catch(() => []);
  }
  override render() {
    const shown = this.isWhole ? this.found : this.found.slice(0, FEW);
    const row = (e: Event) => {
      const detail = detailOf(e);
      return html`<li class=${e.kind}><b>${nameOf('EventKind', e.kind)}</b><small class="muted"><span class="num">${dateTime(e.made_at)}</span> ${e.made_by ?? ''}</small>
        ${detail ? html`<p>${detail}</p>` : nothing}</li>`;
    };
    const more = html`<button type="button" class="btn link" @click=${() => (this.isWhole = true)}>${t('显示全部 {n} 条', { n: this.found.length })}</button>`;
    return html`<section class="card flat"><header class="card-head"><h2>${t('操作记录')}</h2></header>
      <div class="card-body"><ol class="timeline">${shown.map(row)}</ol>${shown.length < this.found.length ? more : nothing}</div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-product-events': ProductEvents;
  }
}
