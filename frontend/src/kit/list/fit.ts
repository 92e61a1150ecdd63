// How wide columns have to be, measured when their rows are on the screen: what texts take differs with language and data,
// so no width that is written down fits them all.

import type { Column } from './columns';

/** What stands for the column of actions among the widths. */
export const ACTIONS = 'actions';
/** What the sides of a cell take. */
const PADDING = 24;
/** No column takes more of a screen. */
const MOST = 420;

export type Widths = ReadonlyMap<string, number>;

/** What the content of a cell takes on one line, however wide the cell is. */
function widthOf(cell: Element): number {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return Math.ceil(range.getBoundingClientRect().width) + PADDING;
}

// biome-ignore lint/suspicious/noExplicitAny: what the rows are does not matter to their width
type AnyColumn = Column<any>;

/**
 * The widths that show every heading, mark and action whole, and of other cells as much as their column allows. A width is
 * left out where the declared one is enough.
 */
export function measure(table: HTMLTableElement, columns: readonly AnyColumn[]): Map<string, number> {
  const widths = new Map<string, number>();
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.matches('.no-rows'));
  const heads = table.tHead?.rows[0]?.cells ?? [];
  for (const [i, head] of [...heads].entries()) {
    const column = columns[i];
    const most = column ? Math.min(column.most ?? MOST, MOST) : MOST;
    const cells = most ? rows.map((row) => row.cells[i]).filter((cell) => cell !== undefined) : [];
    const needed = Math.max(widthOf(head), Math.min(most, Math.max(0, ...cells.map(widthOf))));
    if (needed > (column?.width ?? 0)) widths.set(column?.key ?? ACTIONS, needed);
  }
  return widths;
}

export const areEqual = (a: Widths, b: Widths): boolean =>
  a.size === b.size && [...a].every(([key, width]) => b.get(key) === width);

/** The columns, as wide as they have to be. */
export const fitted = (columns: readonly AnyColumn[], widths: Widths): AnyColumn[] =>
  columns.map((c) => ({ ...c, width: Math.max(c.width, widths.get(c.key) ?? 0) }));
