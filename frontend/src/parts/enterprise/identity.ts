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
import '../product/change-request.css';
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

/** Each field by its name, as it is read. */
const values = (who: S<'IdentityView'>): readonly (readonly [string, string, unknown])[] => [
  ['name', t(L.name), who.name],
  ['region_code', t(L.region_name), html`${who.region_name} <span class="muted num">${who.region_code}</span>`],
  [
    'enterprise_types',
    t(L.enterprise_types),
    marks(who.enterprise_types.map((code) => nameOf('EnterpriseType', code))),
  ],
];

/** What was asked for, alone or beside what held. */
function sides(r: Request): TemplateResult {
  const asked = values(r.asked);
  if (!r.changed_fields.length)
    return html`<h3>${t('申请内容')}</h3>${facts(asked.map(([, label, value]) => ({ label, value })))}`;
  const former = values(r.former);
  return html`<ul class="change-list">${asked.map(
    ([field, label, value], i) =>
      html`<li><h3>${label} ${
        r.changed_fields.includes(field) ? mark(t('有变更'), 'warning') : nothing
      }</h3><div class="change"><div class="was" title=${t('变更前')}>${former[i]?.[2]}</div>${icon('to')}<div title=${t('变更后')}>${value}</div></div></li>`,
  )}</ul>`;
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
      ${sides(r)}${decision}
    </section>
  </div>`;
}
