// A range of codes comes as a ZIP or a table, made in the background while its progress is shown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, unzipped, zipNames } from '../kit/codes.mjs';
import { closeByKey, dialog, fill, radio, submit } from '../kit/form.mjs';
import { act, column } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['batches', 'associated', 'signedIn'];

/** Starts an export and waits for its file, which is downloaded by itself. */
async function exported({ page, folder }) {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    submit(dialog(page), '开始导出'),
  ]);
  await dialog(page).getByText('已完成，文件已开始下载').waitFor();
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

export default async function exports(story) {
  const { page, base, plywood, board, folder } = story;
  await page.goto(`${base}/units?product_id=${board}`);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await radio(dialog(page), 'format', 'PNG 图片压缩包');
  await fill(dialog(page), { first_serial: 'B0100', last_serial: 'B0349', size: 300 });
  await look(page, 'export', { whole: false });
  const zip = await exported(story);
  await look(page, 'export-done', { whole: false });
  const names = zipNames(zip);
  assert.equal(names.length, 250);
  for (const serial of ['B0100', 'B0222', 'B0349']) {
    const name = names.find((n) => n.includes(serial));
    assert.ok(name, `${serial} among ${names.slice(0, 3)}`);
    assert.equal(decode(unzipped(zip, name, join(folder, 'one.png'))), `${base}/01/02058989108994/21/${serial}`);
  }
  await closeByKey(page);

  // A batch as a table.
  await page.goto(`${base}/batches?product_id=${plywood}&batch_no=P20261119`);
  await act(page, 'P20261119', '导出单品码');
  await radio(dialog(page), 'format', 'CSV');
  await look(page, 'export-table', { whole: false });
  const csv = readFileSync(await exported(story), 'utf8');
  const lines = csv
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  assert.match(lines[0], /序列号.*批次号.*扫码地址/);
  assert.equal(lines.length, 101);
  assert.ok(lines[1].includes('A00000101') && lines[1].includes(`${base}/01/06901234567892/21/A00000101`), lines[1]);
  assert.ok(lines[100].includes('A00000200'), lines[100]);
  await closeByKey(page);

  // For people, a workbook whose cells are text.
  await act(page, 'P20261119', '导出单品码');
  const book = await exported(story);
  assert.ok(book.endsWith('.xlsx'), book);
  const sheet = readFileSync(unzipped(book, 'xl/worksheets/sheet1.xml', join(folder, 'sheet.xml')), 'utf8');
  assert.match(sheet, />A00000101<\/t>/);
  await dialog(page).getByRole('link', { name: '任务中心' }).click();

  // The jobs are kept; a long one can be watched and cancelled.
  assert.equal((await column(page, '状态')).filter((s) => s === '已完成').length, 3);
  await page.goto(`${base}/units?product_id=${plywood}`);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await radio(dialog(page), 'format', 'SVG 矢量图压缩包');
  await submit(dialog(page), '开始导出');
  await dialog(page).getByText('正在生成').waitFor();
  await look(page, 'export-running', { whole: false });
  await closeByKey(page);
  await page.goto(`${base}/jobs`);
  await page.getByRole('button', { name: '取消' }).click();
  await dialog(page).getByText('已生成的部分不会保留').waitFor();
  await look(page, 'cancel-job', { whole: false });
  await submit(dialog(page), '取消任务');
  await page.locator('tbody').getByText('已取消').waitFor();
  await look(page, 'jobs');
  await page.goto(base);
  await page.getByText('最近任务').waitFor();
}
