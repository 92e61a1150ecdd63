import { html, type TemplateResult } from 'lit';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import type { Values } from '../../kit/form/field';
import { icon } from '../../ui/icons';
import { fits, previewRun } from './serials';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** From which serial to which, before anything is issued. */
export function runNote(v: Values): TemplateResult {
  const [prefix, start] = [text(v.serial_prefix), text(v.first_serial)];
  const quantity = v.quantity as number | undefined;
  const problem = (words: string) =>
    html`<div class="alert error" role="status">${icon('error')}<div>${words}</div></div>`;
  const note = (words: string) => html`<div class="alert" role="status">${icon('info')}<div>${words}</div></div>`;
  if (!start && !fits(prefix, 1)) return problem(t('序列号前缀最多 19 个字符，不能有汉字或空格'));
  const preview = previewRun(prefix, start, quantity);
  if (!preview && !start && quantity && quantity > 0)
    return note(t('将自动分配 {n} 个单品码，接在该前缀已有的序列号之后', { n: num(quantity) }));
  if (!preview) return note(t('填写数量后，这里显示将生成的序列号'));
  if ('problem' in preview) return problem(preview.problem);
  const { first, last, count } = preview.run;
  return html`<div class="alert success" role="status">${icon('success')}<div class="run-note">
    <span>${t('将生成 {n} 个单品码', { n: num(count) })}</span>
    <span class="run-ends"><b class="num">${first}</b>${icon('to')}<b class="num">${last}</b></span></div></div>`;
}
