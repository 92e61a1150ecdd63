import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { ProductViewLabels as L, ProductRecord } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { session } from '../../api/session';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { type PageContext, page } from '../../kit/page';
import { type Fact, mark } from '../../kit/record/facts';
import { openCode } from '../../parts/code/code-dialog';
import { icon } from '../../ui/icons';
import '../../parts/code/code-image';
import { RecordPage } from '../../kit/record/record-page';
import { openPreview } from '../../parts/code/preview-dialog';
import '../../parts/code/code-scans';
import { productTones, reachTones } from '../../parts/tones';
import { copyProduct } from './copy';
import './change-requests';
import './events';
import { recordCards, traceCode } from '../../parts/product/record-facts';
import { unreadableNote } from '../../parts/product/unreadable';
import { isEditable, lifeNote, nextSteps, submit, succeed } from './life';
import '../../parts/product/summary';
import './revisions';
import { voidProduct } from '../../parts/product/void';
import { recallNotes } from '../../parts/recall/notes';
import { verdictMark } from '../../parts/verdict';

type Product = S<'ProductView'>;

const identity = (p: Product): Fact[] => [
  traceCode(p.record.trace_code, mark(nameOf('CodeReach', p.code_reach), reachTones[p.code_reach])),
  { label: t(L.gtin), value: html`<span class="num">${p.gtin}</span>` },
];

/** Whether what a pointer names cannot be edited: the trace code of a saved product never changes. */
const isFixed = (p: Product, pointer: string): boolean => {
  const field = pointer.split('/')[1] ?? '';
  return field === 'trace_code' || p.locked.includes(field);
};

@customElement('pm-product')
export class ProductPage extends RecordPage<Product> {
  @state() private recalls: S<'RecallView'>[] = [];
  /** Whether the page was opened to submit the product; asked once. */
  private isToSubmit = new URLSearchParams(location.search).has('submit');

  protected override async read(): Promise<Product> {
    const { id = '' } = this.ctx.match.params;
    const [p, found] = await Promise.all([
      unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } } })),
      unwrap(api.GET('/api/v1/recalls', { params: { query: { product_id: id, is_open: true } } })),
    ]);
    this.recalls = found.items.filter((r) => r.level === 'product');
    if (this.isToSubmit) this.askToSubmit(p);
    return p;
  }
  private askToSubmit(p: Product): void {
    this.isToSubmit = false;
    history.replaceState(history.state, '', location.pathname);
    if (p.state === 'draft' || p.state === 'rejected') void submit(p, this.reload, this.ctx.go);
  }
  private async end(p: Product): Promise<void> {
    if (await voidProduct({ id: p.id, name: p.record.name })) await this.reload();
  }
  private notices(p: Product): TemplateResult {
    const isMendable = p.warnings.some((w) => !isFixed(p, w.pointer));
    const doubts = html`<div class="alert warning">${icon('warning')}<div class="alert-text"><p>${t('以下内容不影响保存，请核对：')}</p>
      <ul>${p.warnings.map((w) => html`<li>${w.message}</li>`)}</ul></div>
      ${isMendable ? html`<div class="btns"><a class="btn" href=${links.productEdit(p.id)}>${t('去修改')}</a></div>` : nothing}</div>`;
    return html`${unreadableNote(p.unreadable, ProductRecord)}${recallNotes(this.recalls, this.reload)}${lifeNote(p)}${p.warnings.length && isEditable(p) ? doubts : nothing}`;
  }
  private actions(p: Product): TemplateResult {
    const mayWrite = session.may('product.write');
    const may = mayWrite && p.state !== 'voided';
    return html`<div class="btns">
      ${may ? nextSteps(p, this.reload, async () => this.ctx.go(links.products), this.ctx.go) : nothing}
      ${may && isEditable(p) ? html`<a class="btn" href=${links.productEdit(p.id)}>${icon('edit')}${t('编辑')}</a>` : nothing}
      ${may && p.locked.length > 1 ? html`<a class="btn" href=${links.productChange(p.id)}>${t('变更申请')}</a>` : nothing}
      <button class="btn" type="button" @click=${() => openPreview({ product: p.id }, p.uri)}>${icon('mobile')}${t('预览')}</button>
      <a class="btn" href=${links.batches({ product_id: p.id })}>${icon('tags')}${t('批次')}</a>
      <a class="btn" href=${links.units({ product_id: p.id })}>${icon('barcode')}${t('单品')}</a>
      ${mayWrite ? html`<button class="btn" type="button" @click=${() => void copyProduct({ id: p.id, name: p.record.name }, this.ctx.go)}>${icon('copy')}${t('复制')}</button>` : nothing}
      ${mayWrite && p.may_be_succeeded ? html`<button class="btn primary" type="button" @click=${() => void succeed(p, this.ctx.go)}>${t('接续')}</button>` : nothing}
      ${may ? html`<button class="btn danger" type="button" @click=${() => this.end(p)}>${t('作废')}</button>` : nothing}
    </div>`;
  }
  private code(p: Product): TemplateResult {
    const isAlive = p.state !== 'voided';
    return html`<section class="card code-card">
      <header class="card-head"><h2>${t('产品码')}</h2></header>
      <div class="card-body">
        ${isAlive ? html`<pm-code-image .product=${p.id} label=${t('{name}的产品码', { name: p.record.name })}></pm-code-image>` : html`<div class="code-gone">${t('已作废')}</div>`}
        <p class="code-uri">${p.uri}</p>
        <pm-code-scans product=${p.id}></pm-code-scans>
        ${isAlive ? html`<button class="btn block" type="button" @click=${() => openCode({ product: { id: p.id, name: p.record.name }, uri: p.uri })}>${icon('download')}${t('下载二维码')}</button>` : nothing}
      </div></section>`;
  }
  protected override draw(p: Product) {
    const state = this.recalls.length
      ? verdictMark('recalled')
      : mark(nameOf('ProductState', p.state), productTones[p.state]);
    return html`${this.notices(p)}
      <div class="title-row"><strong>${p.record.name}</strong>${state}<span class="muted num">${t('第 {n} 版', { n: p.revision })} · ${t('更新于 {time}', { time: dateTime(p.updated_at) })}</span>
        <span class="spacer"></span>${this.actions(p)}</div>
      <div class="two-columns">
        <div>${recordCards({ ...p, gpcTitle: p.gpc_title }, identity(p))}</div>
        <aside>${this.code(p)}<pm-product-summary .product=${p.id}></pm-product-summary>
          <pm-change-requests product=${p.id} stamp=${p.version}></pm-change-requests>
          <pm-product-revisions product=${p.id} .current=${p.revision}></pm-product-revisions>
          <pm-product-events product=${p.id} stamp=${`${p.version} ${p.rechecked_at}`}></pm-product-events></aside>
      </div>`;
  }
}

export default page({ render: (ctx: PageContext) => html`<pm-product .ctx=${ctx}></pm-product>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-product': ProductPage;
  }
}
