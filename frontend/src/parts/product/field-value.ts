// One field of a product's record as people read it, whatever it holds.

import { html } from 'lit';
import type { S } from '../../api/client';
import { type EnumName, ProductRecord, type Rule } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { t } from '../../base/i18n';
import { fileLinks, gallery, lines } from '../../kit/record/facts';
import { filesOf } from './record';

type File = S<'FileView'>;
type Record = S<'ProductRecord'>;
const rules = ProductRecord as unknown as { [name: string]: Rule | undefined };

/** The lines of what takes several: a name, and what is said under it. */
const several: { [field: string]: (value: unknown) => string[] } = {
  attributes: (value) =>
    (value as NonNullable<Record['attributes']>).map(
      (a) => `${a.name}：${a.value}${a.is_public ? '' : t('（不展示）')}`,
    ),
  quality_indicators: (value) =>
    (value as NonNullable<Record['quality_indicators']>).map(
      (q) => `${nameOf('IndicatorKind', q.kind)} · ${q.name}：${q.result}`,
    ),
  parts: (value) =>
    (value as NonNullable<Record['parts']>).map((p) =>
      [nameOf('PartKind', p.kind), p.name, p.model, p.supplier_alias ?? p.supplier_name].filter(Boolean).join(' · '),
    ),
  linked_codes: (value) =>
    (value as NonNullable<Record['linked_codes']>).map((l) => `${nameOf('TraceScheme', l.scheme)} ${l.code}`),
  commercial: (value) => Object.values(value as object).filter((x): x is string => typeof x === 'string'),
  page: (value) => {
    const { menus = [], apps = [] } = value as S<'PageContent'>;
    return [...menus.map((m) => m.title), ...apps.map((a) => a.title ?? nameOf('PageAppKind', a.kind))];
  },
};

/** The value of a field, files by their names and pictures as pictures. */
export function fieldValue(field: string, value: unknown, files: readonly File[]): unknown {
  const none = html`<span class="muted">${t('未填写')}</span>`;
  if (value === null || value === undefined || value === '') return none;
  if (field.endsWith('_file_ids')) {
    const found = filesOf(value as string[], files);
    if (!found.length) return none;
    return field === 'picture_file_ids' ? gallery(found) : fileLinks(found);
  }
  const asLines = several[field];
  if (asLines) {
    const found = asLines(value);
    return found.length ? lines(found) : none;
  }
  if (Array.isArray(value)) return value.length ? lines(value.map(String)) : none;
  if (typeof value === 'boolean') return value ? t('公开') : t('不公开');
  const options = rules[field]?.enum;
  if (options) return nameOf(options as EnumName, value as never);
  return String(value);
}
