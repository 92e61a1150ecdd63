// The way to the first code that somebody scans: each step is ticked once it is done, what is not activated says so wherever codes
// are given out, and a slip of the finger issues no million codes.
import assert from 'node:assert/strict';
import { activated } from '../given/products.mjs';
import { scan } from '../kit/api.mjs';
import { choose, dialog, field, fill, submit } from '../kit/form.mjs';
import { act } from '../kit/list.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['profile', 'signedIn'];

const NOT_YET = /尚未激活：现在赋出和下载的码扫码显示/;

/** How many steps are ticked on the home page. */
async function ticked(page, base) {
  await page.goto(base);
  await settle(page);
  return page.locator('.steps .done').count();
}

export default async function firstSteps({ page, base, api, pictures }) {
  assert.equal(await ticked(page, base), 1, 'the enterprise is complete');
  await look(page, 'first-steps');
  const { id } = await api.post('/products', {
    category: 'industrial',
    trace_code: '06901234567892',
    name: '胶合板',
    product_type: '胶合板',
    gpc_code: '10000001',
    model: '1220×2440×9 mm',
    brand_name: '超尔',
    standards: ['GB 18580-2017'],
    coding_level: 'unit',
    filing_period: 'daily',
    is_report_public: true,
    picture_file_ids: [await api.upload('product_picture', pictures.plywood)],
    report_file_ids: [await api.upload('inspection_report', pictures.report)],
  });
  assert.equal(await ticked(page, base), 2, 'a product is there');

  // Codes of a draft are given out with a warning, everywhere.
  await page.goto(`${base}/products`);
  await act(page, '胶合板', '二维码');
  await dialog(page).getByText(NOT_YET).waitFor();
  await look(page, 'draft-code', { whole: false });
  for (const path of [`/labels?product_id=${id}&subject=product`, `/units/issue?product_id=${id}`]) {
    await page.goto(base + path);
    await page.getByText(NOT_YET).waitFor();
  }
  await look(page, 'draft-issue');
  await page.goto(`${base}/batches/new`);
  await choose(page, 'product_id', '胶合板');
  await page.getByText(NOT_YET).waitFor();
  await page.goto(`${base}/units`);
  await page.getByRole('button', { name: '导出' }).first().click();
  await choose(dialog(page), 'product_id', '胶合板');
  await dialog(page).getByText(NOT_YET).waitFor();
  await page.keyboard.press('Escape');

  await activated(api, id);
  assert.equal(await ticked(page, base), 4, 'submitted and activated');
  await look(page, 'first-steps-later');

  // A batch brings its dates; a million is asked about.
  await api.post('/batches', {
    product_id: id,
    batch_no: 'B1',
    made_on: '2026-11-01',
    expires_on: '2028-10-31',
    coding_mode: 'batch',
  });
  await page.goto(`${base}/units/issue?product_id=${id}&batch_no=B1`);
  await page.getByText('日期不填则取批次的：生产日期 2026-11-01，有效期至 2028-10-31。').waitFor();
  await fill(page, { quantity: 1000000 });
  await submit(page, '赋码');
  await dialog(page).getByText('赋 100万 个单品码？').waitFor();
  await look(page, 'a-million', { whole: false });
  await dialog(page).getByRole('button', { name: '取消' }).click();
  assert.equal((await api.get(`/units?product_id=${id}`)).total, 0);
  await submit(page, '赋码');
  await submit(dialog(page), '确认赋码');
  await page.getByText(/已赋 1,000,000 个码/).waitFor();
  await page.goto(`${base}/batches/new?product_id=${id}`);
  await field(page, 'coding_mode').getByText('一物一码', { exact: true }).click();
  await fill(page, { batch_no: 'B1' });
  await page.waitForFunction(() => document.querySelector('[data-field="expires_on"] input')?.value === '2028-10-31');

  // Downloaded, and scanned: there is nothing more to say.
  await page.goto(`${base}/products`);
  await act(page, '胶合板', '二维码');
  const saved = page.waitForEvent('download');
  await submit(dialog(page), '下载');
  await saved;
  assert.equal(await dialog(page).getByText(NOT_YET).count(), 0);
  assert.equal(await ticked(page, base), 5, 'downloaded');
  await scan(`${base}/01/06901234567892`, '60.12.1.1');
  assert.equal(await ticked(page, base), 0);
  assert.equal(await page.getByText('开始使用').count(), 0, 'done');

  // What is not there is left, not tried again.
  await page.goto(`${base}/products/0198f0c2-0000-7000-8000-000000000000`);
  await page.getByRole('link', { name: '返回列表' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '重试' }).count(), 0);
  await look(page, 'missing', { whole: false });
  // What narrows a list is seen although the filters are folded.
  await page.goto(`${base}/units?product_id=${id}&serial=000&state=active`);
  await settle(page);
  assert.ok(await page.getByPlaceholder('完整序列号或开头部分').isVisible());
  await look(page, 'folded-filters', { whole: false });
}
