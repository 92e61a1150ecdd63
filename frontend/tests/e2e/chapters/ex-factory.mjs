// F141, F172, F173: a batch leaves the factory; from then on it is corrected in the open, and everybody reads it.
import assert from 'node:assert/strict';
import { dialog, expectError, field, fill, submit, toast } from '../kit/form.mjs';
import { act, column, row } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['board', 'batches', 'signedIn'];

const REASON = '生产日期录入错误，与生产记录不符';

export default async function exFactory({ page, base, api, board }) {
  await page.goto(`${base}/batches`);
  await act(page, '20261115B', '出厂');
  await fill(dialog(page), { ex_factory_on: '2026-11-14' });
  await submit(dialog(page), '提交');
  await expectError(dialog(page), 'ex_factory_on', /不能早于/);
  await look(page, 'ex-factory', { whole: false });
  await fill(dialog(page), { ex_factory_on: '2026-11-20' });
  await submit(dialog(page), '提交');
  await toast(page, '批次 20261115B 已登记出厂');
  await row(page, '20261115B').getByText('2026-11-20').waitFor();
  assert.deepEqual(await column(page, '出厂日期'), ['2026-11-20', '–']);
  await look(page, 'ex-factory-batches');

  // Now the same drawer corrects, and asks why.
  await act(page, '20261115B', '维护');
  await dialog(page).getByText('该批次已出厂').waitFor();
  await fill(dialog(page), { made_on: '2026-11-16' });
  await submit(dialog(page), '保存');
  await expectError(dialog(page), 'correction_reason', /更正原因/);
  await fill(dialog(page), { correction_reason: REASON });
  await look(page, 'ex-factory-correction', { whole: false });
  await submit(dialog(page), '保存');
  await toast(page, '批次 20261115B 已保存');
  await page.getByRole('link', { name: '20261115B', exact: true }).click();
  await page.locator('pm-events').getByText(REASON).waitFor();
  await page.locator('pm-events').getByText('更正', { exact: true }).waitFor();
  await look(page, 'ex-factory-batch');

  // A unit of it: its own dates are filled in, and what nobody changes does not change.
  await page.goto(`${base}/units?product_id=${board}&serial=B0007`);
  await act(page, 'B0007', '关联');
  assert.equal(await field(dialog(page), 'made_on').locator('input').inputValue(), '2026-11-16');
  await submit(dialog(page), '提交');
  await toast(page, '已关联 1 个单品码');
  const history = await api.get(`/products/${board}/unit/events?serial=B0007`);
  assert.deepEqual(
    history.map((e) => e.kind),
    ['issued'],
  );

  // Everybody reads what was corrected, and sees the page of the day before.
  const { uri } = await api.get(`/products/${board}/unit?serial=B0007`);
  const { pathname } = new URL(uri);
  await page.goto(`${base}${pathname}`);
  await page.getByRole('heading', { name: '变更记录' }).waitFor();
  await page.getByText(REASON).waitFor();
  await look(page, 'ex-factory-scan');
  await page.goto(`${base}${pathname}?on=2026-01-01`);
  await page.getByText('查不到这个码').first().waitFor();
  await page.goto(`${base}${pathname}?on=nonsense`);
  await page.getByRole('heading', { name: '没有这一天的页面' }).waitFor();
  await look(page, 'no-such-day');
  await page.getByRole('link', { name: '查看当前页面' }).click();
  await page.getByRole('heading', { name: '变更记录' }).waitFor();
  const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
  await page.goto(`${base}${pathname}?on=${today}`);
  await page.getByText(`这是 ${today} 结束时的页面`).waitFor();
  await look(page, 'as-of');
}
