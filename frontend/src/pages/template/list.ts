import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_product_templates, ProductTemplateItemLabels } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { openPreview } from '../../parts/product/preview';
import { originTones } from '../../parts/tones';
import { confirm } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

type Template = S<'ProductTemplateItem'>;
type Query = NonNullable<operations['list_product_templates']['parameters']['query']>;
const s = search<Query>(list_product_templates);
const c = columns<Template>(ProductTemplateItemLabels);

const isOwn = (x: Template): boolean => x.origin === 'own' && session.may('product.write');
const swatch = (x: Template) =>
  x.colour
    ? html`<span class="swatch-fact"><i style="background:${x.colour}"></i><span class="num">${x.colour}</span></span>`
    : '–';
const menus = (x: Template) => (x.menus.length ? x.menus.join('、') : '–');

/** The page a product made from it would have. */
async function preview(x: Template): Promise<void> {
  const { record } = await unwrap(api.GET('/api/v1/product-templates/{id}', { params: { path: { id: x.id } } }));
  await openPreview({ ...record.basics, page: record.page });
}

async function remove(x: Template): Promise<boolean> {
  const text = t('删除后不能恢复；已用它填写的产品不受影响。');
  if (!(await confirm(t('删除模板“{name}”？', { name: x.name }), text, { danger: true, okText: t('删除') })))
    return false;
  await unwrap(api.DELETE('/api/v1/product-templates/{id}', { params: { path: { id: x.id } } }));
  message.success(t('已删除'));
  return true;
}

export default listPage<Template, Query>({
  title: t('模板列表'),
  rowKey: (x) => x.id,
  load: (query) => unwrap(api.GET('/api/v1/product-templates', { params: { query } })),
  search: [s.text('keyword'), s.choice('origin')],
  tools: [
    {
      label: t('新增模板'),
      icon: 'plus',
      primary: true,
      to: () => links.templateNew(),
      permission: 'product.write',
    },
  ],
  columns: [
    c.index(),
    c.text('name', { width: 180, role: 'heading' }),
    c.state('origin', 'ProductTemplateOrigin', originTones, { width: 104 }),
    c.custom('colour', swatch, { width: 112 }),
    c.custom('menus', menus, { width: 236, title: (x) => x.menus.join('、') }),
    c.number('apps', { width: 84 }),
    c.time('updated_at'),
  ],
  rowActions: [
    { label: t('编辑'), show: isOwn, to: (x) => links.templateEdit(x.id) },
    { label: t('预览'), run: preview },
    { label: t('以此新建'), show: () => session.may('product.write'), to: (x) => links.templateNew({ from: x.id }) },
    {
      label: t('删除'),
      danger: true,
      show: isOwn,
      run: async (x, list) => {
        if (await remove(x)) await list.reload();
      },
    },
  ],
  intro: () =>
    session.may('product.write')
      ? html`<div class="alert">${icon('info')}<div>${t('模板保存多个产品共有的内容：填写产品时可选用模板，也可将产品另存为模板。系统模板只能选用，可以它为基础新建自己的模板。')}</div></div>`
      : nothing,
});
