// A product's record with its files in the place of their ids, as forms and pages show them.

import type { S } from '../../api/client';
import type { Values } from '../../kit/form/field';

type File = S<'FileView'>;
type Fields = S<'ProductRecord'>;
const LISTS = [
  'picture_file_ids',
  'report_file_ids',
  'manual_file_ids',
  'certificate_file_ids',
  'evidence_file_ids',
] as const;
type Lists = Record<(typeof LISTS)[number], File[]>;

/** The files with these ids, in their order; what is gone is left out. */
export function filesOf(ids: readonly (string | null | undefined)[] | undefined, files: readonly File[]): File[] {
  return (ids ?? []).flatMap((id) => files.filter((f) => f.id === id));
}

/** The record of a product, files in place. */
export function withFiles(p: { record: Fields; files: File[] }): Omit<Fields, keyof Lists> & Lists {
  const lists = Object.fromEntries(LISTS.map((name) => [name, filesOf(p.record[name], p.files)])) as Lists;
  return { ...p.record, ...lists };
}

const under = (way: string, record: object | undefined): Values =>
  Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [`${way}${name}`, value]));

/** The page behind a code as the form fills it in. */
export function pageValues(page: S<'PageContent'> | undefined, files: readonly File[]): Values {
  const { menus = [], apps = [], theme = {} } = page ?? {};
  return {
    'page/menus': menus,
    'page/apps': apps.map((app) => ({ ...app, icon_file_id: filesOf([app.icon_file_id], files) })),
    ...under('page/theme/', theme),
    'page/theme/header_picture_file_id': filesOf([theme.header_picture_file_id], files),
    'page/theme/footer_picture_file_id': filesOf([theme.footer_picture_file_id], files),
  };
}

/** A record as the form fills it in: parts of it by the way to them, files in the place of their ids. */
export function valuesOf(p: { record: Fields; files: File[] }): Values {
  const { commercial, page, quality_indicators = [], ...record } = withFiles(p);
  return {
    ...record,
    quality_indicators: quality_indicators.map((q) => ({ ...q, report_file_id: filesOf([q.report_file_id], p.files) })),
    ...under('commercial/', commercial),
    ...pageValues(page, p.files),
  };
}
