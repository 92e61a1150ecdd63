// F095–F100: units are issued as ranges and listed as if each had a row.
import assert from 'node:assert/strict';
import { choose, dialog, expectOnlyError, fill, submit, toast } from '../kit/form.mjs';
import { column, goToPage, range, search } from '../kit/list.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['board', 'plywood', 'batches', 'signedIn'];

async function issue(page, base, { product, batch, ...values }) {
  await page.goto(`${base}/units/issue`);
  await choose(page, 'product_id', product);
  if (batch) await choose(page, 'batch_no', batch);
  await fill(page, values);
  await submit(page, '赋码');
}

export default async function unit({ page, base }) {
  // More of a batch that has units, behind the last one (F150).
  await issue(page, base, {
    product: '细工木板',
    batch: '20261115B',
    serial_prefix: 'B',
    quantity: 100,
  });
  await toast(page, /已赋 100 个码：B0501 至 B0600/);

  // What overlaps is refused, and the range it meets is named.
  await issue(page, base, { product: '细工木板', serial_prefix: 'B', first_serial: '0590', quantity: 20 });
  await expectOnlyError(page, 'first_serial', /B0501.*B0600/);
  await look(page, 'unit-issue-refused');

  // Without a batch, ten million at once.
  await page.goto(`${base}/units/issue`);
  await choose(page, 'product_id', '6901234567892');
  await fill(page, { serial_prefix: 'A', first_serial: '00000001', quantity: 10_000_000 });
  assert.deepEqual(await page.locator('.run-ends b').allInnerTexts(), ['A00000001', 'A10000000']);
  await look(page, 'unit-issue');
  await submit(page, '赋码');
  // So many are asked about, as a word.
  await dialog(page).getByText('赋 1000万 个单品码？').waitFor();
  await submit(dialog(page), '确认赋码');
  await toast(page, /已赋 10,000,000 个码/);
  assert.deepEqual(await range(page), [1, 20, 10_000_000]);
  assert.equal((await column(page, '序列号'))[0], 'A00000001');
  await goToPage(page, 345_678);
  assert.deepEqual((await column(page, '序列号')).slice(0, 2), ['A06913541', 'A06913542']);
  await goToPage(page, 500_000);
  assert.deepEqual((await column(page, '序列号')).at(-1), 'A10000000');
  assert.deepEqual(await range(page), [9_999_981, 10_000_000, 10_000_000]);
  await look(page, 'units-deep');

  await search(page, { 序列号: 'A07654321' });
  assert.deepEqual(await column(page, '序列号'), ['A07654321']);
  await search(page, { 序列号: 'A0765432' });
  assert.equal((await range(page))[2], 10);
  await page.goto(`${base}/units`);
  await settle(page);
  assert.equal((await range(page))[2], 10_000_600);
  await search(page, { 产品: '细工木板', 批次: '20261115B' });
  assert.equal((await range(page))[2], 600);
  await look(page, 'units');
  // The filter says what the column says, and not what a brand's state is called.
  await search(page, { 状态: '有效' });
  assert.equal((await range(page))[2], 600);
  assert.deepEqual([...new Set(await column(page, '结论'))], ['有效']);
}
