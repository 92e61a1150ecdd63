import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { S } from '../api/client';
import { BatchViewLabels, enums, UpdateBatch } from '../api/constraints';
import { nameOf } from '../api/enums';
import { explain } from '../api/problem';
import { dateTime, num } from '../base/format';
import { t } from '../base/i18n';
import { links } from '../base/links';
import { icon } from '../ui/icons';
import { Light } from '../ui/light';
import './timeline.css';

type Event = S<'EventView'>;
type Detail = S<'EventDetail'>;

const labels: Record<string, string> = {
  ...BatchViewLabels,
  ...Object.fromEntries(Object.entries(UpdateBatch).map(([name, rule]) => [name, rule.label])),
};

/** A value of a history as a reader knows it. */
function shown(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('未填写');
  if (field === 'report_file_ids') return t('{n} 份', { n: num(Number(value)) });
  if (field === 'quantity_kind') return nameOf('QuantityKind', String(value) as S<'QuantityKind'>);
  if (field === 'report_kind') return nameOf('ReportKind', String(value) as S<'ReportKind'>);
  if (typeof value === 'boolean') return value ? t('公开') : t('不公开');
  return typeof value === 'number' ? num(value) : String(value);
}

/** What changed, each with what it was and what it is. */
const changes = (all: Record<string, S<'Change'>> | undefined): TemplateResult =>
  html`<ul class="changes">${Object.entries(all ?? {}).map(
    ([field, { from, to }]) =>
      html`<li><span class="muted">${t(labels[field] ?? field)}</span> <span class="was">${shown(field, from)}</span> ${icon('to')} <b>${shown(field, to)}</b></li>`,
  )}</ul>`;

const run = (of: { first_serial?: string | null; last_serial?: string | null }): string =>
  of.first_serial === of.last_serial ? (of.first_serial ?? '') : `${of.first_serial} – ${of.last_serial}`;

function content(of: S<'EventContent'>): TemplateResult {
  const which = of.first_serial ? run(of) : of.batch_no ? t('批次 {no}', { no: of.batch_no }) : '';
  return html`<li>${of.product_name} <span class="num">${which}</span> × <b class="num">${num(of.quantity ?? 0)}</b></li>`;
}

/** What became true by an event, as far as it needs words. */
function told(detail: Detail): unknown {
  switch (detail.type) {
    case 'batch_saved':
    case 'unit_association':
      return changes(detail.changes);
    case 'units_moved':
      return html`<p><span class="muted">${t('移到批次')}</span> <b class="num">${detail.batch_no}</b></p>`;
    case 'ex_factory':
      return Object.keys(detail.changes ?? {}).length
        ? changes(detail.changes)
        : html`<p><span class="muted">${t(labels.ex_factory_on ?? '')}</span> <b class="num">${detail.ex_factory_on}</b></p>`;
    case 'pack': {
      const { product_id, product_name, serial } = detail.pack;
      return html`<p>${t('组合')} <a href=${links.unit({ product_id, serial })}>${product_name} <span class="num">${serial}</span></a></p>`;
    }
    case 'pack_contents':
      return html`<ul class="changes">${(detail.contents ?? []).map(content)}</ul>`;
    case 'recall_advice':
      return html`<p><span class="muted">${t('处理建议')}</span> ${detail.advice}</p>`;
    default:
      return nothing;
  }
}

/** The name of what was done; one name for all that a newer program does. */
const kindName = (kind: string): string => (kind in enums.EventKind ? nameOf('EventKind', kind) : t('其他操作'));

/** What was done to a code, newest first; read again whenever `load` is another one. */
@customElement('pm-events')
export class History extends Light {
  @property({ attribute: false }) load!: () => Promise<Event[]>;
  @state() private events: Event[] | null = null;
  @state() private failure = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('load')) void this.refresh();
  }
  private refresh = async (): Promise<void> => {
    const { load } = this;
    this.failure = '';
    try {
      const found = await load();
      if (load === this.load) this.events = found;
    } catch (e) {
      this.failure = explain(e);
    }
  };
  private event(e: Event): TemplateResult {
    return html`<li><div class="step-head"><b>${kindName(e.kind)}</b><span class="muted">${e.made_by ?? ''}</span><time class="num muted">${dateTime(e.made_at)}</time></div>
      ${e.first_serial ? html`<p class="num muted">${run(e)}</p>` : nothing}
      ${e.reason ? html`<p><span class="muted">${t('原因')}</span> ${e.reason}</p>` : nothing}
      ${e.detail ? told(e.detail) : nothing}
      ${e.is_unreadable ? html`<p class="muted">${t('部分内容暂时无法读取')}</p>` : nothing}</li>`;
  }
  private body(): TemplateResult {
    if (this.failure)
      return html`<p class="muted">${this.failure} <button class="btn link" type="button" @click=${this.refresh}>${t('重试')}</button></p>`;
    if (!this.events) return html`<p class="muted" role="status">${t('加载中…')}</p>`;
    if (!this.events.length) return html`<p class="muted">${t('还没有操作记录')}</p>`;
    return html`<ol class="timeline">${this.events.map((e) => this.event(e))}</ol>`;
  }
  override render() {
    return html`<section class="card"><header class="card-head"><h2>${t('操作记录')}</h2></header>
      <div class="card-body">${this.body()}</div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-events': History;
  }
}
