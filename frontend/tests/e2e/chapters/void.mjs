// One unit, and a run of units, are voided; their codes are drawn no more.
import assert from 'node:assert/strict';
import { choose, dialog, expectError, fill, submit, toast } from '../kit/form.mjs';
import { act, column, range, row, search } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['units', 'signedIn'];

export default async function voiding({ page, base, plywood }) {
  await page.goto(`${base}/units?product_id=${plywood}&serial=A00000042`);
  await act(page, 'A00000042', '作废');
  await dialog(page).getByText('作废不可恢复。').waitFor();
  await submit(dialog(page), '作废');
  await expectError(dialog(page), 'reason', /请填写/);
  await fill(dialog(page), { reason: '运输途中破损' });
  await look(page, 'void-unit', { whole: false });
  await submit(dialog(page), '作废');
  await toast(page, '已作废 1 个单品码');
  assert.deepEqual(await column(page, '结论'), ['已作废']);
  assert.equal(await row(page, 'A00000042').getByText('二维码').count(), 0);

  await page.getByRole('button', { name: '批量作废' }).click();
  await choose(dialog(page), 'product_id', '6901234567892');
  await fill(dialog(page), { first_serial: 'A00002001', last_serial: 'A00002500', reason: '该段标签印制错误' });
  await submit(dialog(page), '作废');
  await toast(page, '已作废 500 个单品码');
  await page.goto(`${base}/units`);
  await search(page, { 状态: '已作废' });
  assert.equal((await range(page))[2], 501);
  await look(page, 'units-voided');
}
