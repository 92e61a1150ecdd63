// Fields that hold a list: of texts, or of small records.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../ui/icons';
import { t } from '../i18n';
import { isEmpty } from '../validate';
import type { Control, Field, Values } from './field';

/** The control of one place in a list; `put` makes the list with a new value at this place. */
function part(c: Control, path: string, aria: string, value: unknown, put: (value: unknown) => unknown): Control {
  const set = (to: unknown, commit?: boolean): void => {
    if (!Object.is(to, value)) c.set(put(to), commit, path);
    else if (!isEmpty(to)) c.set(c.value, commit, path);
  };
  const id = `${c.id}${path.slice(c.path.length).replaceAll('/', '-')}`;
  const invalid = !!c.error(path);
  const noted = invalid || c.warning(path);
  return { ...c, id, path, aria, value, set, invalid, describedBy: noted ? `${id}-message` : '' };
}
function note(c: Control): TemplateResult | typeof nothing {
  const error = c.error(c.path);
  const text = error ?? c.warning(c.path);
  return text
    ? html`<div class="note ${error ? 'error' : 'warning'}" id="${c.id}-message" role=${error ? 'alert' : nothing}>${text}</div>`
    : nothing;
}
const replaced = <T>(list: readonly T[], i: number, value: T): T[] => list.map((x, j) => (j === i ? value : x));
const without = <T>(list: readonly T[], i: number): T[] => list.filter((_, j) => j !== i);

function adder(length: number, max: number, label: string, add: () => void): TemplateResult {
  return html`<button class="btn dashed" type="button" ?disabled=${length >= max} @click=${add}>
    ${icon('plus')}${label}<span class="muted num">${length} / ${max}</span></button>`;
}
/** After a row was added or removed the focus goes where the user goes on. */
function focusLater(id: string): void {
  // The form is drawn again in a microtask.
  setTimeout(() => document.getElementById(id)?.focus());
}

/** A list of texts, one input each. */
export function lines(o: { draw: (c: Control) => TemplateResult; max: number; add: string }) {
  return (c: Control): TemplateResult => {
    const list = (c.value as string[] | undefined) ?? [];
    const remove = (i: number): void => {
      c.set(without(list, i), false);
      focusLater(`${c.id}-${Math.max(0, i - 1)}`);
    };
    const line = (value: string, i: number) => {
      const aria = t('{label} {n}', { label: c.label, n: i + 1 });
      const item = part(c, `${c.path}/${i}`, aria, value, (v) => replaced(list, i, v as string));
      return html`<div class="line">${o.draw(item)}<button class="tool" type="button" aria-label=${t('删除第 {n} 项', { n: i + 1 })}
        title=${t('删除')} @click=${() => remove(i)}>${icon('delete')}</button>${note(item)}</div>`;
    };
    return html`<div class="lines" role="group" aria-label=${c.label} aria-describedby=${c.describedBy || nothing}>
      ${repeat(list, (_, i) => i, line)}
      ${adder(list.length, o.max, o.add, () => {
        c.set([...list, ''], false);
        focusLater(`${c.id}-${list.length}`);
      })}</div>`;
  };
}

/** A table of records that can be added, moved and removed. */
export function rows(o: { columns: Field[]; blank: () => Values; max: number; add: string }) {
  return (c: Control): TemplateResult => {
    const list = (c.value as Values[] | undefined) ?? [];
    const change = (to: Values[]): void => c.set(to, false);
    const up = (i: number): void => change([...list.slice(0, i - 1), list[i]!, list[i - 1]!, ...list.slice(i + 1)]);
    const cell = (f: Field, row: Values, i: number) => {
      const aria = t('第 {n} 行 {label}', { n: i + 1, label: f.label });
      const put = (v: unknown) => replaced(list, i, { ...row, [f.name]: v });
      const item = part(c, `${c.path}/${i}/${f.name}`, aria, row[f.name], put);
      return html`<td data-label=${f.label}>${f.control(item)}${note(item)}</td>`;
    };
    const row = (value: Values, i: number) => html`<tr>
      <td class="index num">${i + 1}</td>${o.columns.map((f) => cell(f, value, i))}
      <td class="ops"><button class="tool" type="button" ?disabled=${i === 0} aria-label=${t('上移第 {n} 行', { n: i + 1 })} title=${t('上移')} @click=${() => up(i)}>${icon('up')}</button>
        <button class="tool" type="button" aria-label=${t('删除第 {n} 行', { n: i + 1 })} title=${t('删除')} @click=${() => change(without(list, i))}>${icon('delete')}</button></td></tr>`;
    const head = html`<thead><tr><th class="index" scope="col">#</th>${o.columns.map(
      (f) =>
        html`<th scope="col">${f.rule.required && f.rule.minLength ? html`<span class="required" aria-hidden="true">*</span>` : nothing}${f.label}</th>`,
    )}<th class="ops" scope="col">${t('操作')}</th></tr></thead>`;
    return html`<div class="rows">
      ${list.length ? html`<table aria-label=${c.label}>${head}<tbody>${repeat(list, (_, i) => i, row)}</tbody></table>` : nothing}
      ${adder(list.length, o.max, o.add, () => {
        change([...list, o.blank()]);
        focusLater(`${c.id}-${list.length}-${o.columns[0]?.name}`);
      })}</div>`;
  };
}
