// F144: units are packed, a pack is packed, a scan tells; F137: a batch is recalled and the recall ends.
import assert from 'node:assert/strict';
import { boxes } from '../given/products.mjs';
import { scan } from '../kit/api.mjs';
import { choose, dialog, expectError, fill, submit, toast } from '../kit/form.mjs';
import { column, row } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['batches', 'units', 'signedIn'];

export default async function packs(story) {
  const { page, base } = story;
  const box = await boxes(story);
  const gtin = `0${box.record.trace_code}`;

  await page.goto(`${base}/packs`);
  await page.getByText('还没有组合').waitFor();
  await page.locator('.table-tools').getByRole('button', { name: '装入组合' }).click();
  const form = dialog(page);
  await choose(form, 'product_id', '板材组合装');
  await fill(form, { serial: 'Z01' });
  const entry = form.locator('[data-row="0"]');
  await entry.locator('[data-cell=product_id]').getByRole('combobox').fill('6901234567892');
  await entry.locator('[data-cell=product_id]').getByRole('option').filter({ hasText: '6901234567892' }).click();
  for (const [name, value] of [
    ['first_serial', 'A00000101'],
    ['last_serial', 'A00000112'],
  ]) {
    const input = entry.locator(`[data-cell=${name}] input`);
    await input.fill(value);
    await input.press('Tab');
  }
  await form.getByText('将装入 12 件到组合 Z01').waitFor();
  await look(page, 'pack', { whole: false });
  await submit(form, '装入');
  await toast(page, '已装入，组合 Z01 现有 12 件');
  assert.deepEqual(await column(page, '件数'), ['12']);

  // A pack goes into a pack; the page of the outer one opens what is in the inner.
  await page.goto(`${base}/unit?product_id=${box.id}&serial=Z05`);
  await page.getByText('组合中还没有内容').waitFor();
  await page.getByRole('button', { name: '装入', exact: true }).click();
  const inner = dialog(page);
  const cell = (name) => inner.locator(`[data-row="0"] [data-cell=${name}]`);
  await cell('product_id').getByRole('combobox').fill('板材组合装');
  await cell('product_id').getByRole('option').filter({ hasText: '板材组合装' }).click();
  await cell('first_serial').locator('input').fill('Z05');
  await submit(inner, '装入');
  await inner.getByText('组合不能装入自身').waitFor();
  await cell('first_serial').locator('input').fill('Z01');
  await submit(inner, '装入');
  await toast(page, '已装入，组合 Z05 现有 1 件');
  await page.locator('.tree').getByRole('button', { name: '展开' }).click();
  await page.locator('.tree .tree').getByText('A00000101 – A00000112').waitFor();
  await look(page, 'pack-contents');
  assert.equal(
    (await (await scan(`${base}/01/${gtin}/21/Z05`, '10.33.9.8')).json()).contents[0].inside[0].quantity,
    12,
  );

  await page.goto(`${base}/unit?product_id=${story.plywood}&serial=A00000105`);
  await page.getByRole('link', { name: /Z01/ }).first().waitFor();
  await look(page, 'unit');

  // Two of what is in the inner pack are recalled: every page of the boxes says so, and the recall names them.
  const { api } = story;
  const recall = await api.post('/recalls', {
    product_id: story.plywood,
    first_serial: 'A00000105',
    last_serial: 'A00000106',
    reason: '甲醛释放量超标',
    advice: '请停止使用，到购买处退货',
  });
  await page.goto(`${base}/unit?product_id=${box.id}&serial=Z05`);
  await page.getByText('内含召回产品').first().waitFor();
  await look(page, 'pack-recalled');
  await page.goto(`${base}/recalls`);
  await row(page, 'A00000105').getByText('影响').click();
  await dialog(page).getByText('组合数').waitFor();
  await look(page, 'recall-reach', { whole: false });
  await dialog(page).getByRole('link', { name: '2' }).click();
  await page.waitForURL(/recall_id=/);
  assert.deepEqual(await column(page, '结论'), ['内含召回产品', '内含召回产品']);
  const shopper = await page.context().newPage();
  await shopper.goto(`${base}/01/${gtin}/21/Z05`);
  await shopper.getByRole('heading', { name: '内含正在召回的产品' }).waitFor();
  await look(shopper, 'pack-recalled-scan');
  await shopper.goto(`${base}/01/06901234567892/21/A00000105`);
  await shopper.getByText('内含召回产品').waitFor();
  await look(shopper, 'unit-recalled-scan');
  await shopper.close();
  await api.post(`/recalls/${recall.id}/end`, { reason: '已收回' });

  // Out again, all of it.
  await page.goto(`${base}/packs`);
  await row(page, 'Z05').waitFor();
  await look(page, 'packs');
  await page.goto(`${base}/unit?product_id=${box.id}&serial=Z01`);
  await page.getByRole('button', { name: '移出', exact: true }).click();
  await dialog(page).getByText('将全部移出').waitFor();
  await submit(dialog(page), '移出');
  await toast(page, '已移出，组合 Z01 现有 0 件');

  // A recall says before what it does, and shows at once.
  await page.goto(`${base}/batches`);
  await page.getByRole('link', { name: '20261115B', exact: true }).click();
  await page.getByRole('button', { name: '召回' }).click();
  await dialog(page).getByText('发起后立即生效').waitFor();
  await submit(dialog(page), '发起召回');
  await expectError(dialog(page), 'reason', /请填写/);
  await fill(dialog(page), { reason: '甲醛释放量超标', advice: '请停止使用，到购买处退货' });
  await look(page, 'recall', { whole: false });
  await submit(dialog(page), '发起召回');
  await toast(page, '已发起召回');
  await page.getByText('正在召回，原因：甲醛释放量超标').waitFor();
  await look(page, 'batch-recalled');
  const scanned = `${base}/01/02058989108994/21/B0020`;
  assert.equal((await (await scan(scanned, '10.33.9.8')).json()).verdict, 'recalled');
  await page.goto(`${base}/recalls`);
  await row(page, '20261115B').waitFor();
  await look(page, 'recalls');
  await row(page, '20261115B').getByText('结束召回').click();
  await fill(dialog(page), { reason: '问题产品已全部收回' });
  await submit(dialog(page), '结束召回');
  await toast(page, '召回已结束');
  assert.equal((await (await scan(scanned, '10.33.9.8')).json()).verdict, 'valid');
}
