// What a product's record says, section by section, as its page and its versions show it.

import { html, nothing, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { Commercial, ProductRecord, type Rule, Theme } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { t } from '../../base/i18n';
import { type Fact, facts, fileLinks, gallery, lines, mark } from '../../kit/record/facts';
import { copyable } from '../../ui/copy';
import '../../ui/rich/rich';
import { filesOf, withFiles } from './record';

interface Shown {
  record: S<'ProductRecord'>;
  files: S<'FileView'>[];
  gpcTitle?: string | null;
  /** Fields that differ from the version before. */
  changed_fields?: readonly string[];
}
const labels = <K extends string>(rules: Record<K, Rule>): Record<K, string> =>
  Object.fromEntries(Object.entries<Rule>(rules).map(([name, rule]) => [name, t(rule.label)])) as Record<K, string>;
const R = labels(ProductRecord);
const C = labels(Commercial);
const T = labels(Theme);
type Name = keyof typeof R;

const publicity = (isPublic: boolean): TemplateResult =>
  isPublic ? mark(t('公开'), 'success') : mark(t('不公开'), '');
const optional = (fact: Fact & { isThere: boolean }): Fact[] => (fact.isThere ? [fact] : []);
const link = (url: string | null | undefined): unknown =>
  url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${url}</a>` : undefined;

function indicators(list: readonly S<'QualityIndicator'>[], files: S<'FileView'>[]): Fact[] {
  return list.map((q) => ({
    label: `${nameOf('IndicatorKind', q.kind)} · ${q.name}`,
    value: html`${q.result}${q.requirement ? html` <span class="muted">${t('要求 {x}', { x: q.requirement })}</span>` : nothing}
      ${q.tested_on ? html`<span class="muted num">${q.tested_on}</span>` : nothing} ${publicity(q.is_public)}
      ${fileLinks(filesOf([q.report_file_id], files))}`,
    wide: true,
  }));
}

const part = (p: S<'ProductPart'>): Fact => ({
  label: `${nameOf('PartKind', p.kind)} · ${p.name}`,
  value: html`${[p.model, p.licence_number].filter(Boolean).join(' · ')}
    ${p.supplier_name ? html`<span class="muted">${p.supplier_name}${p.supplier_alias ? t('（公开为“{x}”）', { x: p.supplier_alias }) : ''}</span>` : p.supplier_alias} ${publicity(p.is_public)}`,
  wide: true,
});

function menu(m: S<'Menu'>): Fact {
  const content = {
    link: () => link(m.content),
    text: () => html`<div class="multiline">${m.content}</div>`,
    rich: () => html`<pm-rich-view .value=${m.content}></pm-rich-view>`,
  }[m.kind];
  return { label: m.title, value: content(), wide: true };
}

function page(p: S<'PageContent'> | undefined, files: S<'FileView'>[]): Fact[] {
  const { menus = [], apps = [], theme = {} } = p ?? {};
  const pictures = filesOf([theme.header_picture_file_id, theme.footer_picture_file_id], files);
  const colour = html`<span class="swatch-fact"><i style="background:${theme.colour ?? ''}"></i><span class="num">${theme.colour}</span></span>`;
  return [
    ...menus.map(menu),
    ...apps.map((a) => ({ label: a.title ?? nameOf('PageAppKind', a.kind), value: link(a.url), wide: true })),
    ...optional({ label: T.colour, value: colour, isThere: !!theme.colour }),
    ...optional({ label: t('背景图'), value: gallery(pictures), isThere: pictures.length > 0 }),
  ];
}

/** The cards of a record. Sections nothing was said in are left out; `identity` heads the first. */
export function recordCards(p: Shown, identity: Fact[] = []): TemplateResult {
  const r = withFiles(p);
  const isChanged = (name: Name): boolean => p.changed_fields?.includes(name) ?? false;
  const of = (name: Name, value: unknown, wide = false): Fact => ({
    label: R[name],
    value,
    wide,
    isChanged: isChanged(name),
  });
  const period = r.filing_period ? nameOf('FilingPeriod', r.filing_period) : undefined;
  const basics = [
    ...identity,
    of('name', r.name),
    of('product_type', r.product_type),
    of('category', nameOf('ProductCategory', r.category)),
    of('gpc_code', html`<span class="num">${r.gpc_code}</span> ${p.gpcTitle ?? ''}`),
    of('model', r.model),
    of('brand_name', r.brand_name),
    of('company_prefix', r.company_prefix),
    of('warranty_period', r.warranty_period),
    of('service_phone', r.service_phone),
    of('coding_level', nameOf('CodingLevel', r.coding_level)),
    of('filing_period', period),
  ];
  const quality = [
    of('standards', lines(r.standards ?? []), true),
    of('licence_number', r.licence_number),
    of('certificate_number', r.certificate_number),
    ...indicators(r.quality_indicators ?? [], p.files),
  ];
  const files = [
    of('picture_file_ids', gallery(r.picture_file_ids), true),
    of(
      'report_file_ids',
      r.report_file_ids.length ? html`${publicity(r.is_report_public)}${fileLinks(r.report_file_ids)}` : undefined,
      true,
    ),
    ...optional({ ...of('report_kind', nameOf('ReportKind', r.report_kind)), isThere: !!r.report_kind }),
    ...optional({
      ...of('report_expires_on', html`<span class="num">${r.report_expires_on}</span>`),
      isThere: !!r.report_expires_on,
    }),
    ...optional({
      ...of('manual_file_ids', fileLinks(r.manual_file_ids), true),
      isThere: r.manual_file_ids.length > 0,
    }),
    ...optional({
      ...of('certificate_file_ids', fileLinks(r.certificate_file_ids), true),
      isThere: r.certificate_file_ids.length > 0,
    }),
  ];
  const attributes = (r.attributes ?? []).map((a) => ({
    label: a.name,
    value: html`${a.value} ${a.is_public ? nothing : mark(t('不展示'), '')}`,
  }));
  const c = r.commercial ?? {};
  const commercial = [
    ...optional({
      label: C.honours,
      value: html`<div class="multiline">${c.honours}</div>`,
      wide: true,
      isThere: !!c.honours,
    }),
    ...optional({ label: C.credit_grade, value: c.credit_grade, isThere: !!c.credit_grade }),
    ...optional({ label: C.website, value: link(c.website), isThere: !!c.website }),
    ...optional({
      ...of(
        'evidence_file_ids',
        r.evidence_file_ids.length
          ? html`${publicity(r.is_evidence_public ?? false)}${fileLinks(r.evidence_file_ids)}`
          : undefined,
        true,
      ),
      isChanged: isChanged('evidence_file_ids') || isChanged('is_evidence_public'),
      isThere: r.evidence_file_ids.length > 0 || isChanged('evidence_file_ids'),
    }),
    ...optional({ label: C.lottery_url, value: link(c.lottery_url), isThere: !!c.lottery_url }),
  ];
  const elsewhere = [
    ...optional({ ...of('platform', r.platform, true), isThere: !!r.platform || isChanged('platform') }),
    ...(r.linked_codes ?? []).map((l) => ({ label: nameOf('TraceScheme', l.scheme), value: copyable(l.code) })),
  ];
  const card = (title: string, list: Fact[], name?: Name) =>
    list.length || (name && isChanged(name))
      ? html`<section class="card"><header class="card-head"><h2>${title}</h2>${name && isChanged(name) ? mark(t('有变更'), 'warning') : nothing}</header>
        <div class="card-body">${list.length ? facts(list) : t('无')}</div></section>`
      : nothing;
  return html`${card(t('基本信息'), basics)}${card(t('质量与证书'), quality, 'quality_indicators')}${card(t('图片与文件'), files)}
    ${card(t('特性属性'), attributes, 'attributes')}${card(t('来料与零部件'), (r.parts ?? []).map(part), 'parts')}
    ${card(t('商业信息'), commercial, 'commercial')}${card(t('关联标识'), elsewhere, 'linked_codes')}${card(t('扫码页内容'), page(r.page, p.files), 'page')}`;
}

/** The trace code, with how far it reaches. */
export const traceCode = (code: string, scope: TemplateResult): Fact => ({
  label: R.trace_code,
  value: html`${copyable(code)} ${scope}`,
});

/** What the fields of a record are called. */
export const fieldNames = (names: readonly string[]): string =>
  names.map((name) => (R as Record<string, string | undefined>)[name] ?? name).join('、');
