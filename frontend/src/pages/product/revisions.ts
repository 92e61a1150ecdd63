import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { mark } from '../../kit/record/facts';
import { fieldNames, recordCards } from '../../parts/product/record-facts';
import { openDrawer } from '../../ui/dialog';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';
import './versions.css';

async function openRevision(product: string, revision: number): Promise<void> {
  try {
    const params = { path: { id: product, revision } };
    const v = await unwrap(api.GET('/api/v1/products/{id}/revisions/{revision}', { params }));
    await openDrawer({
      title: t('第 {n} 版', { n: v.revision }),
      width: 860,
      footer: false,
      body: () =>
        html`<p class="muted revision-note">${t('自 {time} 起', { time: dateTime(v.made_at) })}${
          v.changed_fields.length ? t('，变更：{fields}', { fields: fieldNames(v.changed_fields) }) : ''
        }</p>${recordCards(v)}`,
    });
  } catch (e) {
    message.failure(e);
  }
}

/** How many versions are read at once; the rest on demand. */
const PAGE = 20;

/** What a maker said of a product at which time (F173): each revision can be read, with what it changed marked. */
@customElement('pm-product-revisions')
export class ProductRevisions extends Light {
  @property() product = '';
  /** The revision that holds now; another one is a reason to read again. */
  @property({ type: Number }) current = 0;
  @state() private found: S<'RevisionItem'>[] = [];
  @state() private total = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('product') || changed.has('current')) void this.read(1);
  }
  private async read(page: number): Promise<void> {
    const params = { path: { id: this.product }, query: { page, page_size: PAGE } };
    const none = { items: [], total: this.total };
    const { items, total } = await unwrap(api.GET('/api/v1/products/{id}/revisions', { params })).catch(() => none);
    this.found = page === 1 ? items : [...this.found, ...items];
    this.total = total;
  }
  override render() {
    const row = (v: S<'RevisionItem'>) => html`<li data-revision=${v.revision}>
      <button type="button" class="btn link" @click=${() => void openRevision(this.product, v.revision)}>${t('第 {n} 版', { n: v.revision })}</button>
      ${v.revision === this.current ? mark(t('当前'), 'success') : nothing}<small class="muted num">${dateTime(v.made_at)}</small>
      ${v.changed_fields.length ? html`<p>${fieldNames(v.changed_fields)}</p>` : nothing}
      ${v.reason ? html`<p class="muted">${v.reason}</p>` : nothing}</li>`;
    return html`<section class="card flat"><header class="card-head"><h2>${t('版本')}</h2></header>
      <div class="card-body"><ul class="version-list">${this.found.map(row)}</ul>
        ${this.found.length < this.total ? html`<button class="btn link" type="button" @click=${() => void this.read(this.found.length / PAGE + 1)}>${t('加载更多')}</button>` : nothing}</div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-product-revisions': ProductRevisions;
  }
}
