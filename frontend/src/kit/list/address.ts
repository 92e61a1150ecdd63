// The state of a list as it stands in the address bar, so that it can be bookmarked, sent, and gone back to.

import { PAGE_SIZES } from '../../ui/pagination';
import type { Filter } from './search';

export interface ListState {
  filter: Filter;
  page: number;
  size: number;
  sort: string;
}
const PAGE_SIZE = 20;

/** What an address asks for; what is not a filter of the list, and what makes no sense, is left out. */
export function readState(query: URLSearchParams, keys: readonly string[]): ListState {
  const filter = Object.fromEntries(keys.map((k) => [k, query.get(k) ?? '']).filter(([, v]) => v));
  const size = Number(query.get('page_size'));
  return {
    filter,
    page: Math.max(1, Number.parseInt(query.get('page') ?? '', 10) || 1),
    size: PAGE_SIZES.includes(size) ? size : PAGE_SIZE,
    sort: query.get('sort') ?? '',
  };
}

/** The reverse; what is as usual is not written. */
export function writeState(state: ListState): string {
  const query = new URLSearchParams(state.filter);
  if (state.page > 1) query.set('page', String(state.page));
  if (state.size !== PAGE_SIZE) query.set('page_size', String(state.size));
  if (state.sort) query.set('sort', state.sort);
  return query.toString();
}
