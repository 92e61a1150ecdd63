// The console in English: the same pages, no Chinese but what people entered.
import assert from 'node:assert/strict';
import { expectError, submit } from '../kit/form.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['batches', 'units', 'signedIn'];

// The server says its doubts about what is stored (.note.warning) in Chinese only.
const WORDS =
  'h1, h2, h3, th, label, .field-label, .menu-item, .menu-group, .crumbs, .btn, .tab, .figure-label, .note:not(.warning)';
const chinese = (words) =>
  [...document.querySelectorAll(words)].map((e) => e.innerText).filter((text) => /[\u3400-\u9fff]/.test(text));

async function expectEnglish(page) {
  await settle(page);
  const entered = ['杭州超尔切削工具有限公司', '王建国', '细工木板', 'report.png', 'licence.png'];
  const found = (await page.evaluate(chinese, WORDS)).filter((text) => !entered.some((e) => text.includes(e)));
  assert.deepEqual(found, [], page.url());
}

export default async function language({ page, base, board }) {
  await page.goto(base);
  await page.getByRole('button', { name: /账号菜单/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('navigation', { name: 'Main menu' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  for (const [path, name] of [
    ['/', 'en-home'],
    ['/products', 'en-products'],
    [`/products/${board}`, ''],
    [`/products/${board}/edit`, 'en-product-form'],
    ['/batches', ''],
    ['/units', ''],
    ['/scans', ''],
    ['/jobs', ''],
    ['/enterprise', ''],
    ['/password', ''],
  ]) {
    await page.goto(base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectEnglish(page);
    if (name) await look(page, name);
  }
  await page.goto(`${base}/products/new`);
  await submit(page, 'Save draft');
  await expectError(page, 'name', /Product name is required/);
  await page.goto(base);
  await page.getByRole('button', { name: /Account/ }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}
