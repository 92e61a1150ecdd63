// The server did the work and its answer was lost: everything is there once, and whoever did it sees that it is done.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { boxes } from '../given/products.mjs';
import { launch } from '../kit/browser.mjs';
import { choose, dialog, fill, radio, submit, toast, upload } from '../kit/form.mjs';
import { act } from '../kit/list.mjs';
import { PHONE } from '../kit/look.mjs';

export const needs = ['board', 'plywood', 'batches', 'signedIn'];
export const lossy = true;

/** How long the form of consumers wants to be looked at. */
const PATIENCE = 3_100;
/** What a browser says of a connection that was closed in place of an answer. */
const CLOSED = /ERR_EMPTY_RESPONSE|ERR_CONNECTION_(CLOSED|RESET)/;

/** Two days with the same work: on one connections are cut, on the other nothing comes back at all. */
const DAYS = [
  { how: 'cut', batch: '20261201C', prefix: 'C', recalled: '20261115B', first: 'L00000001', last: 'L00000012' },
  { how: 'swallow', batch: '20261202D', prefix: 'D', recalled: '20261101A', first: 'L00000101', last: 'L00000112' },
];
/** Longer than the console waits for an answer. */
const LATER = 21_000;

/** What people of an enterprise do in a day. */
async function work({ page, base, pictures, folder }, day) {
  await page.goto(`${base}/units/issue`);
  await choose(page, 'product_id', '6901234567892');
  await fill(page, { serial_prefix: 'L', quantity: 100 });
  await submit(page, '赋码');
  await toast(page, `已赋 100 个码：${day.first}`);

  await page.goto(`${base}/batches/new`);
  await choose(page, 'product_id', '细工木板');
  await fill(page, { batch_no: day.batch, made_on: '2026-11-20' });
  await radio(page, 'coding_mode', '一物一码');
  await fill(page, { quantity: 50, serial_prefix: day.prefix, first_serial: '0001' });
  await submit(page, '提交');
  await toast(page, `批次 ${day.batch} 已赋码，共 50 个`);

  await page.goto(`${base}/packs`);
  await page.locator('.table-tools').getByRole('button', { name: '装入组合' }).click();
  await choose(dialog(page), 'product_id', '板材组合装');
  await fill(dialog(page), { serial: day.how === 'cut' ? 'Z01' : 'Z02' });
  const cell = (name) => dialog(page).locator(`[data-row="0"] [data-cell=${name}]`);
  await cell('product_id').getByRole('combobox').fill('6901234567892');
  await cell('product_id').getByRole('option').filter({ hasText: '6901234567892' }).click();
  await cell('first_serial').locator('input').fill(day.first);
  await cell('last_serial').locator('input').fill(day.last);
  await cell('last_serial').locator('input').press('Tab');
  await submit(dialog(page), '装入');
  await toast(page, '现有 12 件');

  await page.goto(`${base}/batches`);
  await page.getByRole('link', { name: day.recalled, exact: true }).click();
  await page.getByRole('button', { name: '召回' }).click();
  await fill(dialog(page), { reason: '甲醛释放量超标', advice: '请停止使用，到购买处退货' });
  await submit(dialog(page), '发起召回');
  await toast(page, '已发起召回');

  await page.goto(`${base}/batches`);
  await act(page, day.batch, '导出单品码');
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    submit(dialog(page), '开始导出'),
  ]);
  await file.saveAs(join(folder, `${day.how}.csv`));
  await dialog(page).getByText('已完成，文件已开始下载').waitFor();

  await page.goto(`${base}/brands`);
  await page.getByRole('button', { name: '添加品牌' }).first().click();
  await fill(dialog(page), { name: `海川 ${day.how}` });
  await upload(dialog(page), 'logo_file_id', pictures.logo);
  await submit(dialog(page), '保存');
  await toast(page, `品牌“海川 ${day.how}”已保存`);
}

/** A consumer writes and adds photos, without any script. */
async function write({ base, pictures, proxy }, serial) {
  const phone = await launch({ viewport: PHONE, javaScriptEnabled: false });
  try {
    const page = await phone.ctx.newPage();
    await page.goto(`${base}/feedback/01/02058989108994/21/${serial}`);
    await page.getByRole('radio', { name: '质量问题' }).check();
    await page.getByLabel('反馈内容').fill('收到的板材边缘开胶');
    await page.getByLabel('图片').setInputFiles([pictures.plywood, pictures.blockboard]);
    await page.waitForTimeout(PATIENCE);
    const send = page.getByRole('button', { name: '提交反馈' });
    const received = page.getByRole('heading', { name: '已收到您的反馈' });
    await send.click({ noWaitAfter: true });
    const isThere = () =>
      received.waitFor({ timeout: 4_000 }).then(
        () => true,
        () => false,
      );
    // No browser waits for ever. Chromium repeats a form by itself when its connection was an old one, and else offers to.
    if (!(await isThere())) proxy.letGo();
    if (!(await isThere())) await page.reload();
    await received.waitFor();
  } finally {
    await phone.close();
  }
}

/** Lets time pass in the page as long as an answer is withheld, so that nobody waits for it; answers how to stop. */
function hurry({ page, proxy }) {
  const timer = setInterval(() => {
    if (proxy.isHolding()) page.clock.fastForward(LATER).catch(() => undefined);
  }, 300);
  return () => clearInterval(timer);
}

export default async function lostAnswers(story) {
  const { page, api, proxy, watching, plywood, board } = story;
  await boxes(story);
  const total = async (path) => (await api.get(path)).total;
  const before = { brands: await total('/brands'), packs: await total('/packs') };
  await page.clock.install();
  for (const [n, day] of DAYS.entries()) {
    proxy.lose(day.how);
    const rest = day.how === 'swallow' ? hurry(story) : () => undefined;
    await work(story, day).finally(rest);
    await write(story, `B000${n + 1}`);
    proxy.lose();

    const lost = proxy.lost.splice(0).filter((line) => !/notices|refresh/.test(line));
    assert.deepEqual(
      lost.sort(),
      [
        '200 /api/v1/unit-exports/estimate',
        '201 /api/v1/batches',
        '201 /api/v1/brands',
        '201 /api/v1/files?slot=brand_logo',
        '201 /api/v1/packings',
        '201 /api/v1/recalls',
        '201 /api/v1/unit-issues',
        '202 /api/v1/unit-exports',
        `303 /feedback/01/02058989108994/21/B000${n + 1}`,
      ],
      `all were lost once: ${day.how}`,
    );
    assert.equal(await total(`/units?product_id=${plywood}`), 100 * (n + 1));
    assert.equal(await total(`/units?product_id=${board}`), 500 + 50 * (n + 1));
    assert.equal(await total('/batches'), 3 + n);
    assert.equal(await total('/packs'), before.packs + n + 1);
    assert.equal(await total('/recalls'), n + 1);
    assert.equal(await total('/jobs'), n + 1);
    assert.equal(await total('/brands'), before.brands + n + 1);
    const { items } = await api.get('/feedback');
    assert.deepEqual(
      items.map((m) => m.pictures),
      Array(n + 1).fill(2),
    );
  }
  assert.deepEqual(
    watching.take().filter((fault) => !CLOSED.test(fault)),
    [],
  );
}
