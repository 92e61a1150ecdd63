// What taking a template would change of a product that is being written, part by part.

import type { S } from '../../../api/client';
import { ProductRecord } from '../../../api/constraints';
import { nameOf } from '../../../api/enums';
import { t } from '../../../base/i18n';
import type { Values } from '../../../kit/form/field';
import { isEmpty } from '../../../kit/form/validate';
import { pageValues } from '../../../parts/product/record';

/** One part of a template: what it would replace, and with what. */
export interface Change {
  key: string;
  label: string;
  before: string;
  after: string;
  values: Values;
}
type Basics = S<'ProductTemplateBasics'>;
type Key = keyof Basics & keyof typeof ProductRecord;
const KEYS: readonly Key[] = [
  'category',
  'product_type',
  'gpc_code',
  'brand_name',
  'warranty_period',
  'service_phone',
  'standards',
  'attributes',
  'coding_level',
];

function shown(key: Key, value: unknown): string {
  if (isEmpty(value)) return '';
  if (key === 'category') return nameOf('ProductCategory', value as string);
  if (key === 'coding_level') return nameOf('CodingLevel', value as string);
  if (key === 'attributes')
    return (value as S<'ProductAttribute'>[])
      .map((a) => t('{name}：{value}', { name: a.name, value: a.value }))
      .join('；');
  return Array.isArray(value) ? value.filter(Boolean).join('、') : String(value);
}

function basics(from: Basics, now: Values, isLocked: (name: string) => boolean): Change[] {
  return KEYS.flatMap((key) => {
    const [before, after] = [shown(key, now[key]), shown(key, from[key])];
    const isSame = before === after && !(key === 'brand_name' && from.brand_id && from.brand_id !== now.brand_id);
    if (!after || isSame || isLocked(key)) return [];
    const values: Values = { [key]: from[key] };
    if (key === 'brand_name') values.brand_id = from.brand_id;
    // The rhythm of the old level may not be one of the new.
    if (key === 'coding_level') values.filing_period = undefined;
    return [{ key, label: t(ProductRecord[key].label), before, after, values }];
  });
}

const titles = <T>(list: readonly T[] | undefined, name: (x: T) => string): string => (list ?? []).map(name).join('、');
const menuTitles = (list: unknown): string => titles(list as S<'Menu'>[] | undefined, (m) => m.title);
const appNames = (list: unknown): string =>
  titles(list as S<'PageApp'>[] | undefined, (a) => a.title ?? nameOf('PageAppKind', a.kind));
const themeOf = (v: Values): string =>
  [
    v['page/theme/colour'],
    (v['page/theme/header_picture_file_id'] as unknown[] | undefined)?.length ? t('头部背景图') : '',
    (v['page/theme/footer_picture_file_id'] as unknown[] | undefined)?.length ? t('底部背景图') : '',
  ]
    .filter(Boolean)
    .join('、');

/** Everything a template would change; nothing it says nothing of, and nothing that is locked. */
export function changesOf(
  { record, files }: S<'ProductTemplateView'>,
  now: Values,
  isLocked: (name: string) => boolean,
): Change[] {
  const page = pageValues(record.page, files);
  const part = (key: string, label: string, show: (v: Values) => string, names: string[]): Change => ({
    key,
    label,
    before: show(now),
    after: show(page),
    values: Object.fromEntries(names.map((name) => [name, page[name]])),
  });
  const parts = [
    part('menus', t('菜单'), (v) => menuTitles(v['page/menus']), ['page/menus']),
    part('apps', t('应用'), (v) => appNames(v['page/apps']), ['page/apps']),
    part('theme', t('主题'), themeOf, [
      'page/theme/colour',
      'page/theme/header_picture_file_id',
      'page/theme/footer_picture_file_id',
    ]),
  ];
  return [...basics(record.basics ?? {}, now, isLocked), ...parts.filter((p) => p.after)];
}
