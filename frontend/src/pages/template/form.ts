import { api, ifMatch, type S, unwrap } from '../../api/client';
import { ProductAttribute, ProductTemplateBasics, ProductTemplateRecord } from '../../api/constraints';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import type { Section, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formPage, type Loaded } from '../../kit/form/form-page';
import type { PageContext } from '../../kit/page';
import { readChoices } from '../../parts/product/fields/basics';
import type { Choices } from '../../parts/product/fields/choices';
import { pageContent } from '../../parts/product/fields/page';
import { gpc, isGpcCode } from '../../parts/product/gpc';
import { activeBrand } from '../../parts/product/options';
import { productTypes } from '../../parts/product/product-types';
import { pageValues } from '../../parts/product/record';
import { unreadableNote } from '../../parts/product/unreadable';

const f = fields<S<'ProductTemplateRecord'>>(ProductTemplateRecord);
const b = fields<S<'ProductTemplateBasics'>>(ProductTemplateBasics, 'basics/');
const a = fields<S<'ProductAttribute'>>(ProductAttribute);

/** A template as its form fills it in. */
function valuesOf({ record, files }: S<'ProductTemplateView'>): Values {
  const basics = Object.entries(record.basics ?? {}).map(([name, value]) => [`basics/${name}`, value]);
  return { name: record.name, ...Object.fromEntries(basics), ...pageValues(record.page, files) };
}

async function load(ctx: PageContext): Promise<Loaded> {
  const id = ctx.match.params.id ?? ctx.match.query.get('from');
  const choices = await readChoices();
  if (!id) return { values: { choices } };
  const found = await unwrap(api.GET('/api/v1/product-templates/{id}', { params: { path: { id } } }));
  const values = { ...valuesOf(found), choices, unreadable: found.unreadable };
  // Made from another one it needs a name of its own.
  if (!ctx.match.params.id) return { values: { ...values, name: '' } };
  return { values, version: found.version };
}

function sections(_: PageContext, { values }: Loaded): Section[] {
  const choices = values.choices as Choices;
  return [
    { title: t('模板'), columns: 2, fields: [f.text('name', { count: true })] },
    {
      title: t('基本信息'),
      note: t('选填，选用模板时可带入产品'),
      columns: 2,
      fields: [
        b.select('category'),
        b.tree('product_type', { source: productTypes, free: () => true, placeholder: t('选择或直接输入') }),
        b.tree('gpc_code', { source: gpc, showValue: true, free: isGpcCode, placeholder: t('输入名称或代码搜索') }),
        b.select('brand_id', {
          load: () => activeBrand.load,
          resolve: activeBrand.resolve,
          placeholder: t('从品牌信息中选择'),
        }),
        b.text('brand_name', { show: (v) => !v['basics/brand_id'] }),
        b.text('warranty_period'),
        b.text('service_phone', { inputmode: 'tel' }),
        b.select('coding_level'),
        b.lines('standards', { add: t('添加执行标准') }),
        b.rows('attributes', {
          columns: [a.text('name'), a.text('value'), a.toggle('is_public')],
          blank: () => ({ name: '', value: '', is_public: true }),
          add: t('增加更多产品特性属性'),
        }),
      ],
    },
    pageContent(choices),
  ];
}

export default formPage<S<'ProductTemplateRecord'>, S<'ProductTemplateView'>>({
  load,
  sections,
  intro: (_, { values }) => unreadableNote((values.unreadable as string[] | undefined) ?? [], ProductTemplateRecord),
  submitText: t('保存'),
  save: (body, ctx, version) => {
    const { id } = ctx.match.params;
    if (!id) return unwrap(api.POST('/api/v1/product-templates', { body }));
    const params = { path: { id }, header: ifMatch(version) };
    return unwrap(api.PUT('/api/v1/product-templates/{id}', { params, body }));
  },
  done: (x) => t('模板“{name}”已保存', { name: x.record.name }),
  next: () => links.templates,
  back: () => links.templates,
});
