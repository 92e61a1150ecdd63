import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { ProductSummaryLabels as L } from '../../api/constraints';
import { explain } from '../../api/problem';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { icon } from '../../ui/icons';
import { Light, uid } from '../../ui/light';

/** 品类信息: what was issued for a product; folds, and is read again on demand (F088, F101). */
@customElement('pm-product-summary')
export class ProductSummary extends Light {
  @property() product = '';
  @state() private summary: S<'ProductSummary'> | null = null;
  @state() private failure = '';
  @state() private isBusy = false;
  @state() private isOpen = true;
  private ids = uid('summary');

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('product')) {
      this.summary = null;
      void this.refresh();
    }
  }
  refresh = async (): Promise<void> => {
    const id = this.product;
    if (!id) return;
    this.isBusy = true;
    this.failure = '';
    try {
      const found = await unwrap(api.GET('/api/v1/products/{id}/summary', { params: { path: { id } } }));
      if (id === this.product) this.summary = found;
    } catch (e) {
      this.failure = explain(e);
    } finally {
      this.isBusy = false;
    }
  };
  private body() {
    const s = this.summary;
    if (this.failure) return html`<p class="muted">${this.failure}</p>`;
    if (!s) return html`<p class="muted">${this.product ? t('加载中…') : t('选择产品后显示')}</p>`;
    const fact = (label: string, value: unknown) => html`<div><dt>${t(label)}</dt><dd>${value ?? '–'}</dd></div>`;
    return html`<dl class="summary">
      ${fact(L.trace_code, html`<span class="num">${s.trace_code}</span>`)}${fact(L.name, s.name)}${fact(L.model, s.model)}
      ${fact(L.brand_name, s.brand_name)}
      ${fact(L.batches, html`<b class="num" data-count="batches">${num(s.batches)}</b>`)}
      ${fact(L.units, html`<b class="num" data-count="units">${num(s.units)}</b>`)}
    </dl>`;
  }
  override render() {
    return html`<section class="card flat">
      <header class="card-head"><h2>${t('品类信息')}</h2><span class="extra">
        <button type="button" class="btn link" ?disabled=${!this.product} @click=${this.refresh}>${icon('reload', this.isBusy)}${t('刷新')}</button>
        <button type="button" class="btn link" aria-expanded=${this.isOpen} aria-controls=${this.ids} @click=${() => (this.isOpen = !this.isOpen)}>
          ${this.isOpen ? t('收起') : t('展开')}${icon(this.isOpen ? 'up' : 'down')}</button>
      </span></header>
      <div class="card-body" id=${this.ids} ?hidden=${!this.isOpen}>${this.body()}</div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-product-summary': ProductSummary;
  }
}
