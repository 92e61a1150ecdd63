import { html, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { ProductRecord as R } from '../../api/constraints';
import { nameOf } from '../../core/enums';
import { t } from '../../core/i18n';
import { type Fact, facts, fileLinks, gallery, lines, mark } from '../../ui/facts';
import { withFiles } from '../product/record';

/** What a reviewer has to judge of a product. */
export function reviewFacts(p: S<'ProductView'>): TemplateResult {
  const r = withFiles(p);
  const list: Fact[] = [
    { label: t(R.name.label), value: r.name },
    { label: t(R.trace_code.label), value: html`<span class="num">${r.trace_code}</span>` },
    { label: t(R.category.label), value: nameOf('ProductCategory', r.category) },
    { label: t(R.product_type.label), value: r.product_type },
    { label: t(R.model.label), value: r.model },
    { label: t(R.brand_name.label), value: r.brand_name },
    { label: t(R.gpc_code.label), value: html`<span class="num">${r.gpc_code}</span> ${p.gpc_title ?? ''}` },
    { label: t(R.licence_number.label), value: r.licence_number },
    { label: t(R.certificate_number.label), value: r.certificate_number },
    { label: t(R.standards.label), value: lines(r.standards ?? []), wide: true },
    { label: t(R.pictures.label), value: gallery(r.pictures), wide: true },
    {
      label: t(R.reports.label),
      value: html`${mark(r.reports_public ? t('公开') : t('不公开'), r.reports_public ? 'success' : '')}${fileLinks(r.reports)}`,
      wide: true,
    },
    { label: t(R.report_kind.label), value: r.report_kind ? nameOf('ReportKind', r.report_kind) : undefined },
    { label: t(R.report_expires_on.label), value: r.report_expires_on },
    { label: t(R.manuals.label), value: r.manuals.length ? fileLinks(r.manuals) : undefined, wide: true },
    {
      label: t(R.certificates.label),
      value: r.certificates.length ? fileLinks(r.certificates) : undefined,
      wide: true,
    },
    ...(r.attributes ?? []).map((a) => ({ label: a.name, value: a.value })),
  ];
  return html`<div class="one-column">${facts(list)}</div>`;
}
