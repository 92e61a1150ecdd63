import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { FeedbackStatisticsLabels as L } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { explain } from '../../api/problem';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import type { ListHandle } from '../../kit/list/describe';
import { icon } from '../../ui/icons';
import { Light, uid } from '../../ui/light';
import { duration } from './duration';
import './feedback.css';

type Statistics = S<'FeedbackStatistics'>;

/** What consumers write about most, and how soon they are answered (F179); read again with the list it stands above. */
@customElement('pm-feedback-statistics')
export class FeedbackStatistics extends Light {
  @property({ attribute: false }) list!: ListHandle;
  @state() private found: Statistics | null = null;
  @state() private failure = '';
  @state() private isOpen = false;
  private ids = uid('feedback-statistics');

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  override willUpdate(changed: PropertyValues<this>): void {
    // The list makes a new handle each time it is drawn, as after a reply.
    if (changed.has('list') && this.hasUpdated) this.later();
  }
  private timer = 0;
  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.read(), 300);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }
  private read = async (): Promise<void> => {
    try {
      this.found = await unwrap(api.GET('/api/v1/feedback/statistics'));
      this.failure = '';
    } catch (e) {
      this.failure = explain(e);
    }
  };
  private bars(title: string, rows: { name: unknown; count: number }[], look = ''): TemplateResult {
    const most = Math.max(1, ...rows.map((r) => r.count));
    return html`<section><h3>${title}</h3><ul class="rows-of-bars ${look}">${rows.map(
      (r) => html`<li><span class="ellipsis" title=${typeof r.name === 'string' ? r.name : nothing}>${r.name}</span>
        <span class="track" aria-hidden="true"><i style="width:${(r.count / most) * 100}%"></i></span><b class="num">${num(r.count)}</b></li>`,
    )}</ul></section>`;
  }
  private days(s: Statistics): TemplateResult {
    const most = Math.max(1, ...s.by_day.map((d) => d.count));
    const sum = s.by_day.reduce((n, d) => n + d.count, 0);
    const first = s.by_day[0]?.day.slice(5) ?? '';
    const last = s.by_day.at(-1)?.day.slice(5) ?? '';
    return html`<section class="days"><h3>${t(L.by_day)}<span class="muted">${t('共 {n} 条', { n: num(sum) })}</span></h3>
      <ol class="columns" aria-label=${t(L.by_day)}>${s.by_day.map(
        (d) =>
          html`<li title="${d.day} · ${d.count}"><span class="sr">${d.day} ${d.count}</span><i style="height:${(d.count / most) * 100}%" class=${d.count ? '' : 'none'}></i></li>`,
      )}</ol><p class="num muted"><span>${first}</span><span>${last}</span></p></section>`;
  }
  private details(s: Statistics): TemplateResult {
    const kinds = s.by_kind.map((k) => ({ name: nameOf('FeedbackKind', k.kind), count: k.count }));
    const products = s.by_product.map((p) => ({
      name: html`<a href=${links.product(p.product_id)}>${p.product_name}</a>`,
      count: p.count,
    }));
    return html`<div class="feedback-charts" id=${this.ids}>${this.days(s)}${this.bars(t(L.by_kind), kinds)}${
      products.length ? this.bars(t(L.by_product), products, 'names') : nothing
    }</div>`;
  }
  override render() {
    const s = this.found;
    if (this.failure)
      return html`<div class="alert error" role="alert">${icon('error')}<div class="alert-text">${this.failure}</div>
        <button class="btn" type="button" @click=${this.read}>${t('重试')}</button></div>`;
    if (!s?.total) return nothing;
    const count = (label: string, value: string, key: string) =>
      html`<div><dt>${label}</dt><dd class="num" data-count=${key}>${value}</dd></div>`;
    const waited = s.median_reply_seconds;
    return html`<div class="feedback-statistics"><div class="feedback-counts"><dl class="counts">
        ${count(t(L.total), num(s.total), 'total')}
        ${s.by_state.map((x) => count(nameOf('FeedbackState', x.state), num(x.count), x.state))}
        ${count(t(L.median_reply_seconds), waited === null || waited === undefined ? '–' : duration(waited), 'median')}
        </dl><button type="button" class="btn link" aria-expanded=${this.isOpen} aria-controls=${this.ids} @click=${() => (this.isOpen = !this.isOpen)}>
          ${this.isOpen ? t('收起统计') : t('展开统计')}${icon(this.isOpen ? 'up' : 'down')}</button>
      </div>${this.isOpen ? this.details(s) : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-feedback-statistics': FeedbackStatistics;
  }
}
