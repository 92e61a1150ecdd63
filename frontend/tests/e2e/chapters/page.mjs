// F073–F080, F133–F137: the page behind a code with everything a maker can put on it, as a phone and a desk show it; what
// tries to run in it does not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { resolve } from 'node:path';
import { activateRich, richDraft } from '../given/products.mjs';
import { launch } from '../kit/browser.mjs';
import { DESK, look, PHONE } from '../kit/look.mjs';
import { watch } from '../kit/watch.mjs';

export const needs = ['brand', 'plywood'];

const ATTEMPTS = resolve(import.meta.dirname, '../../../../tests/data/xss.txt');
/** What a first view may weigh, packed. */
const FIRST_VIEW = 30_000;
/** What the document of an ordinary product may weigh, packed. */
const DOCUMENT = 10_000;

/** The bytes of a page as they come over the wire. */
const weight = (url) =>
  new Promise((done, fail) => {
    get(url, { headers: { accept: 'text/html', 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      assert.equal(answer.headers['content-encoding'], 'gzip');
      answer.on('data', (chunk) => (bytes += chunk.length));
      answer.on('end', () => done(bytes));
    }).on('error', fail);
  });

/** Everything works by addresses alone, so a phone without scripts can do it all. */
async function withoutScripts(base, { scanned }) {
  const { ctx, close } = await launch({ viewport: PHONE, javaScriptEnabled: false });
  const watching = watch(ctx, base);
  const asked = [];
  ctx.on('request', (r) => asked.push(new URL(r.url()).pathname));
  try {
    const page = ctx.pages()[0] ?? (await ctx.newPage());
    await page.goto(`${base}${scanned}/21/B0007`);
    assert.ok(
      asked.every((path) => path.startsWith('/01/') || path.startsWith('/files/')),
      'one document, and pictures',
    );
    const shown = (text) => page.getByText(text).filter({ visible: true }).first().isVisible();
    for (const text of [
      '码已登记，状态有效',
      '本码为首次查询',
      '多层实木细木工板',
      'A 厂家',
      '甲醛释放量',
      '格式已核对',
      '已核对营业执照',
      '型式检验',
    ])
      assert.ok(await shown(text), text);
    assert.ok(!(await page.content()).includes('绝密'), 'the real name of a supplier is nowhere');

    // A menu, and back.
    await page.getByRole('link', { name: '企业介绍' }).click();
    assert.ok(await page.getByText('欢迎来厂参观').isVisible());
    assert.ok(!(await page.locator('#facts').isVisible()));
    await page.getByRole('link', { name: '返回追溯信息' }).filter({ visible: true }).click();
    assert.ok(await page.locator('#facts').isVisible());

    // A picture, enlarged and closed.
    await page.locator('#t1').click();
    assert.ok(await page.locator('#z1 img').isVisible());
    await page.locator('#z1').getByRole('link', { name: '关闭' }).click();
    assert.ok(!(await page.locator('#z1').isVisible()));

    // The other language is the same look.
    await page.getByRole('link', { name: 'English' }).click();
    assert.equal(await page.locator('h1').innerText(), 'Registered and valid');
    assert.ok(await shown('scanned for the first time'));
    await page.getByRole('link', { name: '中文' }).click();
    assert.equal(await page.locator('h1').innerText(), '码已登记，状态有效');

    // An icon leads to the notice, and the notice names where it leads.
    await page.getByRole('link', { name: '京东' }).click();
    assert.equal(await page.locator('h1').innerText(), '即将离开品码追溯');
    const on = page.getByRole('link', { name: '继续访问' });
    assert.equal(await on.getAttribute('href'), 'https://item.jd.com/100012043978.html');
    assert.match(await on.getAttribute('rel'), /noopener noreferrer nofollow/);

    // A long menu is a page of its own.
    await page.goto(`${base}${scanned}/21/B0007`);
    await page.getByRole('link', { name: '工艺流程' }).click();
    assert.match(page.url(), /\/menus\/\d{14}\/3$/);
    assert.deepEqual(watching.take(), []);
  } finally {
    await close();
  }
}

/** Each state has its own face. */
async function faces(ctx, base, { scanned }) {
  const page = await ctx.newPage();
  const states = [
    ['valid', `${scanned}/21/B0008`, '码已登记，状态有效', [PHONE, DESK]],
    ['menu', `${scanned}/21/B0008#m2`, '', [PHONE, DESK]],
    ['expired', `${scanned}/10/OLD`, '产品已过有效期', [PHONE]],
    ['voided', `${scanned}/21/B0042`, '该码已作废', [PHONE]],
    ['not-issued', `${scanned}/21/ZZ1`, '企业没有发出过这个码', [PHONE]],
    ['unknown', '/01/06900000000007', '查不到这个码', [PHONE]],
    ['malformed', '/01/06901234567890', '码不完整或有误', [PHONE]],
    ['leave', `/leave?code=${scanned.slice(4)}&to=https%3A%2F%2Fwww.example.com%2F`, '即将离开品码追溯', [PHONE]],
    ['english', `${scanned}/21/B0008?lang=en`, 'Registered and valid', [PHONE]],
  ];
  for (const [name, path, headline, sizes] of states) {
    await page.goto('about:blank');
    await page.goto(base + path);
    if (headline) assert.equal(await page.locator('h1').first().innerText(), headline, name);
    await page.evaluate(() => {
      for (const image of document.images) image.loading = 'eager';
    });
    await look(page, `page-${name}`, { sizes });
  }
  await page.close();
}

/** Texts that stand in a box so narrow that their letters stand one below the other. */
const squeezed = () =>
  [...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim().length > 3))
    .filter((e) => {
      const { width, height } = e.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(e).fontSize);
      return width > 1 && width < 2.5 * size && height > 3 * size;
    })
    .map((e) => e.outerHTML.slice(0, 120));

