import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { BrandViewLabels, list_brands } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { sized } from '../../api/upload';
import { t } from '../../base/i18n';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { brandTones } from '../../parts/tones';
import { icon } from '../../ui/icons';
import { showBrand } from './detail';
import { editBrand } from './form';
import { deleteBrand, voidBrand } from './remove';

type Brand = S<'BrandView'>;
type Query = NonNullable<operations['list_brands']['parameters']['query']>;
const s = search<Query>(list_brands);
const c = columns<Brand>(BrandViewLabels);

const isActive = (b: Brand): boolean => b.state === 'active';
const then = async (done: Promise<boolean>, list: ListHandle): Promise<void> => {
  if (await done) await list.reload();
};

const name = (b: Brand) => html`<span class="with-thumb">
  ${b.logo ? html`<img src=${sized(b.logo.url, 360)} alt="" width="32" height="32" loading="lazy" />` : html`<i>${icon('picture')}</i>`}
  <button type="button" class="btn link ellipsis" @click=${() => void showBrand(b)}>${b.name}</button></span>`;
const video = (b: Brand) =>
  b.video
    ? html`<button type="button" class="btn link" @click=${() => void showBrand(b)}>${icon('eye')}${t('查看')}</button>`
    : '–';
const add = (list: ListHandle) => then(editBrand(), list);

export default listPage<Brand, Query>({
  title: t('品牌列表'),
  rowKey: (b) => b.id,
  load: (query) => unwrap(api.GET('/api/v1/brands', { params: { query } })),
  search: [s.text('keyword'), s.choice('state')],
  tools: [{ label: t('添加品牌'), icon: 'plus', primary: true, run: add, permission: 'brand.write' }],
  columns: [
    c.index(),
    c.custom('name', name, { width: 180, sort: 'name', role: 'heading', title: (b) => b.name }),
    c.text('name_en', { width: 150 }),
    c.text('introduction', { width: 210 }),
    c.custom('video', video, { width: 112 }),
    c.state('state', 'BrandState', brandTones),
    c.time('created_at', { sort: 'created_at' }),
    c.time('updated_at', { optional: true }),
  ],
  rowActions: [
    { label: t('编辑'), show: isActive, run: (b, list) => then(editBrand(b.id), list) },
    { label: t('作废'), danger: true, show: isActive, run: (b, list) => then(voidBrand(b), list) },
    { label: t('删除'), danger: true, run: (b, list) => then(deleteBrand(b), list) },
  ],
  empty: {
    text: t('还没有品牌，添加后可在产品中选择，扫码页展示'),
    action: (list) =>
      html`<button class="btn primary" type="button" @click=${() => void add(list)}>${icon('plus')}${t('添加品牌')}</button>`,
  },
});
