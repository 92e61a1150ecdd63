// Controls inside a control: the places of a list, the fields of a row.

import { html, nothing, type TemplateResult } from 'lit';
import type { Control, Values } from './field';
import { isEmpty } from './validate';

/** The control of one place in a list; `put` makes the list with a new value at this place. */
export function part(
  c: Control,
  path: string,
  aria: string,
  value: unknown,
  put: (value: unknown) => unknown,
): Control {
  const set = (to: unknown, commit?: boolean): void => {
    if (!Object.is(to, value)) c.set(put(to), commit, path);
    else if (!isEmpty(to)) c.set(c.value, commit, path);
  };
  const id = `${c.id}${path.slice(c.path.length).replaceAll('/', '-')}`;
  const invalid = !!c.error(path);
  const noted = invalid || c.warning(path);
  return { ...c, id, path, aria, value, set, invalid, describedBy: noted ? `${id}-message` : '' };
}
/** The control of one field of a row: it knows its row, and sets other fields of that row. */
export function cell(
  c: Control,
  at: { path: string; name: string; aria: string },
  row: Values,
  put: (row: Values) => unknown,
): Control {
  const one = part(c, `${at.path}/${at.name}`, at.aria, row[at.name], (v) => put({ ...row, [at.name]: v }));
  return { ...one, row, patch: (values) => c.set(put({ ...row, ...values }), false, at.path) };
}

export function note(c: Control, help = ''): TemplateResult | typeof nothing {
  const error = c.error(c.path);
  const text = error ?? c.warning(c.path) ?? help;
  const tone = error ? 'error' : c.warning(c.path) ? 'warning' : '';
  return text
    ? html`<div class="note ${tone}" id="${c.id}-message" role=${error ? 'alert' : nothing}>${text}</div>`
    : nothing;
}

export const replaced = <T>(list: readonly T[], i: number, value: T): T[] => list.map((x, j) => (j === i ? value : x));
export const without = <T>(list: readonly T[], i: number): T[] => list.filter((_, j) => j !== i);
/** The list with one of its items taken from its place to another. */
export function shifted<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined || from === to) return [...list];
  const rest = without(list, from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
