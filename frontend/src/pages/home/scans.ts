import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { ScanOverviewLabels as L } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { explain } from '../../api/problem';
import { ago, num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { mark } from '../../kit/record/facts';
import { verdictTones } from '../../parts/tones';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { empty } from '../../ui/result';

const MANY = 5;

/** How often codes are scanned, and the newest scans. */
@customElement('pm-home-scans')
export class HomeScans extends Light {
  @state() private counts: S<'ScanOverview'> | null = null;
  @state() private scans: readonly S<'ScanItem'>[] = [];
  @state() private failure = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  private read = async (): Promise<void> => {
    try {
      const [counts, newest] = await Promise.all([
        unwrap(api.GET('/api/v1/scan-overview')),
        unwrap(api.GET('/api/v1/scans', { params: { query: { page_size: MANY } } })),
      ]);
      this.counts = counts;
      this.scans = newest.items;
      this.failure = '';
    } catch (e) {
      this.failure = explain(e);
    }
  };
  private item(s: S<'ScanItem'>): TemplateResult {
    return html`<li><span class="ellipsis" title=${`${s.product_name} ${s.code}`}><a href=${links.product(s.product_id)}>${s.product_name}</a> <span class="num muted">${s.code}</span></span>
      ${mark(nameOf('Verdict', s.verdict), verdictTones[s.verdict])}
      <span class="recent-place ellipsis">${s.region ?? t('地区未知')}</span><small class="muted num">${ago(s.scanned_at)}</small></li>`;
  }
  private body(): unknown {
    const n = this.counts;
    if (this.failure)
      return empty(this.failure, html`<button class="btn" type="button" @click=${this.read}>${t('重试')}</button>`);
    const count = (key: keyof typeof L) =>
      html`<div><dt>${t(L[key])}</dt><dd class="num" data-count=${key}>${n ? num(n[key]) : '–'}</dd></div>`;
    const list = this.scans.length
      ? html`<ul class="recent">${this.scans.map((s) => this.item(s))}</ul>`
      : empty(t('还没有扫码记录，消费者扫码后显示在这里'));
    return html`<dl class="counts">${count('today')}${count('last_seven_days')}${count('total')}</dl>${n ? list : nothing}`;
  }
  override render() {
    return html`<section class="card"><header class="card-head"><h2>${t('扫码')}</h2>
      <span class="extra"><span class="muted wide-only">${t('次数不含未赋码的码')}</span><a href=${links.scans()}>${t('全部记录')}${icon('right')}</a></span></header>${this.body()}</section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-home-scans': HomeScans;
  }
}
