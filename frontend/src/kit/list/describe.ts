import type { IconName } from '../../ui/icons';
import type { PageContext } from '../page';
import type { Column } from './columns';
import type { Filter, SearchField } from './search';

/** A row of any list. */
export type Row = Record<string, unknown>;

/** What actions get to work with. */
export interface ListHandle {
  reload: () => Promise<void>;
  filter: Filter;
  ctx: PageContext;
}

export interface RowAction<R> {
  label: string;
  /** An address, for actions that are pages. */
  to?(row: R): string;
  run?(row: R, list: ListHandle): unknown;
  show?(row: R): boolean;
  danger?: boolean;
}
export interface ToolAction {
  label: string;
  icon?: IconName;
  primary?: boolean;
  to?: (list: ListHandle) => string;
  run?: (list: ListHandle) => unknown;
  permission?: string;
}

/**
 * A page that is a list of rows `R`, asked for with the query `Q`. What takes either is written as a method, so that the
 * definition of any row fits the element, which has none.
 */
export interface ListPageDef<R extends Row = Row, Q extends Row = Row> {
  title: string;
  rowKey(row: R): string;
  load(query: Q): Promise<{ items: R[]; total: number }>;
  search?: readonly SearchField[];
  columns: readonly Column<R>[];
  tools?: readonly ToolAction[];
  rowActions?: readonly RowAction<R>[];
  /** Said when there is nothing at all, and what to do about it. */
  empty?: { text: string; action?: (list: ListHandle) => unknown };
  /** Milliseconds after which rows that are moving are read again. */
  poll?(rows: readonly R[]): number | undefined;
  /** What stands above the table. */
  intro?: (list: ListHandle) => unknown;
}

export const isAllowed =
  <R>(row: R) =>
  (a: RowAction<R>): boolean =>
    !a.show || a.show(row);
