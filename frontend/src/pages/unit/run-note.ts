import { html, type TemplateResult } from 'lit';
import type { Values } from '../../core/form/field';
import { num } from '../../core/format';
import { t } from '../../core/i18n';
import { previewRun } from '../../core/serials';
import { icon } from '../../ui/icons';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** From which serial to which, before anything is issued. */
export function runNote(v: Values): TemplateResult {
  const preview = previewRun(text(v.serial_prefix), text(v.first_serial), v.quantity as number | undefined);
  if (!preview)
    return html`<div class="alert">${icon('info')}<div>${t('填写数量和起始序列号后，这里显示将生成的序列号')}</div></div>`;
  if ('problem' in preview)
    return html`<div class="alert error" role="status">${icon('error')}<div>${preview.problem}</div></div>`;
  const { first, last, count } = preview.run;
  return html`<div class="alert success" role="status">${icon('success')}<div class="run-note">
    <span>${t('将生成 {n} 个单品码', { n: num(count) })}</span>
    <span class="run-ends"><b class="num">${first}</b>${icon('to')}<b class="num">${last}</b></span></div></div>`;
}
