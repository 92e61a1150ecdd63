import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { ProductViewLabels as L, ProductRecord } from '../../api/constraints';
import { session } from '../../api/session';
import { nameOf } from '../../core/enums';
import { dateTime } from '../../core/format';
import { t } from '../../core/i18n';
import { links } from '../../core/links';
import { type PageContext, page } from '../../core/page';
import { copyable } from '../../ui/copy';
import { type Fact, facts, fileLinks, gallery, lines, mark } from '../../ui/facts';
import { icon } from '../../ui/icons';
import { openCode } from '../code/code-dialog';
import '../code/code-image';
import { openPreview } from '../code/preview-dialog';
import { RecordPage } from '../record-page';
import '../scan/code-scans';
import { productTones, scopeTones } from '../tones';
import { withFiles } from './record';
import './summary';
import { isEditable, lifeNote, nextSteps } from './life';
import { voidProduct } from './void';

type Product = S<'ProductView'>;
type Record = ReturnType<typeof withFiles>;
const R = Object.fromEntries(Object.entries(ProductRecord).map(([name, rule]) => [name, rule.label])) as {
  [K in keyof typeof ProductRecord]: string;
};

const basics = (p: Product, r: Record): Fact[] => [
  {
    label: t(R.trace_code),
    value: html`${copyable(r.trace_code)} ${mark(nameOf('Scope', p.code_scope), scopeTones[p.code_scope])}`,
  },
  { label: t(L.gtin), value: html`<span class="num">${p.gtin}</span>` },
  { label: t(R.name), value: r.name },
  { label: t(R.product_type), value: r.product_type },
  { label: t(R.category), value: nameOf('ProductCategory', r.category) },
  { label: t(R.gpc_code), value: html`<span class="num">${r.gpc_code}</span> ${p.gpc_title ?? ''}` },
  { label: t(R.model), value: r.model },
  { label: t(R.brand_name), value: r.brand_name },
  { label: t(R.company_prefix), value: r.company_prefix },
  { label: t(R.warranty_period), value: r.warranty_period },
  { label: t(R.service_phone), value: r.service_phone },
  { label: t(L.created_at), value: html`<span class="num">${dateTime(p.created_at)}</span>` },
];
const quality = (r: Record): Fact[] => [
  { label: t(R.standards), value: lines(r.standards ?? []), wide: true },
  { label: t(R.licence_number), value: r.licence_number },
  { label: t(R.certificate_number), value: r.certificate_number },
  { label: t(R.pictures), value: gallery(r.pictures), wide: true },
  {
    label: t(R.reports),
    value: html`${mark(r.reports_public ? t('公开') : t('不公开'), r.reports_public ? 'success' : '')}${fileLinks(r.reports)}`,
    wide: true,
  },
  { label: t(R.manuals), value: r.manuals.length ? fileLinks(r.manuals) : undefined, wide: true },
  { label: t(R.certificates), value: r.certificates.length ? fileLinks(r.certificates) : undefined, wide: true },
];
const attributes = (r: Record): Fact[] =>
  (r.attributes ?? []).map((x) => ({
    label: x.name,
    value: html`${x.value} ${x.visible ? nothing : mark(t('不展示'), '')}`,
  }));

@customElement('tb-product')
export class ProductPage extends RecordPage<Product> {
  protected override read(): Promise<Product> {
    const { id = '' } = this.ctx.match.params;
    return unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } } }));
  }
  private async end(p: Product): Promise<void> {
    if (await voidProduct({ id: p.id, name: p.record.name })) await this.reload();
  }
  private notices(p: Product): TemplateResult {
    const doubts = html`<div class="alert warning">${icon('warning')}<div class="alert-text"><p>${t('以下内容不影响保存，请核对：')}</p>
      <ul>${p.warnings.map((w) => html`<li>${w.message}</li>`)}</ul></div>
      <div class="btns"><a class="btn" href=${links.productEdit(p.id)}>${t('去修改')}</a></div></div>`;
    return html`${lifeNote(p)}${p.warnings.length && isEditable(p) ? doubts : nothing}`;
  }
  private actions(p: Product): TemplateResult {
    const may = session.may('product.write') && p.state !== 'voided';
    return html`<div class="btns">
      ${may ? nextSteps(p, this.reload, async () => this.ctx.go(links.products)) : nothing}
      ${may && isEditable(p) ? html`<a class="btn" href=${links.productEdit(p.id)}>${icon('edit')}${t('编辑')}</a>` : nothing}
      <button class="btn" type="button" @click=${() => openPreview({ product: p.id }, p.uri)}>${icon('mobile')}${t('预览')}</button>
      <a class="btn" href=${links.batches({ product_id: p.id })}>${icon('tags')}${t('批次')}</a>
      <a class="btn" href=${links.units({ product_id: p.id })}>${icon('barcode')}${t('单品')}</a>
      ${may ? html`<button class="btn danger" type="button" @click=${() => this.end(p)}>${t('作废')}</button>` : nothing}
    </div>`;
  }
  private code(p: Product): TemplateResult {
    const isAlive = p.state !== 'voided';
    return html`<section class="card code-card">
      <header class="card-head"><h2>${t('产品码')}</h2></header>
      <div class="card-body">
        ${isAlive ? html`<tb-code-image .product=${p.id} label=${t('{name}的产品码', { name: p.record.name })}></tb-code-image>` : html`<div class="code-gone">${t('已作废')}</div>`}
        <p class="code-uri">${p.uri}</p>
        <tb-code-scans product=${p.id}></tb-code-scans>
        ${isAlive ? html`<button class="btn block" type="button" @click=${() => openCode({ product: { id: p.id, name: p.record.name }, uri: p.uri })}>${icon('download')}${t('下载二维码')}</button>` : nothing}
      </div></section>`;
  }
  protected override draw(p: Product) {
    const card = (title: string, list: Fact[], extra: unknown = nothing) => html`<section class="card">
      <header class="card-head"><h2>${title}</h2><span class="extra">${extra}</span></header><div class="card-body">${facts(list)}</div></section>`;
    const r = withFiles(p);
    const state = mark(nameOf('ProductState', p.state), productTones[p.state]);
    return html`${this.notices(p)}
      <div class="title-row"><strong>${p.record.name}</strong>${state}<span class="spacer"></span>${this.actions(p)}</div>
      <div class="two-columns">
        <div>
          ${card(t('基本信息'), basics(p, r))}
          ${card(t('质量与证书'), quality(r))}
          ${r.attributes?.length ? card(t('特性属性'), attributes(r)) : nothing}
        </div>
        <aside>${this.code(p)}<tb-product-summary .product=${p.id}></tb-product-summary></aside>
      </div>`;
  }
}

export default page({ render: (ctx: PageContext) => html`<tb-product .ctx=${ctx}></tb-product>` });
