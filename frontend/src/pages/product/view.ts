import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { ProductViewLabels as L } from '../../api/constraints';
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
import { codeTones, scopeTones } from '../tones';
import './summary';
import { voidProduct } from './void';

type Product = S<'ProductView'>;

const basics = (p: Product): Fact[] => [
  {
    label: t(L.trace_code),
    value: html`${copyable(p.trace_code)} ${mark(nameOf('Scope', p.code_scope), scopeTones[p.code_scope])}`,
  },
  { label: t(L.gtin), value: html`<span class="num">${p.gtin}</span>` },
  { label: t(L.name), value: p.name },
  { label: t(L.product_type), value: p.product_type },
  { label: t(L.category), value: nameOf('ProductCategory', p.category) },
  { label: t(L.gpc_code), value: html`<span class="num">${p.gpc_code}</span> ${p.gpc_title ?? ''}` },
  { label: t(L.model), value: p.model },
  { label: t(L.brand_name), value: p.brand_name },
  { label: t(L.company_prefix), value: p.company_prefix },
  { label: t(L.warranty_period), value: p.warranty_period },
  { label: t(L.service_phone), value: p.service_phone },
  { label: t(L.created_at), value: html`<span class="num">${dateTime(p.created_at)}</span>` },
];
const quality = (p: Product): Fact[] => [
  { label: t(L.standards), value: lines(p.standards), wide: true },
  { label: t(L.licence_number), value: p.licence_number },
  { label: t(L.certificate_number), value: p.certificate_number },
  { label: t(L.pictures), value: gallery(p.pictures), wide: true },
  {
    label: t(L.reports),
    value: html`${mark(p.reports_public ? t('公开') : t('不公开'), p.reports_public ? 'success' : '')}${fileLinks(p.reports)}`,
    wide: true,
  },
  { label: t(L.manuals), value: p.manuals.length ? fileLinks(p.manuals) : undefined, wide: true },
  { label: t(L.certificates), value: p.certificates.length ? fileLinks(p.certificates) : undefined, wide: true },
];
const attributes = (p: Product): Fact[] =>
  p.attributes.map((x) => ({
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
    if (await voidProduct(p)) await this.reload();
  }
  private notices(p: Product): TemplateResult {
    const voided = html`<div class="alert error">${icon('warning')}<div>${t('该产品已作废，原因：{reason}', { reason: p.state_reason ?? '' })}</div></div>`;
    const doubts = html`<div class="alert warning">${icon('warning')}<div class="alert-text"><p>${t('以下内容不影响保存，请核对：')}</p>
      <ul>${p.warnings.map((w) => html`<li>${w.message}</li>`)}</ul></div>
      <div class="btns"><a class="btn" href=${links.productEdit(p.id)}>${t('去修改')}</a></div></div>`;
    return html`${p.state === 'voided' ? voided : nothing}${p.warnings.length && p.state === 'active' ? doubts : nothing}`;
  }
  private actions(p: Product): TemplateResult {
    const isActive = p.state === 'active';
    const may = (permission: string): boolean => isActive && session.may(permission);
    return html`<div class="btns">
      ${may('product.write') ? html`<a class="btn primary" href=${links.productEdit(p.id)}>${icon('edit')}${t('编辑')}</a>` : nothing}
      <button class="btn" type="button" @click=${() => openPreview({ product: p.id }, p.uri)}>${icon('mobile')}${t('预览')}</button>
      <a class="btn" href=${links.batches({ product_id: p.id })}>${icon('tags')}${t('批次')}</a>
      <a class="btn" href=${links.units({ product_id: p.id })}>${icon('barcode')}${t('单品')}</a>
      ${may('product.write') ? html`<button class="btn danger" type="button" @click=${() => this.end(p)}>${t('作废')}</button>` : nothing}
    </div>`;
  }
  private code(p: Product): TemplateResult {
    const isActive = p.state === 'active';
    return html`<section class="card code-card">
      <header class="card-head"><h2>${t('产品码')}</h2></header>
      <div class="card-body">
        ${isActive ? html`<tb-code-image .product=${p.id} label=${t('{name}的产品码', { name: p.name })}></tb-code-image>` : html`<div class="code-gone">${t('已作废')}</div>`}
        <p class="code-uri">${p.uri}</p>
        <tb-code-scans product=${p.id}></tb-code-scans>
        ${isActive ? html`<button class="btn block" type="button" @click=${() => openCode({ product: p, uri: p.uri })}>${icon('download')}${t('下载二维码')}</button>` : nothing}
      </div></section>`;
  }
  protected override draw(p: Product) {
    const card = (title: string, list: Fact[], extra: unknown = nothing) => html`<section class="card">
      <header class="card-head"><h2>${title}</h2><span class="extra">${extra}</span></header><div class="card-body">${facts(list)}</div></section>`;
    const state = mark(nameOf('CodeState', p.state), codeTones[p.state]);
    return html`${this.notices(p)}
      <div class="title-row"><strong>${p.name}</strong>${state}<span class="spacer"></span>${this.actions(p)}</div>
      <div class="two-columns">
        <div>
          ${card(t('基本信息'), basics(p))}
          ${card(t('质量与证书'), quality(p))}
          ${p.attributes.length ? card(t('特性属性'), attributes(p)) : nothing}
        </div>
        <aside>${this.code(p)}<tb-product-summary .product=${p.id}></tb-product-summary></aside>
      </div>`;
  }
}

export default page({ render: (ctx: PageContext) => html`<tb-product .ctx=${ctx}></tb-product>` });
