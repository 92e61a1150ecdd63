import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { BatchViewLabels as L } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { session } from '../../api/session';
import { dateTime, num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { type PageContext, page } from '../../kit/page';
import { type Fact, facts, fileLinks, mark } from '../../kit/record/facts';
import { openCode } from '../../parts/code/code-dialog';
import { copyable } from '../../ui/copy';
import { icon } from '../../ui/icons';
import '../../parts/code/code-image';
import { openExport } from '../../parts/code/export-dialog';
import { openPreview } from '../../parts/code/preview-dialog';
import '../../parts/timeline';
import { RecordPage } from '../../kit/record/record-page';
import { filesOf } from '../../parts/product/record';
import { recallNotes } from '../../parts/recall/notes';
import { openRecall } from '../../parts/recall/open';
import { findingNotes, verdictMark } from '../../parts/verdict';
import { enterExFactory } from './ex-factory';
import { keepUp } from './upkeep';
import { voidBatch } from './void';

type Batch = S<'BatchView'>;

const basics = (b: Batch): Fact[] => [
  { label: t(L.batch_no), value: copyable(b.batch_no) },
  { label: t(L.product_name), value: html`<a href=${links.product(b.product_id)}>${b.product_name}</a>` },
  { label: t(L.trace_code), value: copyable(b.trace_code) },
  { label: t(L.made_on), value: html`<span class="num">${b.made_on}</span>` },
  { label: t(L.expires_on), value: b.expires_on && html`<span class="num">${b.expires_on}</span>` },
  { label: t(L.ex_factory_on), value: b.ex_factory_on && html`<span class="num">${b.ex_factory_on}</span>` },
  {
    label: t(L.quantity),
    value:
      b.quantity &&
      html`<span class="num">${num(b.quantity)}</span> ${b.quantity_kind ? mark(nameOf('QuantityKind', b.quantity_kind), '') : nothing}`,
  },
  {
    label: t(L.units),
    value: html`<a class="num" href=${links.units({ product_id: b.product_id, batch_id: b.id })}>${num(b.units)}</a>`,
  },
  { label: t(L.created_at), value: html`<span class="num">${dateTime(b.created_at)}</span>` },
  { label: t(L.note), value: b.note, wide: true },
];
const reports = (b: Batch): Fact[] => [
  { label: t(L.report_kind), value: b.report_kind && nameOf('ReportKind', b.report_kind) },
  {
    label: t(L.report_file_ids),
    value: b.report_file_ids.length
      ? html`${mark(b.is_report_public ? t('公开') : t('不公开'), b.is_report_public ? 'success' : '')}${fileLinks(filesOf(b.report_file_ids, b.files))}`
      : undefined,
    wide: true,
  },
];

/** A batch: what is said of it, its reports, its recalls, its history. */
@customElement('pm-batch')
export class BatchPage extends RecordPage<Batch> {
  @state() private recalls: S<'RecallView'>[] = [];
  private loadEvents = (): Promise<S<'EventView'>[]> => Promise.resolve([]);

  protected override async read(): Promise<Batch> {
    const { id = '' } = this.ctx.match.params;
    const path = { id };
    const [batch, found] = await Promise.all([
      unwrap(api.GET('/api/v1/batches/{id}', { params: { path } })),
      unwrap(api.GET('/api/v1/recalls', { params: { query: { batch_id: id, is_open: true } } })),
    ]);
    this.recalls = found.items;
    this.loadEvents = () => unwrap(api.GET('/api/v1/batches/{id}/events', { params: { path } }));
    return batch;
  }
  private acting(act: () => Promise<boolean>) {
    return async (): Promise<void> => {
      if (await act()) await this.reload();
    };
  }
  private actions(b: Batch): TemplateResult {
    const may = session.may('code.write') && b.state === 'active';
    const target = { product_id: b.product_id, batch_no: b.batch_no };
    return html`<div class="btns">
      ${may ? html`<button class="btn primary" type="button" @click=${this.acting(() => keepUp(b.id))}>${icon('edit')}${b.is_ex_factory ? t('更正') : t('维护')}</button>` : nothing}
      ${may ? html`<button class="btn" type="button" @click=${this.acting(() => enterExFactory(b))}>${b.ex_factory_on ? t('更正出厂日期') : t('出厂')}</button>` : nothing}
      <button class="btn" type="button" @click=${() => openPreview({ product: b.product_id, batchNo: b.batch_no }, b.uri)}>${icon('mobile')}${t('预览')}</button>
      <a class="btn" href=${links.units({ product_id: b.product_id, batch_id: b.id })}>${icon('barcode')}${t('单品')}</a>
      ${b.units && b.state === 'active' ? html`<button class="btn" type="button" @click=${() => openExport({ product_id: b.product_id, batch_id: b.id })}>${icon('download')}${t('导出单品码')}</button>` : nothing}
      ${may && !this.recalls.length ? html`<button class="btn danger" type="button" @click=${this.acting(() => openRecall(target, t('批次 {no}', { no: b.batch_no }), b.units))}>${t('召回')}</button>` : nothing}
      ${may ? html`<button class="btn danger" type="button" @click=${this.acting(() => voidBatch(b))}>${t('作废')}</button>` : nothing}
    </div>`;
  }
  private code(b: Batch): TemplateResult {
    const isAlive = b.state === 'active';
    const open = () => openCode({ product: { id: b.product_id }, batchNo: b.batch_no, uri: b.uri });
    return html`<section class="card code-card">
      <header class="card-head"><h2>${t('批次码')}</h2></header>
      <div class="card-body">
        ${isAlive ? html`<pm-code-image .product=${b.product_id} .batchNo=${b.batch_no} label=${t('批次码')}></pm-code-image>` : html`<div class="code-gone">${t('已作废')}</div>`}
        <p class="code-uri">${b.uri}</p>
        ${isAlive ? html`<button class="btn block" type="button" @click=${open}>${icon('download')}${t('下载二维码')}</button>` : nothing}
      </div></section>`;
  }
  protected override draw(b: Batch) {
    const card = (title: string, list: Fact[]) =>
      html`<section class="card"><header class="card-head"><h2>${title}</h2></header><div class="card-body">${facts(list)}</div></section>`;
    // Its own recalls have notes with a button.
    const others = b.findings.filter((f) => f.verdict !== 'recalled' || f.level !== 'batch');
    return html`${findingNotes(others)}${recallNotes(this.recalls, this.reload)}
      <div class="title-row"><strong>${b.product_name} <span class="num">${b.batch_no}</span></strong>${verdictMark(b.verdict)}<span class="spacer"></span>${this.actions(b)}</div>
      <div class="two-columns">
        <div>${card(t('基本信息'), basics(b))}${card(t('检验报告'), reports(b))}<pm-events .load=${this.loadEvents}></pm-events></div>
        <aside>${this.code(b)}</aside>
      </div>`;
  }
}

export default page({ render: (ctx: PageContext) => html`<pm-batch .ctx=${ctx}></pm-batch>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-batch': BatchPage;
  }
}
