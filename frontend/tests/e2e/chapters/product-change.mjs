// F149, F173: what was reviewed is locked once a product is activated; every other change is a new version; and a product
// is copied under a code of its own.
import assert from 'node:assert/strict';
import { withCheckDigit } from '../kit/api.mjs';
import { closeByKey, dialog, expectError, field, fill, submit, toast } from '../kit/form.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['board', 'signedIn'];

export default async function productChange({ page, base, board }) {
  await page.goto(`${base}/products/${board}/edit`);
  await page.getByText(/其他修改保存后成为第 2 版/).waitFor();
  for (const name of ['trace_code', 'name', 'model', 'gpc_code', 'standards'])
    assert.equal(await field(page, name).locator('input').first().isDisabled(), true, `${name} is locked`);
  assert.equal(await field(page, 'warranty_period').locator('input').isDisabled(), false);
  assert.equal(await page.getByRole('button', { name: '保存并提交' }).count(), 0);
  await look(page, 'product-form-locked');
  await fill(page, { warranty_period: '36 个月', 'commercial/credit_grade': 'AAA' });
  await submit(page, '保存');
  await toast(page, /已保存/);
  await page.getByRole('heading', { name: '产品详情' }).waitFor();
  await page.locator('[data-revision="2"]').getByText('当前').waitFor();
  await page
    .locator('.timeline')
    .getByText(/商业信息、质保期限/)
    .waitFor();

  await page.locator('[data-revision="2"]').getByRole('button').click();
  await dialog(page).locator('.facts .changed').first().waitFor();
  const changed = await dialog(page).locator('.facts .changed dt').allInnerTexts();
  assert.deepEqual(
    changed.map((x) => x.split(/\s/)[0]),
    ['质保期限'],
  );
  await look(page, 'product-version', { whole: false });
  await closeByKey(page);
  await page.locator('[data-revision="1"]').getByRole('button').click();
  await dialog(page).getByText('12 个月').waitFor();
  await closeByKey(page);

  // F174: it is looked over, and nothing else waits for that.
  await page.getByRole('button', { name: '复核', exact: true }).click();
  await submit(dialog(page), '复核');
  await expectError(dialog(page), 'confirmed', /自查/);
  await field(dialog(page), 'confirmed').locator('input').click();
  await look(page, 'product-recheck', { whole: false });
  await submit(dialog(page), '复核');
  await toast(page, /已复核/);
  await page.locator('.timeline').getByText('复核', { exact: true }).waitFor();
  await page.goto(`${base}/products/rechecks`);
  await page.getByText(/没有待复核的产品/).waitFor();
  await look(page, 'rechecks-empty');
  await page.goto(`${base}/products/${board}`);

  // 一键同步
  await page.getByRole('button', { name: '复制', exact: true }).click();
  await fill(dialog(page), { trace_code: '2058989108994' });
  await submit(dialog(page), '复制并编辑');
  await expectError(dialog(page), 'trace_code', /已有产品在使用/);
  await look(page, 'product-copy', { whole: false });
  await fill(dialog(page), { trace_code: withCheckDigit('205898910800') });
  await submit(dialog(page), '复制并编辑');
  await page.getByRole('heading', { name: '编辑产品' }).waitFor();
  assert.equal(await field(page, 'warranty_period').locator('input').inputValue(), '36 个月');
  assert.equal(
    await field(page, 'report_file_ids').locator('.upload-list li').count(),
    0,
    'reports are of one product',
  );
  await settle(page);
  // A draft nobody needs is deleted.
  await page.goto(page.url().replace(/\/edit$/, ''));
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await submit(dialog(page), '删除');
  await page.getByRole('heading', { name: '一品一码' }).waitFor();
}
