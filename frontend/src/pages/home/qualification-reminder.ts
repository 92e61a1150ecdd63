import { html, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';

/** Certificates that have ended or will soon (F030). */
export function expiryReminders(n: S<'QualificationOverview'>): TemplateResult[] {
  const line = (tone: string, text: string, expiry_state: string) => html`<div class="alert ${tone}">${icon('warning')}
    <div class="alert-text">${text}</div>
    <div class="btns"><a class="btn" href=${links.qualifications({ expiry_state })}>${t('去处理')}</a></div></div>`;
  return [
    ...(n.expired ? [line('error', t('{n} 项资质已过期，请更新证书。', { n: num(n.expired) }), 'expired')] : []),
    ...(n.expiring
      ? [line('warning', t('{n} 项资质将在 60 天内到期，请及时换证。', { n: num(n.expiring) }), 'expiring')]
      : []),
  ];
}
