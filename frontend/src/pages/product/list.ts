import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_products, ProductItemLabels } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { sized } from '../../api/upload';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { mark } from '../../kit/record/facts';
import { openCode } from '../../parts/code/code-dialog';
import { openPreview } from '../../parts/code/preview-dialog';
import { voidProduct } from '../../parts/product/void';
import { productTones, reachTones } from '../../parts/tones';
import { verdictMark } from '../../parts/verdict';
import { icon } from '../../ui/icons';
import { copyProduct } from './copy';

/** A product, and what its code is worth while all of it is being recalled. */
type Product = S<'ProductItem'> & { verdict?: S<'Verdict'> };
type Query = NonNullable<operations['list_products']['parameters']['query']>;
const s = search<Query>(list_products);
const c = columns<S<'ProductItem'>>(ProductItemLabels);

const isAlive = (p: Product): boolean => p.state !== 'voided';
const isEditable = (p: Product): boolean => isAlive(p) && p.state !== 'submitted';

const name = (p: Product) => html`<span class="with-thumb">
  ${p.picture ? html`<img src=${sized(p.picture.url, 360)} alt="" width="32" height="32" loading="lazy" />` : html`<i>${icon('picture')}</i>`}
  <a class="ellipsis" href=${links.product(p.id)}>${p.name}</a></span>`;

const traceCode = (p: Product) =>
  html`<span class="num">${p.trace_code}</span>${
    p.code_reach === 'internal'
      ? html` <span class="tag ${reachTones.internal}">${nameOf('CodeReach', p.code_reach)}</span>`
      : nothing
  }`;

/** What the codes are worth of the products that are being recalled as a whole: few, if any. */
async function recalledProducts(): Promise<Map<string, S<'Verdict'>>> {
  const found = new Map<string, S<'Verdict'>>();
  for (let page = 1, total = 1; found.size < total; page++) {
    const query = { page, page_size: 100 };
    const some = await unwrap(api.GET('/api/v1/recalled-products', { params: { query } }));
    for (const p of some.items) found.set(p.product_id, p.verdict);
    total = some.items.length ? some.total : 0;
  }
  return found;
}

async function load(query: Query): Promise<{ items: Product[]; total: number }> {
  const [found, recalled] = await Promise.all([
    unwrap(api.GET('/api/v1/products', { params: { query } })),
    session.may('code.read') ? recalledProducts() : new Map<string, S<'Verdict'>>(),
  ]);
  return { ...found, items: found.items.map((p) => ({ ...p, verdict: recalled.get(p.id) })) };
}

/** Where it is in its life; of what is being recalled, what its code is worth. */
const state = (p: Product) =>
  p.verdict ? verdictMark(p.verdict) : mark(nameOf('ProductState', p.state), productTones[p.state]);

export default listPage<Product, Query>({
  title: t('产品列表'),
  rowKey: (p) => p.id,
  load,
  search: [
    s.text('keyword', t('产品名称、规格型号或商标')),
    s.text('trace_code'),
    s.choice('state'),
    s.choice('category'),
    s.choice('coding_level'),
    s.choice('code_reach'),
    s.range('created_from', 'created_to', t('创建时间')),
  ],
  tools: [
    { label: t('待复核'), to: () => links.rechecks },
    { label: t('新增产品'), icon: 'plus', primary: true, to: () => links.productNew, permission: 'product.write' },
  ],
  columns: [
    c.custom('name', name, { width: 196, fixed: true, sort: 'name', role: 'heading', title: (p) => p.name }),
    c.custom('trace_code', traceCode, { width: 188, sort: 'trace_code' }),
    c.text('model', { width: 170 }),
    c.text('brand_name', { width: 92 }),
    c.choice('category', 'ProductCategory', { width: 86 }),
    c.text('product_type', { width: 120, optional: true }),
    c.custom('state', state, { width: 84, role: 'mark' }),
    c.time('created_at', { sort: 'created_at' }),
    c.time('updated_at', { optional: true }),
  ],
  rowActions: [
    { label: t('编辑'), to: (p) => links.productEdit(p.id), show: isEditable },
    { label: t('二维码'), run: async (p) => openCode({ product: p, uri: await uriOf(p) }), show: isAlive },
    { label: t('详情'), to: (p) => links.product(p.id), show: (p) => !isEditable(p) },
    { label: t('预览'), run: async (p) => openPreview({ product: p.id }, await uriOf(p)) },
    { label: t('标签'), to: (p) => links.labels({ product_id: p.id, subject: 'product' }), show: isAlive },
    { label: t('批次'), to: (p) => links.batches({ product_id: p.id }) },
    { label: t('单品'), to: (p) => links.units({ product_id: p.id }) },
    { label: t('复制'), run: async (p, list) => copyProduct(p, list.ctx.go) },
    {
      label: t('作废'),
      danger: true,
      show: isAlive,
      run: async (p, list) => {
        if (await voidProduct(p)) await list.reload();
      },
    },
  ],
  empty: {
    text: t('还没有产品，新增后即可赋码'),
    action: () => html`<a class="btn primary" href=${links.productNew}>${icon('plus')}${t('新增产品')}</a>`,
  },
});

async function uriOf(p: Product): Promise<string> {
  return (await unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id: p.id } } }))).uri;
}
