import { api, type S, unwrap } from '../../../api/client';
import { ProductRecord } from '../../../api/constraints';
import { nameOf } from '../../../api/enums';
import { t } from '../../../base/i18n';
import * as controls from '../../../kit/form/controls';
import type { Section, Values } from '../../../kit/form/field';
import { fields } from '../../../kit/form/fields';
import type { Option } from '../../../ui/option';
import { gpc, isGpcCode } from '../gpc';
import { activeBrand } from '../options';
import { productTypes } from '../product-types';
import type { Choices } from './choices';
import { traceCodeSuffix } from './trace-code';

const f = fields<S<'ProductRecord'>>(ProductRecord);

/** The rhythms a coding level allows. */
function periodsOf(level: unknown, choices: Choices): Option<string>[] {
  const allowed = choices.levels.find((x) => x.level === level)?.periods ?? [];
  return allowed.map((value) => ({ value, label: nameOf('FilingPeriod', value) }));
}

/** The brand a record names while it refers to none: whoever has not entered brands just writes it. */
const isFree = (v: Values): boolean => !v.brand_id;

/** Who it is and what it is. */
export function basics(choices: Choices, isNew: boolean): Section {
  const { prefixes } = choices;
  const level = f.radio('coding_level');
  const levels = choices.levels.map((x) => ({ value: x.level, label: nameOf('CodingLevel', x.level) }));
  return {
    title: t('基本信息'),
    columns: 2,
    fields: [
      f.select('category'),
      f.select('company_prefix', {
        options: prefixes,
        placeholder: prefixes.length ? '' : t('企业信息中尚未登记'),
        show: (v) => prefixes.length > 0 || !!v.company_prefix,
      }),
      f.text('trace_code', { suffix: isNew ? traceCodeSuffix : undefined, inputmode: 'numeric' }),
      f.text('name', { count: true }),
      f.tree('product_type', { source: productTypes, free: () => true, placeholder: t('选择或直接输入') }),
      f.tree('gpc_code', { source: gpc, showValue: true, free: isGpcCode, placeholder: t('输入名称或代码搜索') }),
      f.text('model'),
      f.select('brand_id', {
        load: () => activeBrand.load,
        resolve: activeBrand.resolve,
        placeholder: t('从品牌信息中选择'),
      }),
      f.text('brand_name', { show: isFree }),
      f.text('warranty_period'),
      f.text('service_phone', { inputmode: 'tel' }),
      {
        ...level,
        wide: true,
        // A rhythm the new level does not allow is not kept.
        control: (c) => {
          const set = (to: unknown): void => {
            const periods = periodsOf(to, choices).map((o) => o.value);
            const kept = periods.find((p) => p === c.values.filing_period);
            c.patch({ coding_level: to, filing_period: kept ?? (periods.length === 1 ? periods[0] : undefined) });
          };
          return controls.radio({ options: levels })({ ...c, set });
        },
      },
      f.select('filing_period', { options: (c) => periodsOf(c.values.coding_level, choices) }),
    ],
  };
}

/** What the fields can be chosen from. */
export async function readChoices(): Promise<Choices> {
  const [enterprise, reference] = await Promise.all([
    unwrap(api.GET('/api/v1/enterprise')),
    unwrap(api.GET('/api/v1/reference/product-options')),
  ]);
  return {
    prefixes: enterprise.company_prefixes.map((value) => ({ value, label: value })),
    levels: reference.coding_levels,
    apps: reference.page_apps,
    platforms: reference.platforms,
  };
}
