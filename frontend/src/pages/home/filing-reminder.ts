import { html, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';

/** What is to be filed, as a line of the home page; nothing when nothing is. */
export function filingReminder(due: { items: readonly S<'DueFiling'>[]; total: number }): TemplateResult[] {
  if (!due.total) return [];
  // The most urgent comes first, so it tells whether any is late.
  const isLate = due.items.some((d) => d.is_overdue);
  const text = isLate
    ? t('{n} 期产品数量待填报，其中有逾期的。', { n: num(due.total) })
    : t('{n} 期产品数量待填报。', { n: num(due.total) });
  return [
    html`<div class="alert ${isLate ? 'error' : 'warning'}">${icon('warning')}<div class="alert-text">${text}</div>
      <div class="btns"><a class="btn" href=${links.filingsDue}>${t('去填报')}</a></div></div>`,
  ];
}
