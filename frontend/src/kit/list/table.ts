// Rows as a table, or on a phone as cards.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../ui/icons';
import '../../ui/menu';
import { t } from '../../base/i18n';
import type { MenuItem } from '../../ui/menu';
import type { Column } from './columns';
import { isAllowed, type RowAction } from './describe';

export interface TableView<R> {
  caption: string;
  rows: readonly R[];
  /** How many rows come before them, on other pages. */
  before: number;
  rowKey: (row: R) => string;
  columns: readonly Column<R>[];
  actions: readonly RowAction<R>[];
  actionsWidth: number;
  density: string;
  sort: string;
  isBusy: boolean;
  onSort: (sort: string) => void;
  act: (action: RowAction<R>, row: R) => void;
  /** Shown instead of rows. */
  nothing: unknown;
}

/** So many actions stand in a row; more go into a menu. */
const ROOM = 3;

function actions<R>(v: TableView<R>, row: R, room = ROOM): TemplateResult {
  const allowed = v.actions.filter(isAllowed(row));
  const fits = allowed.length <= room;
  const inline = fits ? allowed : allowed.slice(0, room - 1);
  const rest = fits ? [] : allowed.slice(room - 1);
  const button = (a: RowAction<R>) =>
    a.to
      ? html`<a href=${a.to(row)}>${a.label}</a>`
      : html`<button type="button" class="btn link ${a.danger ? 'danger' : ''}" @click=${() => v.act(a, row)}>${a.label}</button>`;
  const item = (a: RowAction<R>): MenuItem => ({
    label: a.label,
    danger: a.danger,
    href: a.to?.(row),
    run: () => v.act(a, row),
  });
  const more = html`<pm-menu .items=${rest.map(item)} .face=${html`${t('更多')}${icon('down')}`}></pm-menu>`;
  return html`<span class="row-actions">${inline.map(button)}${rest.length ? more : nothing}</span>`;
}

/** How far from the left the fixed columns stand. */
function offsets<R>(columns: readonly Column<R>[]): Map<string, number> {
  const left = new Map<string, number>();
  let x = 0;
  for (const c of columns) {
    if (!c.fixed) break;
    left.set(c.key, x);
    x += c.width;
  }
  return left;
}

function heading<R>(v: TableView<R>, c: Column<R>): unknown {
  if (!c.sort) return c.label;
  const up = v.sort === c.sort;
  const down = v.sort === `-${c.sort}`;
  const next = up ? `-${c.sort}` : down ? '' : c.sort;
  return html`<button class="sorter" type="button" @click=${() => v.onSort(next)}>${c.label}<span class="carets">
    <span class=${up ? 'on' : ''}>${icon('caretUp')}</span><span class=${down ? 'on' : ''}>${icon('caretDown')}</span></span></button>`;
}
function ariaSort<R>(v: TableView<R>, c: Column<R>): string | typeof nothing {
  if (!c.sort) return nothing;
  if (v.sort === c.sort) return 'ascending';
  return v.sort === `-${c.sort}` ? 'descending' : 'none';
}

export function table<R>(v: TableView<R>): TemplateResult {
  const left = offsets(v.columns);
  const lastFixed = [...left.keys()].pop();
  const standing = v.columns.filter((c) => c.role === 'mark' && !left.has(c.key)).at(-1);
  const place = (c: Column<R>): string => {
    // Where it stands is seen however far the table is scrolled.
    if (c === standing) return `${c.align ?? ''} fixed-mark`;
    if (!left.has(c.key)) return c.align ?? '';
    return `${c.align ?? ''} fixed-left ${c.key === lastFixed ? 'edge' : ''}`;
  };
  const hasActions = v.actions.length > 0;
  const style = (c: Column<R>): string | typeof nothing => {
    if (left.has(c.key)) return `left:${left.get(c.key)}px`;
    return c === standing ? `right:${hasActions ? v.actionsWidth : 0}px` : nothing;
  };
  const width = v.columns.reduce((sum, c) => sum + c.width, hasActions ? v.actionsWidth : 0);
  const span = v.columns.length + (hasActions ? 1 : 0);
  const row = (r: R, i: number) =>
    html`<tr>${v.columns.map(
      (c) =>
        html`<td class=${place(c)} style=${style(c)} title=${c.title?.(r) ?? nothing}>${c.cell(r, v.before + i)}</td>`,
    )}${hasActions ? html`<td class="fixed-right">${actions(v, r)}</td>` : nothing}</tr>`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${v.caption}>
    <table class="table ${v.density}" style="min-width:${width}px" aria-busy=${v.isBusy}>
      <colgroup>${v.columns.map((c) => html`<col style="width:${c.width}px" />`)}${hasActions ? html`<col style="width:${v.actionsWidth}px" />` : nothing}</colgroup>
      <thead><tr>${v.columns.map(
        (c) =>
          html`<th scope="col" class=${place(c)} style=${style(c)} aria-sort=${ariaSort(v, c)}>${heading(v, c)}</th>`,
      )}${hasActions ? html`<th scope="col" class="fixed-right">${t('操作')}</th>` : nothing}</tr></thead>
      <tbody>${
        v.rows.length
          ? repeat(v.rows, v.rowKey, row)
          : html`<tr class="no-rows"><td colspan=${span}>${v.nothing}</td></tr>`
      }</tbody>
    </table></div>`;
}

export function cards<R>(v: TableView<R>): TemplateResult {
  if (!v.rows.length) return html`${v.nothing}`;
  const heading = v.columns.find((c) => c.role === 'heading') ?? v.columns[0];
  const mark = v.columns.find((c) => c.role === 'mark');
  const lines = v.columns.filter((c) => c !== heading && c !== mark && c.role !== 'index');
  const card = (r: R, i: number) => html`<li class="row-card">
    <div class="row-card-head"><div class="row-card-title">${heading?.cell(r, v.before + i)}</div>${mark?.cell(r, v.before + i) ?? nothing}</div>
    <dl>${lines.map((c) => html`<div><dt>${c.label}</dt><dd>${c.cell(r, v.before + i)}</dd></div>`)}</dl>
    ${v.actions.some(isAllowed(r)) ? html`<div class="row-card-foot">${actions(v, r, 4)}</div>` : nothing}
  </li>`;
  return html`<ul class="row-cards" aria-label=${v.caption}>${repeat(v.rows, v.rowKey, card)}</ul>`;
}
