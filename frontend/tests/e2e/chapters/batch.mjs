// F089–F094: batches with one code, and batches whose units have codes.
import assert from 'node:assert/strict';
import { choose, dialog, expectError, expectOnlyError, fill, radio, submit, toast, upload } from '../kit/form.mjs';
import { act, column, range, reset, row, search } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['board', 'signedIn'];

export default async function batch({ page, base, pictures }) {
  await page.goto(`${base}/batches/new`);
  await submit(page, '提交');
  await expectError(page, 'product_id', /请选择/);
  await expectError(page, 'batch_no', /请填写/);
  await choose(page, 'product_id', '细工木板');
  await fill(page, { batch_no: '20261101A', made_on: '20261101', expires_on: '2026-10-01' });
  await submit(page, '提交');
  await expectOnlyError(page, 'expires_on', /./);
  await fill(page, { expires_on: '2028/11/1' });
  await submit(page, '提交');
  await toast(page, '批次 20261101A 已新增');
  await row(page, '20261101A').waitFor();

  await page.getByRole('link', { name: '新增批次' }).click();
  await fill(page, { batch_no: '20261101A' });
  await submit(page, '提交');
  await expectOnlyError(page, 'batch_no', /已/);
  await fill(page, { batch_no: '20261115B', made_on: '2026-11-15' });
  await radio(page, 'coding_mode', '一物一码');
  await fill(page, { quantity: 6, serial_prefix: 'B', first_serial: '95' });
  await page.getByText('数量超出起始序列号的位数').waitFor();
  await fill(page, { quantity: 500, first_serial: '0001' });
  await page.getByText('将生成 500 个单品码').waitFor();
  assert.deepEqual(await page.locator('.run-ends b').allInnerTexts(), ['B0001', 'B0500']);
  await look(page, 'batch-form-units');
  await submit(page, '提交');
  await toast(page, /批次 20261115B 已赋码，共 500 个/);
  assert.deepEqual(await column(page, '单品数'), ['500', '0']);

  await search(page, { 批次号: '20261101A' });
  assert.deepEqual(await range(page), [1, 1, 1]);
  await reset(page);
  await act(page, '20261115B', '维护');
  await dialog(page).getByText('批次号已印制').waitFor();
  await fill(dialog(page), { expires_on: '2028-11-15', quantity: 500, note: '夜班生产' });
  await upload(dialog(page), 'report_file_ids', pictures.report);
  await look(page, 'batch-upkeep', { whole: false });
  await submit(dialog(page), '保存');
  await toast(page, '批次 20261115B 已保存');
  await row(page, '2028-11-15').waitFor();
  await look(page, 'batches');

  // The page of the batch says what changed.
  await page.getByRole('link', { name: '20261115B', exact: true }).click();
  await page.locator('pm-events').getByText('未填写').first().waitFor();
  await page.locator('pm-events').getByText('夜班生产').waitFor();
  await look(page, 'batch');
}
