// Fields that hold a list of texts.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../base/i18n';
import { icon } from '../../ui/icons';
import type { Control } from './field';
import { note, part, replaced, without } from './part';

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
