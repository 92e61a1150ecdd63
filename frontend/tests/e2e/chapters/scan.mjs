// What a phone shows for a code in each state, without JavaScript; and what the console knows of it afterwards.
import assert from 'node:assert/strict';
import { scan } from '../kit/api.mjs';
import { launch } from '../kit/browser.mjs';
import { column, range, search } from '../kit/list.mjs';
import { look, PHONE } from '../kit/look.mjs';
import { watch } from '../kit/watch.mjs';

export const needs = ['batches', 'voided', 'signedIn'];

const PAGES = [
  ['valid-unit', '/01/02058989108994/21/B0007', 200, '码已登记，状态有效', '本码为首次查询'],
  ['valid-unit-again', '/01/02058989108994/21/B0007', 200, '码已登记，状态有效', '本码第 2 次被查询'],
  ['valid-batch', '/01/02058989108994/10/20261101A', 200, '码已登记，状态有效', '2028-11-01'],
  ['valid-product', '/01/06901234567892', 200, '码已登记，状态有效', '胶合板'],
  ['voided', '/01/06901234567892/21/A00000042', 200, '该码已作废', '运输途中破损'],
  ['not-issued', '/01/06901234567892/21/ZZ99', 404, '企业没有发出过这个码', '谨防假冒'],
  ['unknown', '/01/06900000000007', 404, '查不到这个码', ''],
  ['malformed', '/01/06901234567890', 400, '码不完整或有误', ''],
];

/** A phone that runs no scripts still gets all of it. */
async function withoutScripts(base) {
  const { ctx, close } = await launch({ viewport: PHONE, javaScriptEnabled: false });
  const watching = watch(ctx, base);
  try {
    const page = ctx.pages()[0] ?? (await ctx.newPage());
    for (const [name, path, status, headline, fact] of PAGES) {
      const response = await page.goto(base + path);
      assert.equal(response.status(), status, name);
      assert.equal(await page.locator('h1').innerText(), headline);
      assert.ok((await page.locator('body').innerText()).includes(fact), `${name}: ${fact}`);
    }
    assert.deepEqual(watching.take(), []);
  } finally {
    await close();
  }
}

/** The same pages, looked at with what needs scripts. */
async function looked(ctx, base) {
  const page = await ctx.newPage();
  await page.setViewportSize(PHONE);
  for (const [name, path] of PAGES.filter(([name]) => !name.endsWith('again'))) {
    await page.goto(base + path);
    await look(page, `scan-${name}`, { sizes: [PHONE] });
  }
  await page.close();
}

export default async function scans(story) {
  const { page, base } = story;
  await withoutScripts(base);
  await looked(story.ctx, base);
  for (const [serial, from] of [
    ['B0011', '10.33.9.8'],
    ['B0012', '10.33.2.77'],
    ['B0013', '10.31.1.5'],
    ['B0007', '10.33.9.8'],
  ])
    assert.equal((await scan(`${base}/01/02058989108994/21/${serial}`, from)).status, 200);

  await page.goto(`${base}/scans`);
  const total = (await range(page))[2];
  assert.ok(total >= 10, `${total} scans`);
  assert.deepEqual((await column(page, '批次号或序列号')).slice(0, 4), ['B0007', 'B0013', 'B0012', 'B0011']);
  assert.equal((await column(page, '地区'))[0], '浙江省杭州市萧山区');
  await look(page, 'scans');
  await search(page, { 结论: '已作废' });
  assert.deepEqual(await column(page, '批次号或序列号'), ['A00000042', 'A00000042']);
  await page.goto(`${base}/scans?code=B0007`);
  assert.equal((await range(page))[2], 4);

  // Every look is on record; what was never issued has no count.
  await page.goto(`${base}/scans?verdict=not_issued`);
  const counted = String(total - (await range(page))[2]);
  await page.goto(base);
  await page.locator('[data-count=total]').filter({ hasText: counted }).waitFor();
  await look(page, 'home');
  await page.goto(`${base}/products/${story.plywood}`);
  await page.locator('pm-code-scans [data-count=scans]').filter({ hasText: /[1-9]/ }).waitFor();
  await look(page, 'product-scanned');
}
