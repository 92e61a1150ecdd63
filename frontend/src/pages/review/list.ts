import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_products_to_review, RejectProduct, ReviewItemLabels, VoidByOperator } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import type { operations } from '../../api/schema';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { mark } from '../../kit/record/facts';
import { recordCards, traceCode } from '../../parts/product/record-facts';
import { productTones, reachTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import { afterwards, decision } from './decision';

type Item = S<'ReviewItem'>;
type Query = NonNullable<operations['list_products_to_review']['parameters']['query']>;
const s = search<Query>(list_products_to_review);
const c = columns<Item>(ReviewItemLabels);
const f = fields<S<'RejectProduct'>>(RejectProduct);
const at = (p: Item) => ({ params: { path: { id: p.id } } });
const v = fields<S<'VoidByOperator'>>(VoidByOperator);
const isWaiting = (p: Item): boolean => p.state === 'submitted';

/** Everything the maker says of it, to be judged. */
async function show(p: Item, list: ListHandle): Promise<void> {
  const view = await unwrap(api.GET('/api/v1/platform/products/{id}', at(p)));
  const code = traceCode(
    view.record.trace_code,
    mark(nameOf('CodeReach', view.code_reach), reachTones[view.code_reach]),
  );
  await openDrawer({
    title: p.name,
    width: 860,
    footer: false,
    body: (drawer) => html`<div class="one-column">${recordCards({ ...view, gpcTitle: view.gpc_title }, [code])}</div>
      ${view.state === 'submitted' ? decision(p, { approve, reject }, drawer, list) : nothing}`,
  });
}

async function approve(p: Item): Promise<boolean> {
  const sure = await confirm(
    t('审核通过“{name}”？', { name: p.name }),
    t('通过后，企业可以激活该产品，其码随即有效。'),
    { okText: t('通过') },
  );
  if (!sure) return false;
  await unwrap(api.POST('/api/v1/platform/products/{id}/approve', at(p)));
  message.success(t('已通过'));
  return true;
}

async function reject(p: Item): Promise<boolean> {
  const done = await formDialog<S<'RejectProduct'>>({
    title: t('驳回“{name}”', { name: p.name }),
    width: 520,
    okText: t('驳回'),
    danger: true,
    sections: [{ title: '', fields: [f.textarea('reason', { rows: 4 })] }],
    save: (body) => unwrap(api.POST('/api/v1/platform/products/{id}/reject', { ...at(p), body })),
  });
  if (done) message.success(t('已驳回'));
  return done !== undefined;
}

async function end(p: Item, list: ListHandle): Promise<void> {
  const done = await formDialog<S<'VoidByOperator'>>({
    title: t('作废“{name}”', { name: p.name }),
    width: 520,
    okText: t('作废'),
    danger: true,
    intro: html`<div class="alert error">${icon('warning')}<div>${t(
      '作废不可恢复：{enterprise}的该产品及其下的批次码、单品码随即失效，扫码时显示由平台作废和下面的原因；企业会收到通知。',
      { enterprise: p.enterprise_name },
    )}</div></div>`,
    values: { is_code_barred: false },
    sections: [{ title: '', fields: [v.textarea('reason', { rows: 3 }), v.toggle('is_code_barred')] }],
    save: (body) => unwrap(api.POST('/api/v1/platform/products/{id}/void', { ...at(p), body })),
  });
  if (!done) return;
  message.success(t('已作废'));
  await list.reload();
}

const state = (p: Item) =>
  html`${p.state_reason ? html`<span class="muted ellipsis" title=${p.state_reason}>${p.state_reason}</span>` : nothing}`;

export default listPage<Item, Query>({
  title: t('产品审核'),
  rowKey: (p) => p.id,
  load: (query) => unwrap(api.GET('/api/v1/platform/products', { params: { query } })),
  search: [s.text('keyword'), s.choice('state')],
  columns: [
    c.text('name', { width: 200, fixed: true, role: 'heading' }),
    c.text('enterprise_name', { width: 220 }),
    c.code('trace_code'),
    c.text('product_type', { width: 120 }),
    c.text('model', { width: 150 }),
    c.state('state', 'ProductState', productTones),
    c.custom('state_reason', state, { width: 200, title: (p) => p.state_reason ?? '' }),
    c.time('updated_at'),
  ],
  rowActions: [
    { label: t('查看'), run: show },
    { label: t('通过'), show: isWaiting, run: (p, list) => afterwards(approve(p), list) },
    { label: t('驳回'), danger: true, show: isWaiting, run: (p, list) => afterwards(reject(p), list) },
    { label: t('作废'), danger: true, show: (p) => p.state !== 'voided', run: end },
  ],
  empty: { text: t('没有待审核的产品') },
});
