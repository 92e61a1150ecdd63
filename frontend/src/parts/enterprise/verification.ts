// Whether the platform has compared what an enterprise says it is with its licence, and what it can do about it.

import { html, nothing, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { mark } from '../../kit/record/facts';
import { icon } from '../../ui/icons';

type Request = S<'IdentityRequestView'>;

export const verificationMark = (e: Pick<S<'EnterpriseView'>, 'verified_at'>): TemplateResult =>
  e.verified_at ? mark(t('已核验'), 'success') : mark(t('待核验'), 'warning');

/** What the people of an enterprise should know of its verification; nothing when there is nothing to say. */
export function verificationNote(e: S<'EnterpriseView'>, newest: Request | undefined): TemplateResult[] {
  const waits = newest?.state === 'submitted';
  const note = (tone: string, text: string, toDo: boolean) =>
    html`<div class="alert ${tone}">${icon(tone === 'info' ? 'info' : 'warning')}<div class="alert-text">${text}</div>
      ${
        toDo && session.may('enterprise.write')
          ? html`<div class="btns"><a class="btn" href=${links.enterpriseChange}>${t('申请核验')}</a></div>`
          : nothing
      }</div>`;
  if (e.verified_at) return waits ? [note('info', t('企业变更申请等待平台审核；审核前仍使用原来的信息。'), false)] : [];
  if (waits)
    return [note('warning', t('企业信息待核验：平台正在核对营业执照。在此之前，扫码页会标明“待核验”。'), false)];
  const why = newest?.state === 'rejected' ? newest.state_reason : '';
  return [
    note(
      'error',
      why
        ? t('企业信息未通过核验：{reason}。请补正后重新申请；在此之前，扫码页会标明“待核验”。', { reason: why })
        : t('企业信息待核验，但没有等待处理的申请。请申请核验；在此之前，扫码页会标明“待核验”。'),
      true,
    ),
  ];
}
