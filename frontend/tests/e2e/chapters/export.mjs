// A range of codes comes as a ZIP or a table, made in the background while its progress is shown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, unzipped, zipNames } from '../kit/codes.mjs';
import { closeByKey, dialog, fill, radio, submit, toast } from '../kit/form.mjs';
import { act, column, row } from '../kit/list.mjs';
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

  // The jobs are kept; a long one is weighed before, comes in parts, and can be watched and cancelled.
  assert.equal((await column(page, '状态')).filter((s) => s === '已完成').length, 3);
  await page.goto(`${base}/units?product_id=${plywood}`);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await radio(dialog(page), 'format', 'CSV');
  await fill(dialog(page), { first_serial: 'A01000000', last_serial: 'A04999999' });
  await submit(dialog(page), '开始导出');
  await dialog(page).getByText('4,000,000 个码，预计').waitFor();
  await dialog(page).getByText('企业存储空间共').waitFor();
  await look(page, 'export-estimate', { whole: false });
  await submit(dialog(page), '开始导出');
  await dialog(page).getByText('正在生成').waitFor();
  await dialog(page).getByText('第 1–100,000 个').waitFor();
  await look(page, 'export-running', { whole: false });
  const [part] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    dialog(page).getByRole('button', { name: '下载' }).first().click(),
  ]);
  assert.match(part.suggestedFilename(), /-4000000-001\.csv$/);
  const first = join(folder, part.suggestedFilename());
  await part.saveAs(first);
  assert.equal(readFileSync(first, 'utf8').trim().split(/\r?\n/).length, 100_001);
  await closeByKey(page);
  await page.goto(`${base}/jobs`);
  await look(page, 'jobs-running');
  await act(page, '4000000', '取消');
  await dialog(page).getByText('已生成的部分不会保留').waitFor();
  await look(page, 'cancel-job', { whole: false });
  await submit(dialog(page), '取消任务');
  await page.locator('tbody').getByText('已取消').waitFor();
  await look(page, 'jobs');

  // What was lost says so and is made again; what is not needed is deleted.
  story.server.loseOutcomes();
  await page.reload();
  await row(page, '-250').getByText('文件已丢失').waitFor();
  await look(page, 'jobs-lost');
  const [again] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    act(page, '-250', '重新生成'),
  ]);
  assert.match(again.suggestedFilename(), /-250\.zip$/);
  await dialog(page).getByText('已完成，文件已开始下载').waitFor();
  await closeByKey(page);
  await act(page, '-250', '删除文件');
  await dialog(page).getByText('删除后释放企业存储空间').waitFor();
  await submit(dialog(page), '删除文件');
  await toast(page, '文件已删除');
  await row(page, '-250').getByText('已删除，可重新生成').waitFor();
  await page.goto(base);
  await page.getByText('最近任务').waitFor();
}
