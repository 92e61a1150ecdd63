import { html, nothing, type TemplateResult } from 'lit';
import type { S } from '../api/client';
import { FindingLabels as L } from '../api/constraints';
import { nameOf } from '../api/enums';
import { num } from '../base/format';
import { t } from '../base/i18n';
import { mark } from '../kit/record/facts';
import { icon } from '../ui/icons';
import { verdictTones } from './tones';

type Finding = S<'Finding'>;

/** What a code is worth, as the scan page says it. */
export const verdictMark = (verdict: S<'Verdict'>): TemplateResult =>
  mark(nameOf('Verdict', verdict), verdictTones[verdict]);

const parts = (f: Finding): string[] => {
  const pack = f.pack && `${f.pack.product_name ?? f.pack.trace_code} ${f.pack.serial}`;
  const said = (label: string, value: string | null | undefined): string[] =>
    value ? [t('{label}：{value}', { label, value })] : [];
  return [
    nameOf('Verdict', f.verdict) + (f.level ? t('（{level}）', { level: nameOf('Level', f.level) }) : ''),
    ...said(t(L.pack), pack),
    ...said(t(L.quantity), f.quantity == null ? null : num(f.quantity)),
    ...said(t(L.reason), f.reason),
    ...said(t(L.advice), f.advice),
  ];
};

/** All that is true of a code besides that it was issued, each in a line above the page, the gravest first. */
export function findingNotes(findings: readonly Finding[]): unknown {
  const note = (f: Finding): TemplateResult => {
    const tone = verdictTones[f.verdict] === 'danger' ? 'error' : 'warning';
    return html`<div class="alert ${tone}">${icon('warning')}<div class="alert-text"><p>${parts(f).join(t('；'))}</p></div></div>`;
  };
  return findings.length ? findings.map(note) : nothing;
}
