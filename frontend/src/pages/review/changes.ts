import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { ChangeRequestItemLabels, list_change_requests_to_review, RejectChangeRequest } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { changeRequest } from '../../parts/product/change-request';
import { fieldNames } from '../../parts/product/record-facts';
import { changeTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { message } from '../../ui/toast';
import { afterwards, decision } from './decision';

type Item = S<'ChangeRequestItem'>;
type Query = NonNullable<operations['list_change_requests_to_review']['parameters']['query']>;
const s = search<Query>(list_change_requests_to_review);
const c = columns<Item>(ChangeRequestItemLabels);
const f = fields<S<'RejectChangeRequest'>>(RejectChangeRequest);
const at = (r: Item) => ({ params: { path: { id: r.id } } });
const isWaiting = (r: Item): boolean => r.state === 'submitted';

/** Decides and says so; false when it was given up. */
async function approve(r: Item): Promise<boolean> {
  const sure = await confirm(
    t('通过“{name}”的变更申请？', { name: r.product_name }),
    t('通过后立即生效并成为新版本，变更内容和原因在扫码页公开。'),
    { okText: t('通过') },
  );
  if (!sure) return false;
  await unwrap(api.POST('/api/v1/platform/change-requests/{id}/approve', at(r)));
  message.success(t('已通过'));
  return true;
}

async function reject(r: Item): Promise<boolean> {
  const done = await formDialog<S<'RejectChangeRequest'>>({
    title: t('驳回“{name}”的变更申请', { name: r.product_name }),
    width: 520,
    okText: t('驳回'),
    danger: true,
    sections: [{ title: '', fields: [f.textarea('reason', { rows: 4 })] }],
    save: (body) => unwrap(api.POST('/api/v1/platform/change-requests/{id}/reject', { ...at(r), body })),
  });
  if (done) message.success(t('已驳回'));
  return done !== undefined;
}

/** What was and what is to be, with the decision where it is read. */
async function show(r: Item, list: ListHandle): Promise<void> {
  const view = await unwrap(api.GET('/api/v1/platform/change-requests/{id}', at(r)));
  await openDrawer({
    title: t('变更申请'),
    width: 860,
    footer: false,
    body: (drawer) =>
      html`${changeRequest(view)}${view.state === 'submitted' ? decision(r, { approve, reject }, drawer, list) : ''}`,
  });
}

export default listPage<Item, Query>({
  title: t('变更审核'),
  rowKey: (r) => r.id,
  load: (query) => unwrap(api.GET('/api/v1/platform/change-requests', { params: { query } })),
  search: [s.text('keyword'), s.choice('state')],
  columns: [
    c.text('product_name', { width: 180, fixed: true, role: 'heading' }),
    c.text('enterprise_name', { width: 200 }),
    c.code('trace_code'),
    c.custom('changed_fields', (r) => fieldNames(r.changed_fields), {
      width: 200,
      title: (r) => fieldNames(r.changed_fields),
    }),
    c.text('reason', { width: 200 }),
    c.state('state', 'ChangeRequestState', changeTones),
    c.text('state_reason', { width: 160 }),
    c.time('created_at'),
    c.time('decided_at', { optional: true }),
  ],
  rowActions: [
    { label: t('查看'), run: show },
    { label: t('通过'), show: isWaiting, run: (r, list) => afterwards(approve(r), list) },
    { label: t('驳回'), danger: true, show: isWaiting, run: (r, list) => afterwards(reject(r), list) },
  ],
  empty: { text: t('没有变更申请') },
});
