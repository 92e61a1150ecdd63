// F158, F159: quantities are filed, once for a period, and corrected. F174: what waits to be looked over has a list.
import assert from 'node:assert/strict';
import { choose, dialog, expectError, fill, submit, toast } from '../kit/form.mjs';
import { act, column } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['plywood', 'signedIn'];

async function file(page, quantity) {
  await page.getByRole('button', { name: '填报', exact: true }).click();
  await choose(dialog(page), 'product_id', '6901234567892');
  await fill(dialog(page), { quantity });
  await submit(dialog(page), '填报');
}

export default async function filing({ page, base }) {
  await page.goto(`${base}/filings/due`);
  await page.getByText(/没有待填报的数量/).waitFor();
  await look(page, 'filings-none-due');
  await page.getByRole('button', { name: '按赋码数填报' }).click();
  await look(page, 'filing-issued', { whole: false });
  await submit(dialog(page), '填报');
  await toast(page, '已填报 0 期');
  await page.getByRole('link', { name: '填报记录' }).last().click();
  await page.getByText('还没有填报记录').waitFor();

  await page.getByRole('button', { name: '填报', exact: true }).click();
  await submit(dialog(page), '填报');
  await expectError(dialog(page), 'quantity', /请填写/);
  await look(page, 'filing-form', { whole: false });
  await dialog(page).getByRole('button', { name: '取消' }).click();
  await file(page, 1200);
  await toast(page, '已填报');
  assert.match((await column(page, '产品数量'))[0], /1,200\s*准确/);
  await look(page, 'filings');

  await file(page, 1300);
  await expectError(dialog(page), 'day', /已填报/);
  await dialog(page).getByRole('button', { name: '取消' }).click();
  await submit(dialog(page), '放弃');
  await act(page, '6901234567892', '更正');
  await fill(dialog(page), { quantity: 1250, note: '含返工 12 件' });
  await look(page, 'filing-correct', { whole: false });
  await submit(dialog(page), '保存');
  await toast(page, '已保存');
  assert.match((await column(page, '产品数量'))[0], /1,250/);
}