/** What stands out over the side of the page, unless it is in something that is scrolled sideways. */
const sideways = () =>
  [...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && !e.closest('.slides, .menus, .apps, .skip, .rich-content, .zoom'))
    .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((e) => e.outerHTML.slice(0, 120));

/** Phones from the smallest on, in both languages. */
async function narrow(ctx, base, { scanned }) {
  const page = await ctx.newPage();
  for (const lang of ['zh', 'en'])
    for (const width of [320, 360, 390, 414, 480]) {
      const size = { width, height: 740 };
      await page.setViewportSize(size);
      await page.goto('about:blank');
      await page.goto(`${base}${scanned}/21/B0008?lang=${lang}`);
      assert.deepEqual(await page.evaluate(squeezed), [], `${lang} at ${width}`);
      assert.deepEqual(await page.evaluate(sideways), [], `${lang} at ${width}`);
      const lines = await page.$$eval('.tally dt, .tally dd', (parts) =>
        parts.map((e) =>
          Math.round(e.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(e).lineHeight)),
        ),
      );
      assert.ok(lines.length === 4 && lines.every((n) => n <= 2), `${lang} at ${width}: ${lines} lines`);
      await look(page, `narrow-${lang}`, { sizes: [size], whole: false });
    }
  await page.close();
}

/** What makers paste to run in readers' browsers, stored and scanned in a browser that runs scripts. */
async function attempts(story, { id, record, scanned }) {
  const page = await story.ctx.newPage();
  const dialogs = [];
  page.on('dialog', (d) => {
    dialogs.push(d.message());
    void d.dismiss();
  });
  const lines = readFileSync(ATTEMPTS, 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('# '));
  // Every eighth, ten on a page; those with characters nobody sees are refused as they are.
  const sample = lines.filter((l, i) => i % 8 === 0 && !/\\[0x]|\\u202e|\/files\/0/.test(l));
  assert.ok(sample.length >= 40, `${sample.length} attempts`);
  for (let i = 0; i < sample.length; i += 10) {
    const menus = sample.slice(i, i + 10).map((text, n) => ({
      title: `栏目 ${n}`,
      kind: 'rich',
      content: `<p>文字</p>${text}`,
    }));
    const attributes = sample
      .slice(i, i + 10)
      .map((value) => ({ name: '攻击', value: value.slice(0, 200), is_public: true }));
    const { version } = await story.api.get(`/products/${id}`);
    await story.api.put(
      `/products/${id}`,
      { ...record, attributes, page: { ...record.page, menus } },
      { 'if-match': `"${version}"` },
    );
    for (const n of [1, 4, 8]) {
      await page.goto('about:blank');
      await page.goto(`${story.base}${scanned}#m${n}`);
      await page.keyboard.press('Tab');
      await page.mouse.move(200, 300);
    }
    const ran = await page.evaluate(
      () =>
        document.querySelectorAll('script, iframe, object, embed, form, link, base').length +
        [...document.querySelectorAll('*')].filter((e) =>
          e.getAttributeNames().some((a) => a.startsWith('on') || a === 'style'),
        ).length,
    );
    assert.equal(ran, 0, sample.slice(i, i + 10).join('\n'));
  }
  assert.deepEqual(dialogs, []);
  await page.close();
}

export default async function pageBehindACode(story) {
  const made = await richDraft(story);
  const page = await story.ctx.newPage();
  await page.goto(story.base + made.scanned);
  assert.equal(await page.locator('h1').innerText(), '该码未激活');
  assert.ok(!(await page.locator('body').innerText()).includes(made.record.name), 'nothing of the product is told yet');
  await look(page, 'page-inactive', { sizes: [PHONE] });
  await page.close();

  await activateRich(story, made);
  await withoutScripts(story.base, made);
  const bytes = await weight(`${story.base}${made.scanned}/21/B0009`);
  console.log(`      the first view weighs ${bytes} bytes packed (at most ${FIRST_VIEW})`);
  assert.ok(bytes <= FIRST_VIEW, `the first view weighs ${bytes} bytes packed, more than ${FIRST_VIEW}`);
  const ordinary = await weight(`${story.base}/01/06901234567892`);
  console.log(`      an ordinary page weighs ${ordinary} bytes packed (at most ${DOCUMENT})`);
  assert.ok(ordinary <= DOCUMENT, `an ordinary page weighs ${ordinary} bytes packed, more than ${DOCUMENT}`);
  await narrow(story.ctx, story.base, made);
  await faces(story.ctx, story.base, made);
  await attempts(story, made);
}
