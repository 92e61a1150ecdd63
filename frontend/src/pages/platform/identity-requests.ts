// 企业核验: what enterprises say they are, compared with their licences by the operator.

import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import {
  IdentityRequestViewLabels,
  list_identity_requests_to_review,
  RejectChangeRequest,
} from '../../api/constraints';
import type { operations } from '../../api/schema';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { identityFields, identityRequest } from '../../parts/enterprise/identity';
import { changeTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { message } from '../../ui/toast';

type Request = S<'IdentityRequestView'>;
type Query = NonNullable<operations['list_identity_requests_to_review']['parameters']['query']>;
const s = search<Query>(list_identity_requests_to_review);
const c = columns<Request>(IdentityRequestViewLabels);
const f = fields<S<'RejectChangeRequest'>>(RejectChangeRequest);
const at = (r: Request) => ({ params: { path: { id: r.id } } });

/** Decides and says so; false when it was given up. */
async function approve(r: Request): Promise<boolean> {
  const sure = await confirm(
    t('“{name}”通过核验？', { name: r.asked.name }),
    t('请确认名称、代码与营业执照一致。通过后立即生效，扫码页标明“已核对营业执照”。'),
    { okText: t('通过') },
  );
  if (!sure) return false;
  await unwrap(api.POST('/api/v1/platform/identity-requests/{id}/approve', at(r)));
  message.success(t('已通过'));
  return true;
}

async function reject(r: Request): Promise<boolean> {
  const done = await formDialog<S<'RejectChangeRequest'>>({
    title: t('驳回“{name}”的申请', { name: r.asked.name }),
    width: 520,
    okText: t('驳回'),
    danger: true,
    sections: [{ title: '', fields: [f.textarea('reason', { rows: 4 })] }],
    save: (body) => unwrap(api.POST('/api/v1/platform/identity-requests/{id}/reject', { ...at(r), body })),
  });
  if (done) message.success(t('已驳回'));
  return done !== undefined;
}

/** What was typed beside the licence, old and new, with the decision where it is read. */
async function show(r: Request, list: ListHandle): Promise<void> {
  const view = await unwrap(api.GET('/api/v1/platform/identity-requests/{id}', at(r)));
  await openDrawer({
    title: t('企业核验'),
    width: 1100,
    footer: false,
    body: (drawer) => {
      const deciding = (decide: (r: Request) => Promise<boolean>) => async (): Promise<void> => {
        try {
          if (!(await decide(view))) return;
        } catch (e) {
          message.failure(e);
        }
        drawer.close();
        await list.reload();
      };
      const buttons = html`<div class="btns decision">
        <button class="btn primary" type="button" @click=${deciding(approve)}>${t('通过')}</button>
        <button class="btn danger" type="button" @click=${deciding(reject)}>${t('驳回')}</button></div>`;
      return identityRequest(view, view.state === 'submitted' ? buttons : '');
    },
  });
}

export default listPage<Request, Query>({
  title: t('企业核验'),
  rowKey: (r) => r.id,
  load: (query) => unwrap(api.GET('/api/v1/platform/identity-requests', { params: { query } })),
  search: [s.text('keyword'), s.choice('state')],
  columns: [
    c.custom('asked', (r) => r.asked.name, { width: 240, fixed: true, role: 'heading', title: (r) => r.asked.name }),
    c.code('uscc', { width: 190 }),
    c.custom('changed_fields', identityFields, { width: 180, title: identityFields }),
    c.custom('former', (r) => (r.former.name === r.asked.name ? '' : r.former.name), {
      width: 200,
      title: (r) => r.former.name,
    }),
    c.custom('warnings', (r) => (r.state === 'submitted' ? r.warnings.map((w) => w.message).join(' ') : ''), {
      width: 220,
      title: (r) => r.warnings.map((w) => w.message).join('\n'),
    }),
    c.text('reason', { width: 180 }),
    c.state('state', 'ChangeRequestState', changeTones),
    c.text('state_reason', { width: 160, optional: true }),
    c.time('created_at'),
    c.time('decided_at', { optional: true }),
  ],
  rowActions: [{ label: t('核对'), run: show }],
  empty: { text: t('没有企业核验申请') },
});
