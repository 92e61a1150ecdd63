// F096–F099, F101: units that are coded come into a batch afterwards, one or many, and again into another; what is
// issued for their product stands beside it.
import assert from 'node:assert/strict';
import { choose, dialog, expectError, field, fill, submit, toast } from '../kit/form.mjs';
import { act, column, range } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['units', 'signedIn'];

const units = (base, product, serial) => `${base}/units?product_id=${product}&serial=${serial}`;

export default async function association(story) {
  const { page, base, plywood, api } = story;
  for (const batch_no of ['P20261118', 'P20261119'])
    await api.post('/batches', { product_id: plywood, batch_no, made_on: '2026-11-18', coding_mode: 'batch' });

  // One unit, from its row.
  await page.goto(units(base, plywood, 'A00000005'));
  await act(page, 'A00000005', '关联');
  const issued = dialog(page).locator('[data-count=units]').filter({ hasText: '10,000,000' });
  await issued.waitFor();
  await dialog(page).getByRole('button', { name: '收起' }).click();
  await issued.waitFor({ state: 'hidden' });
  await dialog(page).getByRole('button', { name: '展开' }).click();
  await dialog(page).getByRole('button', { name: '刷新' }).click();
  await issued.waitFor();
  assert.equal(await field(dialog(page), 'first_serial').locator('input').inputValue(), 'A00000005');
  await choose(dialog(page), 'batch_no', 'P20261118');
  await submit(dialog(page), '提交');
  await toast(page, '已关联 1 个单品码');
  assert.deepEqual(await column(page, '批次号'), ['P20261118']);

  // Many: the quantity is counted from the ends and compared by the server.
  await page.getByRole('button', { name: '赋码后关联' }).click();
  await dialog(page).getByRole('tab', { name: '批量关联' }).click();
  await choose(dialog(page), 'batch_no', 'P20261118');
  await fill(dialog(page), { first_serial: 'A00000011', last_serial: 'A00001010', made_on: '2026-11-18' });
  assert.equal(await field(dialog(page), 'quantity').locator('input').inputValue(), '1000');
  await fill(dialog(page), { quantity: 999 });
  await submit(dialog(page), '提交');
  await expectError(dialog(page), 'quantity', /1,?000/);
  await look(page, 'associate-many', { whole: false });
  await fill(dialog(page), { quantity: 1000 });
  await submit(dialog(page), '提交');
  await toast(page, '已关联 1,000 个单品码');

  // Into another batch: only what is named moves.
  await page.getByRole('button', { name: '赋码后关联' }).click();
  await dialog(page).getByRole('tab', { name: '批量关联' }).click();
  await choose(dialog(page), 'batch_no', 'P20261119');
  await fill(dialog(page), { first_serial: 'A00000101', last_serial: 'A00000200' });
  await submit(dialog(page), '提交');
  await toast(page, '已关联 100 个单品码');
  await page.goto(`${base}/batches?product_id=${plywood}`);
  assert.deepEqual(await column(page, '批次号'), ['P20261119', 'P20261118']);
  assert.deepEqual(await column(page, '单品数'), ['100', '901']);
  await page.goto(units(base, plywood, 'A000001'));
  assert.deepEqual((await range(page))[2], 100);

  // Leaving it half done asks.
  await page.getByRole('button', { name: '赋码后关联' }).click();
  await fill(dialog(page), { first_serial: 'A1' });
  await page.keyboard.press('Escape');
  await dialog(page).getByText('放弃未保存的内容？').waitFor();
  await submit(dialog(page), '放弃');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}
