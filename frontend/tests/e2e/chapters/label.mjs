// F233–F239: labels are designed beside their picture, exported as sheets that another program reads, paused and resumed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, zipNames } from '../kit/codes.mjs';
import { choose, closeByKey, dialog, fill, radio, submit } from '../kit/form.mjs';
import { act } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['batches', 'units', 'signedIn'];

const form = (page) => page.locator('pm-label-designer');

async function exported({ page, folder }) {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    form(page).getByRole('button', { name: '开始导出' }).click(),
  ]);
  await dialog(page).getByText('已完成，文件已开始下载').waitFor();
  await dialog(page)
    .getByText(/SHA-256/)
    .waitFor();
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  await closeByKey(page);
  return path;
}

export default async function labels(story) {
  const { page, base, board, plywood, folder } = story;

  // From the row of a product: its own code, as many as wanted, on cut paper.
  await page.goto(`${base}/products?keyword=${encodeURIComponent('细工木板')}`);
  await act(page, '细工木板', '标签');
  await form(page).locator('.label-frame img').waitFor();
  await look(page, 'label');
  await radio(form(page), 'design', '团花版头');
  await radio(form(page), 'colour', '墨绿 316464');
  await fill(form(page), { text: '正品保证\n扫码溯源', copies: 24, material: '铜版纸不干胶' });
  await choose(form(page), 'paper', 'A4 不干胶 24 枚');
  await page.waitForTimeout(800);
  await look(page, 'label-chosen');
  const pdf = await exported(story);
  assert.match(pdf, /\.pdf$/);
  assert.ok(readFileSync(pdf).subarray(0, 5).equals(Buffer.from('%PDF-')));
  const picture = join(folder, 'labels');
  execFileSync('pdftoppm', [
    '-r',
    '300',
    '-png',
    '-singlefile',
    '-x',
    '80',
    '-y',
    '140',
    '-W',
    '760',
    '-H',
    '420',
    pdf,
    picture,
  ]);
  assert.equal(decode(`${picture}.png`), `${base}/01/02058989108994`);
  assert.ok(execFileSync('pdftotext', ['-raw', pdf, '-']).toString().includes('(01)02058989108994'));

  // Units, as pictures with a note for the print shop.
  await page.goto(`${base}/units?product_id=${board}`);
  await page.getByRole('link', { name: '标签', exact: true }).first().click();
  await form(page).locator('.label-frame img').waitFor();
  await fill(form(page), { first_serial: 'B0100', last_serial: 'B0119' });
  await radio(form(page), 'format', 'PNG 压缩包');
  const names = zipNames(await exported(story));
  assert.equal(names.length, 21);
  assert.ok(names.includes('print-note.txt'));

  // A long one is paused and goes on.
  await page.goto(`${base}/labels?product_id=${plywood}`);
  await form(page).locator('.label-frame img').waitFor();
  await radio(form(page), 'format', 'SVG 压缩包');
  // Ten million pictures are more than an enterprise may store, and that is said at once, with the figures.
  await form(page).getByRole('button', { name: '开始导出' }).click();
  await page
    .getByText(/企业存储空间（20 GB）只剩/)
    .first()
    .waitFor();
  await fill(form(page), { first_serial: 'A01000000', last_serial: 'A01199999' });
  await form(page).getByRole('button', { name: '开始导出' }).click();
  await dialog(page).getByText('200,000 个码，预计').waitFor();
  await submit(dialog(page), '开始导出');
  await dialog(page).getByText('正在生成').waitFor();
  await submit(dialog(page), '暂停');
  await dialog(page).getByText('已暂停，可随时继续').waitFor();
  await look(page, 'label-paused', { whole: false });
  await submit(dialog(page), '继续');
  await dialog(page).getByText('正在生成').waitFor();
  await closeByKey(page);
  await page.goto(`${base}/jobs`);
  await page.getByRole('button', { name: '暂停' }).click();
  await page.locator('tbody').getByText('已暂停').waitFor();
  // Not the colours of what the mouse happens to be on.
  await page.mouse.move(0, 0);
  await look(page, 'jobs-paused');
  await page.getByRole('button', { name: '取消' }).click();
  await submit(dialog(page), '取消任务');
  await page.locator('tbody').getByText('已取消').first().waitFor();
}
