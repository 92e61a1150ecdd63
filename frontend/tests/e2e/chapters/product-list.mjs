// F025, F083: a list is filtered, sorted and paged on the server, and its state is in the address.
import assert from 'node:assert/strict';
import { dialog, fill, submit, toast } from '../kit/form.mjs';
import { act, column, goToPage, range, reset, row, search, sort } from '../kit/list.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['moreProducts', 'signedIn'];

export default async function productList({ page, base }) {
  await page.goto(`${base}/products`);
  assert.deepEqual(await range(page), [1, 15, 15]);
  await look(page, 'products');

  await search(page, { 关键词: '胶合板' });
  assert.deepEqual((await column(page, '产品名称')).sort(), ['胶合板', '阻燃胶合板']);
  assert.match(page.url(), /keyword=/);
  await page.reload();
  assert.equal((await column(page, '产品名称')).length, 2, 'the address holds the filter');
  await search(page, { 关键词: '没有这样的产品' });
  await page.getByText('没有符合条件的记录').waitFor();
  await look(page, 'products-nothing-found');
  await reset(page);
  await search(page, { 追溯码: '2058989108994' });
  assert.deepEqual(await column(page, '产品名称'), ['细工木板']);
  await reset(page);
  await look(page, 'products-filters-unfolded', { whole: false });
  await page.locator('.search-actions').getByText('收起').click();

  await sort(page, '追溯码');
  const up = await column(page, '追溯码');
  await sort(page, '追溯码');
  const down = await column(page, '追溯码');
  assert.deepEqual(down, [...up].reverse());
  assert.equal(await page.locator('th[aria-sort="descending"]').count(), 1);

  await page.getByRole('combobox', { name: '每页条数' }).click();
  await page.getByRole('option', { name: '10 条/页' }).click();
  assert.deepEqual(await range(page), [1, 10, 15]);
  await page.getByRole('button', { name: '下一页' }).click();
  assert.deepEqual(await range(page), [11, 15, 15]);
  assert.deepEqual(await column(page, '追溯码'), down.slice(10), 'pages go on where the one before ended');
  await goToPage(page, 1);
  assert.deepEqual(await column(page, '追溯码'), down.slice(0, 10));
  // What is remembered of a page is its address: the back button comes to the list as it was left.
  await page.locator('tbody').getByRole('link').first().click();
  await page.getByRole('heading', { name: '产品详情' }).waitFor();
  await page.goBack();
  assert.deepEqual(await range(page), [1, 10, 15]);

  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('menuitemcheckbox', { name: '产品类型' }).click();
  await page.keyboard.press('Escape');
  assert.ok((await column(page, '产品类型')).includes('切削刀具'));
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('menuitem', { name: '恢复默认' }).click();
  await page.getByRole('button', { name: '密度' }).click();
  await page.getByRole('menuitemcheckbox', { name: '紧凑' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '密度' }).click();
  await page.getByRole('menuitemcheckbox', { name: '默认' }).click();
  await page.keyboard.press('Escape');

  // Voiding says what ends and asks why.
  await page.goto(`${base}/products?keyword=${encodeURIComponent('可转位')}`);
  await act(page, '可转位车刀片', '作废');
  await dialog(page)
    .getByText(/不可恢复/)
    .waitFor();
  await look(page, 'void-product', { whole: false });
  await submit(dialog(page), '取消');
  await act(page, '可转位车刀片', '作废');
  await submit(dialog(page), '作废');
  await dialog(page).getByText('请填写作废原因').waitFor();
  await fill(dialog(page), { reason: '产品停产，不再销售' });
  await submit(dialog(page), '作废');
  await toast(page, '已作废');
  await row(page, '可转位车刀片').getByText('已作废').waitFor();
  await page.getByRole('link', { name: '详情' }).click();
  await page.getByText('该产品已作废，原因：产品停产，不再销售').waitFor();
  await look(page, 'product-voided');
  await page.goto(`${base}/products/00000000-0000-7000-8000-000000000000`);
  await page.getByText('记录不存在').waitFor();
  await settle(page);
}
