// An identity request as the enterprise and the operator read it: what held and what is to hold, beside the licence.

import { html, nothing, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { IdentityViewLabels as L } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { type Fact, facts, mark, marks } from '../../kit/record/facts';
import { copyable } from '../../ui/copy';
import { icon } from '../../ui/icons';
import { changeTones } from '../tones';
import { paper } from './check';
import './identity.css';

type Request = S<'IdentityRequestView'>;

/** What a request is for: the names of the changed fields, or that nothing changes and it is only compared. */
export const identityFields = (r: Request): string => {
  const names: Record<string, string> = {
    name: t(L.name),
    region_code: t(L.region_name),
    enterprise_types: t(L.enterprise_types),
    licence_file_id: t(L.licence),
  };
  return r.changed_fields.map((field) => names[field] ?? field).join(t('、')) || t('企业核验');
};

function side(who: S<'IdentityView'>, changed: readonly string[]): TemplateResult {
  const row = (field: string, label: string, value: unknown): Fact => ({
    label,
    value,
    isChanged: changed.includes(field),
  });
  return facts([
    row('name', t(L.name), who.name),
    row('region_code', t(L.region_name), html`${who.region_name} <span class="muted num">${who.region_code}</span>`),
    row(
      'enterprise_types',
      t(L.enterprise_types),
      marks(who.enterprise_types.map((code) => nameOf('EnterpriseType', code))),
    ),
  ]);
}

/** Everything a decision needs, and the decision where it is read. */
export function identityRequest(r: Request, decision: unknown = nothing): TemplateResult {
  const isChange = r.changed_fields.length > 0;
  const hasOther = r.changed_fields.includes('licence_file_id') && r.former.licence;
  const doubts = r.state === 'submitted' ? r.warnings : [];
  const about: Fact[] = [
    { label: t('统一社会信用代码'), value: copyable(r.uscc) },
    { label: t('申请时间'), value: html`<span class="num">${dateTime(r.created_at)}</span>` },
    { label: t('状态'), value: mark(nameOf('ChangeRequestState', r.state), changeTones[r.state]) },
    ...(r.reason ? [{ label: t('变更原因'), value: r.reason, wide: true }] : []),
    ...(r.state_reason ? [{ label: t('处理说明'), value: r.state_reason, wide: true }] : []),
  ];
  return html`<div class="enterprise-check">
    <section class="paper"><h3>${isChange ? t('变更后的营业执照') : t('营业执照')}</h3>${paper(r.asked.licence)}
      ${hasOther ? html`<h3>${t('变更前的营业执照')}</h3>${paper(r.former.licence)}` : nothing}</section>
    <section class="one-column identity">
      ${doubts.map((d) => html`<div class="alert warning">${icon('warning')}<div>${d.message}</div></div>`)}
      ${facts(about)}
      ${isChange ? html`<h3>${t('变更前')}</h3>${side(r.former, [])}<h3>${t('变更后')}</h3>` : html`<h3>${t('申请内容')}</h3>`}
      ${side(r.asked, r.changed_fields)}${decision}
    </section>
  </div>`;
}
