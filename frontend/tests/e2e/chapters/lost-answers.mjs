// The server did the work and its answer was lost: everything is there once, and whoever did it sees that it is done.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { boxes } from '../given/products.mjs';
import { launch } from '../kit/browser.mjs';
import { choose, dialog, fill, radio, submit, toast, upload } from '../kit/form.mjs';
import { act } from '../kit/list.mjs';
import { look, PHONE } from '../kit/look.mjs';

export const needs = ['board', 'plywood', 'batches', 'signedIn'];
export const lossy = true;

/** How long the form of consumers wants to be looked at. */
const PATIENCE = 3_100;
/** What a browser says of a connection that was closed in place of an answer. */
const CLOSED = /ERR_EMPTY_RESPONSE|ERR_CONNECTION_(CLOSED|RESET)/;

/** Issues units of the plywood by the form; answers the words of success. */
async function issue({ page, base }, quantity, said) {
  await page.goto(`${base}/units/issue`);
  await choose(page, 'product_id', '6901234567892');
  await fill(page, { serial_prefix: 'L', quantity });
  await submit(page, '赋码');
  await toast(page, said);
}

/** What people of an enterprise do in a day. */
async function work(story) {
  const { page, base, pictures, folder } = story;
  await issue(story, 100, /已赋 100 个码/);

  await page.goto(`${base}/batches/new`);
  await choose(page, 'product_id', '细工木板');
  await fill(page, { batch_no: '20261201C', made_on: '2026-12-01' });
  await radio(page, 'coding_mode', '一物一码');
  await fill(page, { quantity: 50, serial_prefix: 'C', first_serial: '0001' });
  await submit(page, '提交');
  await toast(page, /批次 20261201C 已赋码，共 50 个/);

  await page.goto(`${base}/packs`);
  await page.locator('.table-tools').getByRole('button', { name: '装入组合' }).click();
  await choose(dialog(page), 'product_id', '板材组合装');
  await fill(dialog(page), { serial: 'Z01' });
  const cell = (name) => dialog(page).locator(`[data-row="0"] [data-cell=${name}]`);
  await cell('product_id').getByRole('combobox').fill('6901234567892');
  await cell('product_id').getByRole('option').filter({ hasText: '6901234567892' }).click();
  await cell('first_serial').locator('input').fill('L00000001');
  await cell('last_serial').locator('input').fill('L00000012');
  await cell('last_serial').locator('input').press('Tab');
  await submit(dialog(page), '装入');
  await toast(page, '已装入，组合 Z01 现有 12 件');

  await page.goto(`${base}/batches`);
  await page.getByRole('link', { name: '20261115B', exact: true }).click();
  await page.getByRole('button', { name: '召回' }).click();
  await fill(dialog(page), { reason: '甲醛释放量超标', advice: '请停止使用，到购买处退货' });
  await submit(dialog(page), '发起召回');
  await toast(page, '已发起召回');

  await page.goto(`${base}/batches`);
  await act(page, '20261201C', '导出单品码');
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    submit(dialog(page), '开始导出'),
  ]);
  await file.saveAs(join(folder, 'codes.csv'));
  await dialog(page).getByText('已完成，文件已开始下载').waitFor();

  await page.goto(`${base}/brands`);
  await page.getByRole('button', { name: '添加品牌' }).first().click();
  await fill(dialog(page), { name: '海川' });
  await upload(dialog(page), 'logo_file_id', pictures.logo);
  await submit(dialog(page), '保存');
  await toast(page, '品牌“海川”已保存');
}

/** A consumer writes and adds photos, without any script. */
async function write({ base, pictures }) {
  const phone = await launch({ viewport: PHONE, javaScriptEnabled: false });
  try {
    const page = await phone.ctx.newPage();
    await page.goto(`${base}/feedback/01/02058989108994/21/B0007`);
    await page.getByRole('radio', { name: '质量问题' }).check();
    await page.getByLabel('反馈内容').fill('收到的板材边缘开胶');
    await page.getByLabel('图片').setInputFiles([pictures.plywood, pictures.blockboard]);
    await page.waitForTimeout(PATIENCE);
    await page
      .getByRole('button', { name: '提交反馈' })
      .click()
      .catch(() => undefined);
    const received = page.getByRole('heading', { name: '已收到您的反馈' });
    const isThere = await received.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    // Chromium repeats it by itself when the connection was an old one; else it offers to.
    if (!isThere) await page.reload();
    await received.waitFor();
  } finally {
    await phone.close();
  }
}

export default async function lostAnswers(story) {
  const { page, base, api, proxy, watching, plywood, board } = story;
  await boxes(story);
  const before = (await api.get('/brands')).total;
  proxy.lose('cut');
  await work(story);
  await write(story);

  const lost = [
    '200 /api/v1/sessions/refresh',
    '201 /api/v1/batches',
    '201 /api/v1/brands',
    '201 /api/v1/files?slot=brand_logo',
    '201 /api/v1/packings',
    '201 /api/v1/recalls',
    '201 /api/v1/unit-issues',
    '202 /api/v1/unit-exports',
    '303 /feedback/01/02058989108994/21/B0007',
  ];
  assert.deepEqual(
    [...new Set(proxy.lost)].filter((l) => !l.includes('notices')).sort(),
    lost,
    'all of them were lost once',
  );

  // The answer does not come at all, and nobody closes anything.
  proxy.lose('swallow');
  await issue(story, 7, /已赋 7 个码：L00000101 至 L00000107/);
  await look(page, 'issued');
  proxy.lose();

  const total = async (path) => (await api.get(path)).total;
  assert.equal(await total(`/units?product_id=${plywood}`), 107);
  assert.equal(await total(`/units?product_id=${board}`), 550);
  assert.equal(await total('/batches'), 3);
  assert.equal(await total('/packs'), 1);
  assert.equal(await total('/recalls'), 1);
  assert.equal(await total('/jobs'), 1);
  assert.equal(await total('/brands'), before + 1);
  const { items } = await api.get('/feedback');
  assert.deepEqual(
    items.map((m) => m.pictures),
    [2],
  );
  assert.deepEqual(
    watching.take().filter((fault) => !CLOSED.test(fault)),
    [],
  );
  await page.goto(base);
}
