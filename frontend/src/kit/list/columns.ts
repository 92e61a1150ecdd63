// The columns of a table, described in terms of the record they show.

import { html } from 'lit';
import type { EnumName } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { dateTime, num } from '../../base/format';
import { t } from '../../base/i18n';

export type Tone = 'success' | 'processing' | 'warning' | 'danger' | 'default';

export interface Column<R> {
  key: string;
  label: string;
  /** At least; headings and marks are never cut, so it may become more (fit.ts). */
  width: number;
  /** How wide it becomes to show its cells whole; without, as wide as they are. What is cut has its `title`. */
  most?: number;
  align?: 'end';
  /** Stays in view when the table is scrolled sideways. */
  fixed?: boolean;
  /** The name by which the server sorts. */
  sort?: string;
  /** Hidden until it is ticked in the column settings. */
  optional?: boolean;
  /** On a phone each row is a card: its heading, the mark beside it, nothing, or a line (the default). */
  role?: 'heading' | 'mark' | 'index';
  /** `index` counts the rows of all pages from 0. */
  cell(row: R, index: number): unknown;
  /** The whole text, for cells that are cut short. */
  title?(row: R): string;
}
type Options<R> = Partial<
  Pick<Column<R>, 'label' | 'width' | 'most' | 'align' | 'fixed' | 'sort' | 'optional' | 'role'>
>;

const NOTHING = '–';
/** Wide enough for a GTIN, a serial of 20 characters, most certificates. */
const CODE = 216;

export function columns<R extends object>(labels: Record<keyof R & string, string>) {
  type K = keyof R & string;
  const base = (key: string, o: Options<R>, width: number): Omit<Column<R>, 'cell'> => ({
    key,
    width,
    label: t((labels as Record<string, string>)[key] ?? key),
    ...o,
  });
  const shown = (row: R, key: K): string => {
    const value = row[key];
    return value === undefined || value === null || value === '' ? NOTHING : String(value);
  };
  return {
    /** 序号 */
    index: (): Column<R> => ({
      key: 'index',
      label: t('序号'),
      width: 62,
      role: 'index',
      cell: (_, index) => html`<span class="num muted">${num(index + 1)}</span>`,
    }),
    text: (key: K, o: Options<R> = {}): Column<R> => ({
      ...base(key, { most: 0, ...o }, 140),
      cell: (r) => shown(r, key),
      title: (r) => shown(r, key),
    }),
    code: (key: K, o: Options<R> = {}): Column<R> => ({
      ...base(key, { most: CODE, ...o }, 150),
      cell: (r) => html`<span class="num">${shown(r, key)}</span>`,
      title: (r) => shown(r, key),
    }),
    number: (key: K, o: Options<R> = {}): Column<R> => ({
      ...base(key, o, 110),
      align: 'end',
      cell: (r) => html`<span class="num">${num((r[key] as number | undefined) ?? 0)}</span>`,
    }),
    time: (key: K, o: Options<R> = {}): Column<R> => ({
      ...base(key, o, 146),
      cell: (r) => html`<span class="num">${r[key] ? dateTime(r[key] as string) : NOTHING}</span>`,
    }),
    date: (key: K, o: Options<R> = {}): Column<R> => ({
      ...base(key, o, 104),
      cell: (r) => html`<span class="num">${shown(r, key)}</span>`,
    }),
    /** A code as a coloured mark. */
    state: <N extends EnumName>(key: K, name: N, tones: Record<string, Tone>, o: Options<R> = {}): Column<R> => ({
      ...base(key, { role: 'mark', ...o }, 84),
      cell: (r) => html`<span class="tag ${tones[r[key] as string] ?? ''}">${nameOf(name, r[key] as string)}</span>`,
    }),
    /** A code as its name. */
    choice: <N extends EnumName>(key: K, name: N, o: Options<R> = {}): Column<R> => ({
      ...base(key, o, 110),
      cell: (r) => nameOf(name, r[key] as string) || NOTHING,
    }),
    custom: (key: string, cell: Column<R>['cell'], o: Options<R> & Pick<Column<R>, 'title'> = {}): Column<R> => ({
      ...base(key, o.title ? { most: 0, ...o } : o, 200),
      title: o.title,
      cell,
    }),
  };
}
