import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { DeliveryItemLabels, list_deliveries } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { facts, mark } from '../../kit/record/facts';
import { deliveryTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { message } from '../../ui/toast';

type Delivery = S<'DeliveryItem'>;
type Query = NonNullable<operations['list_deliveries']['parameters']['query']>;
const c = columns<Delivery>(DeliveryItemLabels);
const s = search<Query>(list_deliveries);
const EVERY = 3000;

const label = (key: keyof Delivery): string => t(DeliveryItemLabels[key]);
const time = (at: string | null | undefined): unknown => at && html`<span class="num">${dateTime(at)}</span>`;
const isOpen = (d: Delivery): boolean => d.state === 'waiting' || d.state === 'sending';

const show = (d: Delivery): Promise<unknown> =>
  openDrawer({
    title: nameOf('NoticeCode', d.notice_code),
    width: 560,
    footer: false,
    body: () =>
      html`<div class="one-column">${facts([
        { label: label('enterprise_name'), value: d.enterprise_name },
        { label: label('via'), value: nameOf('NoticeVia', d.via) },
        { label: label('address'), value: html`<span class="num">${d.address}</span>` },
        { label: label('text'), value: d.text },
        ...(d.notices > 1 ? [{ label: label('notices'), value: d.notices }] : []),
        { label: label('state'), value: mark(nameOf('DeliveryState', d.state), deliveryTones[d.state]) },
        { label: label('tries'), value: d.tries },
        { label: label('last_error'), value: d.last_error },
        { label: label('created_at'), value: time(d.created_at) },
        ...(isOpen(d) ? [{ label: label('due_at'), value: time(d.due_at) }] : []),
        { label: label('ended_at'), value: time(d.ended_at) },
      ])}</div>`,
  });

async function retry(d: Delivery, list: ListHandle): Promise<void> {
  const text = t('将发送到该企业当前登记的手机号或邮箱。');
  if (!(await confirm(t('重新发送这条消息？'), text, { okText: t('重新发送') }))) return;
  await unwrap(api.POST('/api/v1/platform/deliveries/{id}/retry', { params: { path: { id: d.id } } }));
  message.success(t('已重新排队发送'));
  await list.reload();
}

export default listPage<Delivery, Query>({
  title: t('短信与邮件发送记录'),
  rowKey: (d) => d.id,
  load: (query) => unwrap(api.GET('/api/v1/platform/deliveries', { params: { query } })),
  search: [
    s.text('enterprise_name', t('企业名称的一部分')),
    s.choice('state'),
    s.choice('via'),
    s.choice('notice_code'),
    s.range('created_from', 'created_to', t('提交时间')),
  ],
  columns: [
    c.text('enterprise_name', { width: 220, fixed: true, role: 'heading' }),
    c.choice('notice_code', 'NoticeCode', { width: 150 }),
    c.choice('via', 'NoticeVia', { width: 70 }),
    c.code('address', { width: 160 }),
    c.state('state', 'DeliveryState', deliveryTones, { width: 96 }),
    c.number('tries', { width: 104 }),
    c.text('last_error', { width: 220 }),
    c.time('created_at'),
    c.time('ended_at'),
    c.time('due_at', { optional: true }),
    c.text('text', { width: 320, optional: true }),
  ],
  rowActions: [
    { label: t('查看'), run: show },
    { label: t('重新发送'), show: (d) => d.state === 'failed' && session.may('platform.delivery.retry'), run: retry },
  ],
  poll: (found) => (found.some(isOpen) ? EVERY : undefined),
  empty: { text: t('还没有发送过短信或邮件') },
});
