// What could not be read of a stored record, so that nobody takes it for empty.

import { html, nothing, type TemplateResult } from 'lit';
import type { Rule } from '../../api/constraints';
import { t } from '../../base/i18n';
import { icon } from '../../ui/icons';

type Rules = Readonly<Record<string, Rule>>;

/** The fields by the titles people know; what is no field is the record as a whole. */
export const titlesOf = (unreadable: readonly string[], rules: Rules): string[] =>
  unreadable.map((name) => (rules[name] ? t(rules[name].label) : t('整条记录')));

export function unreadableNote(unreadable: readonly string[], rules: Rules): TemplateResult | typeof nothing {
  if (!unreadable.length) return nothing;
  return html`<div class="alert warning" role="alert">${icon('warning')}<div class="alert-text">
    <p>${t('以下内容已保存但无法读取，显示为空不代表没有填写；请重新填写并保存：')}</p>
    <ul>${titlesOf(unreadable, rules).map((title) => html`<li>${title}</li>`)}</ul></div></div>`;
}
