import { api, ifMatch, type S, unwrap } from '../../api/client';
import { Attribute, ProductRecord } from '../../api/constraints';
import type { Section } from '../../core/form/field';
import { fields } from '../../core/form/fields';
import { formPage, type Loaded } from '../../core/form/form-page';
import { gpc, isGpcCode } from '../../core/gpc';
import { t } from '../../core/i18n';
import { links } from '../../core/links';
import type { PageContext } from '../../core/page';
import { productTypes } from '../../core/product-types';
import type { Option } from '../../ui/option';
import { withFiles } from './record';
import { traceCodeSuffix } from './trace-code';

type Input = S<'ProductRecord'>;
const f = fields<Input>(ProductRecord);
const a = fields<S<'Attribute'>>(Attribute);

/** What fields can be chosen from. */
interface Choices {
  prefixes: Option[];
}

async function readChoices(): Promise<Choices> {
  const enterprise = await unwrap(api.GET('/api/v1/enterprise'));
  return {
    prefixes: enterprise.company_prefixes.map((value) => ({ value, label: value })),
  };
}

const isNew = (ctx: PageContext): boolean => !ctx.match.params.id;

async function load(ctx: PageContext): Promise<Loaded> {
  const { id } = ctx.match.params;
  const choices = await readChoices();
  const only = choices.prefixes.length === 1 ? choices.prefixes[0]?.value : undefined;
  const blank = {
    category: 'industrial',
    company_prefix: only,
    standards: [''],
    reports_public: false,
    attributes: [],
  };
  if (!id) return { values: { ...blank, choices } };
  const p = await unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } } }));
  return { values: { ...withFiles(p), choices }, version: p.version, warnings: p.warnings };
}

function sections(ctx: PageContext, { values }: Loaded): Section[] {
  const { prefixes } = values.choices as Choices;
  const suffix = isNew(ctx) ? traceCodeSuffix : undefined;
  return [
    {
      title: t('基本信息'),
      columns: 2,
      fields: [
        f.select('category'),
        f.select('company_prefix', {
          options: prefixes,
          placeholder: prefixes.length ? '' : t('企业信息中尚未登记'),
          show: (v) => prefixes.length > 0 || !!v.company_prefix,
        }),
        f.text('trace_code', { suffix, disabled: !isNew(ctx), inputmode: 'numeric' }),
        f.text('name', { count: true }),
        f.tree('product_type', { source: productTypes, free: () => true, placeholder: t('选择或直接输入') }),
        f.tree('gpc_code', { source: gpc, showValue: true, free: isGpcCode, placeholder: t('输入名称或代码搜索') }),
        f.text('model'),
        f.text('brand_name'),
        f.text('warranty_period'),
        f.text('service_phone', { inputmode: 'tel' }),
      ],
    },
    {
      title: t('质量与证书'),
      columns: 2,
      fields: [
        f.lines('standards', { add: t('添加执行标准') }),
        f.text('licence_number'),
        f.text('certificate_number'),
      ],
    },
    {
      title: t('图片与文件'),
      fields: [
        f.files('pictures', { slot: 'product_picture', look: 'wall' }),
        f.files('reports', { slot: 'inspection_report' }),
        f.toggle('reports_public', { on: t('公开'), off: t('不公开') }),
        f.files('manuals', { slot: 'manual' }),
        f.files('certificates', { slot: 'product_certificate' }),
      ],
    },
    {
      title: t('特性属性'),
      note: t('在固定字段之外补充，扫码页可展示'),
      fields: [
        f.rows('attributes', {
          columns: [a.text('name'), a.text('value'), a.toggle('visible')],
          blank: () => ({ name: '', value: '', visible: true }),
          add: t('增加更多产品特性属性'),
        }),
      ],
    },
  ];
}

export default formPage<Input>({
  load,
  sections,
  save: (body, ctx, version) => {
    const { id } = ctx.match.params;
    if (!id) return unwrap(api.POST('/api/v1/products', { body }));
    const params = { path: { id }, header: ifMatch(version) };
    return unwrap(api.PUT('/api/v1/products/{id}', { params, body }));
  },
  done: (p: S<'ProductView'>) =>
    p.warnings.length
      ? t('已保存，有 {n} 处提示请核对', { n: p.warnings.length })
      : t('产品“{name}”已保存', { name: p.record.name }),
  next: (p: S<'ProductView'>) => links.product(p.id),
  back: (ctx) => (ctx.match.params.id ? links.product(ctx.match.params.id) : links.products),
});
