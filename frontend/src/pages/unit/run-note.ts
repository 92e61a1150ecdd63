import { html, type TemplateResult } from 'lit';
import type { Values } from '../../core/form/field';
import { num } from '../../core/format';
import { t } from '../../core/i18n';
import { previewRun } from '../../core/serials';
import { icon } from '../../ui/icons';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** From which serial to which, before anything is issued. */
export function runNote(v: Values): TemplateResult {
  const [prefix, start] = [text(v.serial_prefix), text(v.first_serial)];
  const quantity = v.quantity as number | undefined;
  const preview = previewRun(prefix, start, quantity);
  const note = (words: string) => html`<div class="alert">${icon('info')}<div>${words}</div></div>`;
  if (!preview && !start && quantity && quantity > 0)
    return note(
      prefix
        ? t('将接续前缀“{prefix}”最后的序列号，生成 {n} 个单品码', { prefix, n: num(quantity) })
        : t('将接续无前缀的最后一个序列号，生成 {n} 个单品码', { n: num(quantity) }),
    );
  if (!preview) return note(t('填写数量后，这里显示将生成的序列号'));
  if ('problem' in preview)
    return html`<div class="alert error" role="status">${icon('error')}<div>${preview.problem}</div></div>`;
  const { first, last, count } = preview.run;
  return html`<div class="alert success" role="status">${icon('success')}<div class="run-note">
    <span>${t('将生成 {n} 个单品码', { n: num(count) })}</span>
    <span class="run-ends"><b class="num">${first}</b>${icon('to')}<b class="num">${last}</b></span></div></div>`;
}
