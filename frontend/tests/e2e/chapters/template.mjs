// F073–F080, F102–F104: the page behind a code is built beside its preview; what products have in common is kept as a
// template and taken, part by part, into another product.
import assert from 'node:assert/strict';
import { dialog, expectError, field, fill, submit, toast } from '../kit/form.mjs';
import { act, column, row } from '../kit/list.mjs';
import { look, settle } from '../kit/look.mjs';
import { fillRow } from '../kit/product.mjs';

export const needs = ['board', 'signedIn'];

const card = (page, name, i) => field(page, name).locator(`[data-row="${i}"]`);
const front = (page) => page.frameLocator('.with-aside iframe.front');

async function build(page) {
  await field(page, 'page/menus').getByRole('button', { name: '添加菜单' }).click();
  await fillRow(page, 'page/menus', 0, { title: '企业介绍', content: '始于 1998 年。\n专注环保板材。' });
  await field(page, 'page/menus').getByRole('button', { name: '添加菜单' }).click();
  await card(page, 'page/menus', 1).getByText('链接地址', { exact: true }).first().click();
  await fillRow(page, 'page/menus', 1, { title: '官方网站', content: 'http://www.example.com' });
  await expectError(page, 'page/menus', /https/);
  await fillRow(page, 'page/menus', 1, { content: 'https://www.example.com/about' });
  await field(page, 'page/apps').getByRole('button', { name: '添加应用' }).click();
  await fillRow(page, 'page/apps', 0, { url: 'https://www.taobao.com/1' });
  await expectError(page, 'page/apps', /京东的链接须在 jd\.com 下/);
  await fillRow(page, 'page/apps', 0, { url: 'https://item.jd.com/100012043978.html' });
  await field(page, 'page/theme/colour').locator('input[type=text], input:not([type])').first().fill('#0e7a4b');
  // The phone beside the form shows it without its being saved.
  await front(page).getByText('企业介绍').locator('visible=true').first().waitFor();
  await settle(page);
  // What is in the phone can be clicked: it stays the page, and leads nowhere else.
  await front(page).getByRole('link', { name: '企业介绍' }).locator('visible=true').first().click();
  await front(page).getByText('专注环保板材').locator('visible=true').first().waitFor();
  await front(page).getByRole('link', { name: '返回追溯信息' }).locator('visible=true').first().click();
  await front(page).locator('#facts').waitFor();
  await front(page).getByText('京东').locator('visible=true').first().click();
  await front(page).locator('#facts').waitFor();
  assert.equal(await front(page).getByText('JavaScript').count(), 0, 'the console is not loaded in the frame');
}

export default async function template({ page, base, board }) {
  await page.goto(`${base}/products/${board}/edit`);
  await front(page).getByText('细工木板').first().waitFor();
  await build(page);
  await look(page, 'product-page');
  await submit(page, '另存为模板');
  await fill(dialog(page), { name: '人造板通用模板' });
  await look(page, 'template-save-as', { whole: false });
  await submit(dialog(page), '确定');
  await toast(page, '模板“人造板通用模板”已保存');
  await submit(page, '保存');
  await toast(page, /已保存/);
  await page.getByRole('heading', { name: '产品详情' }).waitFor();

  await page.goto(`${base}/templates`);
  assert.equal((await column(page, '模板名称'))[0], '人造板通用模板');
  assert.equal((await column(page, '模板来源')).filter((x) => x === '系统模板').length, 4);
  await look(page, 'templates');
  await act(page, '电动自行车模板', '以此新建');
  await page.getByRole('heading', { name: '新增模板' }).waitFor();
  await fill(page, { name: '人造板通用模板' });
  await submit(page, '保存');
  await expectError(page, 'name', /已存在/);
  await look(page, 'template-form');
  await fill(page, { name: '我的电动车模板' });
  await submit(page, '保存');
  await toast(page, '模板“我的电动车模板”已保存');
  await act(page, '我的电动车模板', '删除');
  await submit(dialog(page), '删除');
  await row(page, '我的电动车模板').waitFor({ state: 'detached' });

  // Taken into a new product, but for what its user does not want.
  await page.goto(`${base}/products/new`);
  await fill(page, { warranty_period: '1 个月' });
  await submit(page, '选用模板');
  await dialog(page).getByText('人造板通用模板').click();
  const change = (label) => dialog(page).locator('.template-change').filter({ hasText: label });
  await change('质保期限').getByText('1 个月').waitFor();
  await change('质保期限').locator('input').uncheck();
  await look(page, 'template-choose', { whole: false });
  await submit(dialog(page), '带入');
  await toast(page, '已带入');
  assert.equal(await field(page, 'warranty_period').locator('input').inputValue(), '1 个月');
  assert.match(await field(page, 'product_type').getByRole('combobox').inputValue(), /细工木板/);
  assert.equal(await field(page, 'page/menus').locator('.row-edit').count(), 2);
  await front(page).getByText('官方网站').locator('visible=true').first().waitFor();
  // Nothing of it is wanted after all.
  await page
    .locator('.autosave-state')
    .getByText(/已自动保存/)
    .waitFor();
  page.once('dialog', (d) => d.accept());
  await page.reload();
  await page.locator('.autosave-offer').getByRole('button', { name: '放弃' }).click();
  await page.locator('.autosave-offer').waitFor({ state: 'detached' });
}
