import { html, nothing } from 'lit';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { ProductRecord } from '../../api/constraints';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import type { Section } from '../../kit/form/field';
import { formPage, type Loaded } from '../../kit/form/form-page';
import type { PageContext } from '../../kit/page';
import { readChoices } from '../../parts/product/fields/basics';
import type { Choices } from '../../parts/product/fields/choices';
import { icon } from '../../ui/icons';
import { productAutosave } from './autosave';
import { lifeNote } from './life';
import { recordSections } from './sections';
import { chooseTemplate } from './template/choose';
import { saveAsTemplate } from './template/save-as';
import '../../parts/product/preview';
import { openPreview } from '../../parts/product/preview';
import { valuesOf } from '../../parts/product/record';
import { unreadableNote } from '../../parts/product/unreadable';

type Product = S<'ProductView'>;
/** What the form is told beside the values of its fields. */
interface Told {
  choices: Choices;
  product?: Product;
}
const told = (loaded: Loaded): Told => loaded.values.told as Told;
const isActivated = (loaded: Loaded): boolean => told(loaded).product?.state === 'activated';

async function load(ctx: PageContext): Promise<Loaded> {
  const { id } = ctx.match.params;
  if (!id) return blank(await readChoices());
  const at = { params: { path: { id } } };
  const [choices, product, checks] = await Promise.all([
    readChoices(),
    unwrap(api.GET('/api/v1/products/{id}', at)),
    unwrap(api.GET('/api/v1/products/{id}/checks', at)),
  ]);
  // What keeps it from being submitted is said where it can be mended.
  const due = checks.flatMap(({ pointer, message, is_required }) =>
    message && is_required ? [{ pointer, message }] : [],
  );
  const values = { ...valuesOf(product), told: { choices, product } satisfies Told };
  return { values, version: product.version, warnings: [...product.warnings, ...due] };
}

function blank(choices: Choices): Loaded {
  const only = choices.prefixes.length === 1 ? choices.prefixes[0]?.value : undefined;
  const level = choices.levels.find((x) => x.level === 'unit');
  const values = {
    category: 'industrial',
    company_prefix: only,
    coding_level: level?.level,
    filing_period: level?.periods[0],
    standards: [''],
    is_report_public: false,
    told: { choices } satisfies Told,
  };
  return { values };
}

const sections = (ctx: PageContext, loaded: Loaded): Section[] => {
  const { choices, product } = told(loaded);
  return recordSections(choices, product?.locked ?? [], !ctx.match.params.id);
};

function intro(_: PageContext, loaded: Loaded): unknown {
  const { product } = told(loaded);
  return product ? html`${unreadableNote(product.unreadable, ProductRecord)}${lifeIntro(product)}` : nothing;
}

function lifeIntro(product: Product): unknown {
  const note = (text: string) =>
    html`<div class="alert info" role="note">${icon('info')}<div class="alert-text">${text}
      <a href=${links.productChange(product.id)}>${t('提交变更申请')}</a></div></div>`;
  const isLocked = product.locked.length > 1;
  switch (product.state) {
    case 'activated':
      return note(
        t('产品已激活：审核过的内容已锁定，变更须提交申请；其他修改保存后成为第 {n} 版，以前的版本留存可查。', {
          n: product.revision + 1,
        }),
      );
    case 'approved':
      return isLocked
        ? note(t('产品已通过审核：审核过的内容已锁定，变更须提交申请；其他内容仍可修改。'))
        : html`<div class="alert info" role="note">${icon('info')}<div class="alert-text">${t('产品已通过审核：修改名称、型号、标准等审核过的内容后，须重新提交审核。')}</div></div>`;
    default:
      return lifeNote(product);
  }
}

export default formPage<S<'ProductRecord'>, Product>({
  load,
  sections,
  intro,
  autosaved: (ctx) => productAutosave(ctx.match.params.id),
  aside: (record) => html`<pm-product-preview .record=${record}></pm-product-preview>`,
  tools: (
    form,
  ) => html`<button class="btn" type="button" @click=${() => void chooseTemplate(form)}>${t('选用模板')}</button>
    <button class="btn" type="button" @click=${() => void saveAsTemplate(form.record())}>${t('另存为模板')}</button>
    <button class="btn narrow-only" type="button" @click=${() => void openPreview(form.record())}>${icon('mobile')}${t('预览')}</button>`,
  submitText: (loaded) => (isActivated(loaded) ? t('保存') : t('保存草稿')),
  further: (_, loaded) =>
    isActivated(loaded) ? undefined : { text: t('保存并提交'), next: (p) => links.productSubmit(p.id) },
  save: (body, ctx, version) => {
    const { id } = ctx.match.params;
    if (!id) return unwrap(api.POST('/api/v1/products', { body }));
    const params = { path: { id }, header: ifMatch(version) };
    return unwrap(api.PUT('/api/v1/products/{id}', { params, body }));
  },
  done: (p) =>
    p.warnings.length
      ? t('已保存，有 {n} 处提示请核对', { n: p.warnings.length })
      : t('产品“{name}”已保存', { name: p.record.name }),
  next: (p) => links.product(p.id),
  back: (ctx) => (ctx.match.params.id ? links.product(ctx.match.params.id) : links.products),
});
