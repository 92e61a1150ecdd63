// What the reader was told: an enterprise has an inbox, and the operators have one together. How much of it is unread
// stands in the header, so everything that changes it goes through here.

import { api, type S, unwrap } from './client';
import type { operations } from './schema';
import { session } from './session';

export type Notice = S<'NoticeItem'>;
export type NoticeQuery = NonNullable<operations['list_notices']['parameters']['query']>;

const isOperator = (): boolean => session.may('platform.notice.read');
export const mayReadNotices = (): boolean => isOperator() || session.may('notice.read');

let unread = 0;
const listeners = new Set<(unread: number) => void>();

/** Calls `fn` now and whenever the number changes, until what is returned is called. */
export function onUnread(fn: (unread: number) => void): () => void {
  listeners.add(fn);
  fn(unread);
  return () => listeners.delete(fn);
}
export async function countUnread(): Promise<void> {
  const count = isOperator() ? api.GET('/api/v1/platform/notices/unread') : api.GET('/api/v1/notices/unread');
  unread = (await unwrap(count)).unread;
  for (const fn of listeners) fn(unread);
}

export const listNotices = (query: NoticeQuery): Promise<S<'Page_NoticeItem'>> =>
  unwrap(
    isOperator()
      ? api.GET('/api/v1/platform/notices', { params: { query } })
      : api.GET('/api/v1/notices', { params: { query } }),
  );

/** Marks one as read, unless it is. */
export async function readNotice(n: Notice): Promise<void> {
  if (n.read_at) return;
  const params = { path: { id: n.id } };
  await unwrap(
    isOperator()
      ? api.POST('/api/v1/platform/notices/{id}/read', { params })
      : api.POST('/api/v1/notices/{id}/read', { params }),
  );
  await countUnread();
}
export async function readAllNotices(): Promise<void> {
  await unwrap(isOperator() ? api.POST('/api/v1/platform/notices/read') : api.POST('/api/v1/notices/read'));
  await countUnread();
}
