import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { DisableEnterprise, EnterpriseViewLabels, list_enterprises, ReviewChoice } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { enterpriseCheck } from '../../parts/enterprise/check';
import { verificationMark } from '../../parts/enterprise/verification';
import { enterpriseTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

type Enterprise = S<'EnterpriseView'>;
type Query = NonNullable<operations['list_enterprises']['parameters']['query']>;
const s = search<Query>(list_enterprises);
const c = columns<Enterprise>(EnterpriseViewLabels);
const f = fields<S<'DisableEnterprise'>>(DisableEnterprise);
const review = fields<S<'ReviewChoice'>>(ReviewChoice);

const types = (e: Enterprise): string => e.enterprise_types.map((code) => nameOf('EnterpriseType', code)).join(' / ');
const mayControl = (): boolean => session.may('platform.enterprise.control');

async function disable(e: Enterprise, list: ListHandle): Promise<void> {
  const done = await formDialog<S<'DisableEnterprise'>>({
    title: t('停用企业“{name}”', { name: e.name }),
    width: 520,
    okText: t('停用'),
    danger: true,
    intro: html`<div class="alert error">${icon('warning')}<div>${t('停用后，该企业的所有账号立即退出且不能登录；已印制的码仍可扫码查询。')}</div></div>`,
    sections: [{ title: '', fields: [f.textarea('reason', { rows: 2 })] }],
    save: (body) =>
      unwrap(api.POST('/api/v1/platform/enterprises/{id}/disable', { params: { path: { id: e.id } }, body })),
  });
  if (!done) return;
  message.success(t('企业已停用'));
  await list.reload();
}

async function enable(e: Enterprise, list: ListHandle): Promise<void> {
  if (
    !(await confirm(t('恢复企业“{name}”？', { name: e.name }), t('恢复后，该企业的账号可以重新登录。'), {
      okText: t('恢复'),
    }))
  )
    return;
  await unwrap(api.POST('/api/v1/platform/enterprises/{id}/enable', { params: { path: { id: e.id } } }));
  message.success(t('企业已恢复'));
  await list.reload();
}

/** Who reviews its products: the rules alone, or a person as well (F168). */
async function changeReview(e: Enterprise, list: ListHandle): Promise<void> {
  const done = await formDialog<S<'ReviewChoice'>>({
    title: t('“{name}”的产品审核方式', { name: e.name }),
    width: 520,
    okText: t('保存'),
    intro: html`<div class="alert">${icon('info')}<div>${t('自动检查总会进行；人工审核的产品还须由平台审核员通过后才能激活。')}</div></div>`,
    values: { review_mode: e.review_mode },
    sections: [{ title: '', fields: [review.radio('review_mode')] }],
    save: (body) =>
      unwrap(api.PUT('/api/v1/platform/enterprises/{id}/review-mode', { params: { path: { id: e.id } }, body })),
  });
  if (!done) return;
  message.success(t('已保存'));
  await list.reload();
}

/** Read anew: the link to the licence is good for some minutes. */
async function show({ id, name }: Enterprise): Promise<void> {
  const found = await unwrap(api.GET('/api/v1/platform/enterprises/{id}', { params: { path: { id } } }));
  await openDrawer({ title: name, width: 1100, footer: false, body: () => enterpriseCheck(found) });
}

export default listPage<Enterprise, Query>({
  title: t('企业列表'),
  rowKey: (e) => e.id,
  load: (query) => unwrap(api.GET('/api/v1/platform/enterprises', { params: { query } })),
  search: [s.text('keyword'), s.choice('state')],
  columns: [
    c.text('name', { width: 240, fixed: true, role: 'heading' }),
    c.code('uscc', { width: 190 }),
    c.custom('enterprise_types', types, { width: 220, title: types }),
    c.custom('verified_at', verificationMark, { width: 100 }),
    c.text('region_name', { width: 200 }),
    c.text('contact_name', { width: 100 }),
    c.code('contact_phone', { width: 130 }),
    c.state('state', 'EnterpriseState', enterpriseTones),
    c.choice('review_mode', 'ReviewMode', { width: 100 }),
    c.text('state_reason', { width: 200, optional: true }),
    c.time('created_at'),
  ],
  rowActions: [
    { label: t('查看'), run: show },
    { label: t('审核方式'), show: () => mayControl(), run: changeReview },
    { label: t('停用'), danger: true, show: (e) => e.state === 'active' && mayControl(), run: disable },
    { label: t('恢复'), show: (e) => e.state === 'disabled' && mayControl(), run: enable },
  ],
});
