// The list of what the reader was told, for an enterprise and for the operators.

import { html } from 'lit';
import { list_notices, NoticeItemLabels } from '../../api/constraints';
import { listNotices, type Notice, type NoticeQuery, readAllNotices, readNotice } from '../../api/notices';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { type SearchField, search } from '../../kit/list/search';
import type { PageDef } from '../../kit/page';
import { openDrawer } from '../../ui/dialog';
import { message } from '../../ui/toast';
import './notice.css';

const c = columns<Notice>(NoticeItemLabels);
const s = search<NoticeQuery>(list_notices);

const unread: SearchField = {
  keys: ['unread'],
  label: t('状态'),
  kind: 'select',
  options: [
    { value: 'true', label: t('未读') },
    { value: 'false', label: t('已读') },
  ],
};
const title = (n: Notice): unknown =>
  html`<span class="notice-title ${n.read_at ? '' : 'unread'}"><span>${n.title}</span></span>`;
const state = (n: Notice): unknown =>
  html`<span class="tag ${n.read_at ? '' : 'processing'}">${n.read_at ? t('已读') : t('未读')}</span>`;

/** Goes to what it is about, or shows all of the text. */
async function open(n: Notice, list: ListHandle): Promise<void> {
  await readNotice(n);
  if (n.link) return list.ctx.go(n.link);
  await openDrawer({
    title: n.title,
    width: 480,
    footer: false,
    body: () => html`<p>${n.text}</p><p class="muted num">${dateTime(n.created_at)}</p>`,
  });
  await list.reload();
}
async function mark(n: Notice, list: ListHandle): Promise<void> {
  await readNotice(n);
  await list.reload();
}
async function markAll(list: ListHandle): Promise<void> {
  await readAllNotices();
  message.success(t('已全部标为已读'));
  await list.reload();
}

export const inbox = (): PageDef =>
  listPage<Notice, NoticeQuery>({
    title: t('消息列表'),
    rowKey: (n) => n.id,
    load: listNotices,
    search: [unread, s.choice('kind'), s.range('created_from', 'created_to', t('时间'))],
    columns: [
      c.custom('title', title, { width: 190, fixed: true, role: 'heading', title: (n) => n.title }),
      c.text('text', { width: 420 }),
      c.choice('kind', 'NoticeKind', { width: 130 }),
      c.time('created_at'),
      c.custom('read_at', state, { width: 84, label: t('状态'), role: 'mark' }),
    ],
    tools: [{ label: t('全部标为已读'), icon: 'check', run: markAll }],
    rowActions: [
      { label: t('查看'), run: open },
      { label: t('标为已读'), show: (n) => !n.read_at, run: mark },
    ],
    empty: { text: t('还没有消息') },
  });
