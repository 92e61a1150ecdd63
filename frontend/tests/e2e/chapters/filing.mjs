// F156, F158, F159: what is owed is told by product, filed on confirmed numbers, corrected with a reason and taken back; the
// operator sees who is behind.
import assert from 'node:assert/strict';
import { choose, dialog, expectError, fill, submit, toast } from '../kit/form.mjs';
import { act, column } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['plywood', 'units', 'signedIn'];

const DAYS = 40;

/** A day in Beijing, some days ago. */
const ago = (days) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

export default async function filing({ page, base, server }) {
  await page.goto(`${base}/filings/due`);
  await page.getByText(/没有待填报的数量/).waitFor();
  await look(page, 'filings-none-due');
  server.age(DAYS);
  await page.reload();
  await page
    .getByText(`${DAYS - 1} 期逾期`)
    .first()
    .waitFor();
  assert.deepEqual(await column(page, '待填期数'), [String(DAYS)]);
  await look(page, 'filings-due');

  // One by one: with another number than that of the codes, which is told of.
  await act(page, '6901234567892', '逐期填报');
  await page.getByText('已逾期').first().waitFor();
  await look(page, 'filings-due-periods');
  await act(page, ago(DAYS), '填报');
  await look(page, 'filing-due', { whole: false });
  await fill(dialog(page), { quantity: 4000 });
  await submit(dialog(page), '填报');
  await toast(page, /与赋码数 .* 不符/);

  await page.getByRole('link', { name: '填报记录' }).last().click();
  // The page before has a button of this name in every row.
  await page.getByRole('heading', { name: '填报记录', level: 1 }).waitFor();
  await page.getByRole('button', { name: '填报', exact: true }).click();
  await submit(dialog(page), '填报');
  await expectError(dialog(page), 'quantity', /请填写/);
  await choose(dialog(page), 'product_id', '6901234567892');
  await fill(dialog(page), { quantity: 1, day: ago(0) });
  await submit(dialog(page), '填报');
  await expectError(dialog(page), 'day', /才结束/);
  await fill(dialog(page), { day: ago(DAYS) });
  await submit(dialog(page), '填报');
  await expectError(dialog(page), 'day', /已填报/);
  await dialog(page).getByRole('button', { name: '取消' }).click();
  await submit(dialog(page), '放弃');

  await act(page, '6901234567892', '更正');
  await fill(dialog(page), { quantity: 1250, note: '含返工 12 件' });
  await submit(dialog(page), '保存');
  await expectError(dialog(page), 'reason', /请填写/);
  await fill(dialog(page), { reason: '复核入库单，多计 2750 件' });
  await look(page, 'filing-correct', { whole: false });
  await submit(dialog(page), '保存');
  await toast(page, /已保存/);
  assert.match((await column(page, '产品数量'))[0], /1,250/);
  await act(page, '6901234567892', '更正记录');
  await dialog(page).getByText('4,000 更正为 1,250').waitFor();
  await look(page, 'filing-corrections', { whole: false });
  await page.keyboard.press('Escape');

  // All that is left at once, on numbers, and back again.
  await page.goto(`${base}/filings/due`);
  await page.getByRole('button', { name: '全部按赋码数填报' }).click();
  await dialog(page)
    .getByText(new RegExp(`其中 ${DAYS - 1} 期没有赋码，将填 0`))
    .waitFor();
  await look(page, 'filing-issued', { whole: false });
  await submit(dialog(page), `填报 ${DAYS - 1} 期`);
  await toast(page, `已填报 ${DAYS - 1} 期`);
  await page.getByText(/没有待填报的数量/).waitFor();
  await page.getByRole('link', { name: '批量填报记录' }).last().click();
  await act(page, String(DAYS - 1), '撤回');
  await submit(dialog(page), '撤回');
  await expectError(dialog(page), 'reason', /请填写/);
  await fill(dialog(page), { reason: '误将停产期间填为 0' });
  await look(page, 'filing-batch-withdraw', { whole: false });
  await submit(dialog(page), '撤回');
  await toast(page, `已撤回 ${DAYS - 1} 期`);
  await look(page, 'filing-batches');
  await act(page, String(DAYS - 1), '明细');
  await page.getByText('已撤回').first().waitFor();
  await look(page, 'filings');
}
