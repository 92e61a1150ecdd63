// Every list of the console, with names as long as they may be, at the two widths of most desks and in both languages: no heading,
// state or action is cut, and what is cut says the whole when it is pointed at.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { boxes } from '../given/products.mjs';
import { OPERATOR, signIn, signOut } from '../kit/account.mjs';
import { scan, withCheckDigit } from '../kit/api.mjs';
import { clipped } from '../kit/clipped.mjs';
import { DESK, look, PHONE, settle } from '../kit/look.mjs';

export const needs = ['moreProducts', 'batches', 'units', 'associated', 'voided', 'operator', 'signedIn'];

const ROUTES = resolve(import.meta.dirname, '../../../../crates/server/src/console_routes.txt');
const WIDTHS = [1366, 1440];
const LONG = '一百个字的名称'.repeat(15).slice(0, 100);

/** Addresses of pages without a record of their own. */
const pages = () =>
  readFileSync(ROUTES, 'utf8')
    .trim()
    .split('\n')
    .filter((path) => !/[:]|\/(new|edit|issue|dev|login|register|forgot)\b/.test(path));

/** Something in every list, named as long as it may be. */
async function fill(story) {
  const { api, pictures, board } = story;
  const long = await api.post('/products', {
    category: 'industrial',
    trace_code: withCheckDigit('690123456123'),
    name: LONG,
    model: 'M'.repeat(100),
    brand_name: '名'.repeat(50),
    product_type: '细木工板',
    gpc_code: '83000000',
    is_report_public: false,
    standards: ['GB 18580-2017'],
    coding_level: 'unit',
    filing_period: 'daily',
    picture_file_ids: [await api.upload('product_picture', pictures.plywood)],
    report_file_ids: [await api.upload('inspection_report', pictures.report)],
  });
  await api.post(`/products/${long.id}/submit`, { confirmed: true });
  await api.post(`/products/${long.id}/activate`, {});
  const batch = { product_id: long.id, batch_no: 'B'.repeat(20), made_on: '2026-11-01', expires_on: '2026-11-02' };
  await api.post('/batches', {
    ...batch,
    coding_mode: 'unit',
    quantity: 3,
    serial_prefix: 'S'.repeat(15),
    first_serial: '00001',
  });
  const words = { reason: LONG, advice: LONG };
  await api.post('/recalls', { product_id: long.id, whole_product: true, ...words });
  await api.post('/brands', { name: '名'.repeat(50), name_en: 'N'.repeat(50) });
  await api.post('/qualifications', {
    kind: 'quality_management',
    number: 'ISO-9001-2015-CN-0123456789',
    name: LONG,
    issuer: LONG,
    issued_on: '2020-01-01',
    expires_on: '2026-01-01',
    is_public: true,
    picture_file_ids: [await api.upload('qualification_picture', pictures.report)],
  });
  await api.post('/unit-exports', { product_id: board, format: 'csv' });
  const box = await boxes(story);
  await api.post('/packings', {
    product_id: box.id,
    serial: 'Z01',
    contents: [{ product_id: board, quantity: 3 }],
  });
  for (const uri of ['/01/06901234567892', '/01/06901234567892/21/A00000042', '/01/06901234567892/21/NEVER'])
    await scan(`${story.base}${uri}`, '60.12.1.1');
}

export default async function lists(story) {
  const { page, base } = story;
  await fill(story);
  const wrong = [];
  const measure = async (who) => {
    for (const lang of ['zh-CN', 'en']) {
      await page.evaluate((to) => localStorage.setItem('pinma.lang', to), lang);
      for (const path of pages().filter((path) => path.startsWith('/platform') === (who === 'operator'))) {
        await page.goto(base + path);
        await settle(page);
        if (!(await page.locator('pm-list-page').count())) continue;
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await settle(page);
          for (const fault of await page.evaluate(clipped)) wrong.push(`${path} in ${lang} at ${width}: ${fault}`);
        }
        await look(page, `${path.slice(1).replaceAll('/', '-')}-${lang}`, {
          sizes: lang === 'en' ? [{ width: 1366, height: 800 }] : [{ width: 1366, height: 800 }, PHONE],
          whole: false,
        });
      }
    }
    await page.setViewportSize(DESK);
    await page.evaluate(() => localStorage.setItem('pinma.lang', 'zh-CN'));
    await page.goto(base);
    await settle(page);
  };
  await measure('enterprise');
  await signOut(page);
  await signIn(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('快捷操作').waitFor();
  await measure('operator');
  assert.deepEqual(wrong, []);
}
