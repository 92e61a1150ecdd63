// A change request: what it changes, field by field, as its maker and a reviewer read it.

import { html, nothing, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { nameOf } from '../../api/enums';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { type Fact, facts, mark } from '../../kit/record/facts';
import { icon } from '../../ui/icons';
import { changeTones } from '../tones';
import { fieldValue } from './field-value';
import { fieldNames } from './record-facts';
import './change-request.css';

type View = S<'ChangeRequestView'>;

function change(r: View, field: string): TemplateResult {
  const { from, to } = r.changes[field] ?? {};
  return html`<li><h3>${fieldNames([field])}</h3>
    <div class="change"><div class="was">${fieldValue(field, from, r.files)}</div>${icon('to')}<div>${fieldValue(field, to, r.files)}</div></div></li>`;
}

/** Everything of a change request that a decision needs. */
export function changeRequest(r: View): TemplateResult {
  const about: Fact[] = [
    { label: t('产品'), value: html`${r.product_name} <span class="num muted">${r.trace_code}</span>` },
    { label: t('企业'), value: r.enterprise_name },
    {
      label: t('申请时间'),
      value: html`<span class="num">${dateTime(r.created_at)}</span> <span class="muted">${r.made_by ?? ''}</span>`,
    },
    { label: t('状态'), value: mark(nameOf('ChangeRequestState', r.state), changeTones[r.state]) },
    { label: t('变更原因'), value: r.reason, wide: true },
    ...(r.state_reason ? [{ label: t('处理说明'), value: r.state_reason, wide: true }] : []),
  ];
  return html`${facts(about)}<ul class="change-list">${r.changed_fields.map((field) => change(r, field))}</ul>${
    r.changed_fields.length ? nothing : t('没有变更')
  }`;
}
