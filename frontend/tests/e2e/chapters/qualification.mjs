// F023–F028, F030: qualifications, what is public of them, and reminders before they end.
import assert from 'node:assert/strict';
import { choose, dialog, expectError, expectOnlyError, fill, radio, submit, toast, upload } from '../kit/form.mjs';
import { act, column, reset, row, search } from '../kit/list.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['enterprise', 'signedIn'];

const dayFromNow = (days) => new Date(Date.now() + days * 864e5 + 8 * 36e5).toISOString().slice(0, 10);

export default async function qualification({ page, base, pictures }) {
  await page.goto(`${base}/qualifications`);
  await page.getByText('还没有资质').waitFor();
  await page.getByRole('button', { name: '添加资质' }).first().click();
  const form = dialog(page);
  await submit(form, '保存');
  for (const [name, pattern] of [
    ['kind', /请选择/],
    ['number', /请填写/],
    ['is_public', /请选择/],
    ['picture_file_ids', /请上传/],
  ])
    await expectError(form, name, pattern);
  await choose(form, 'kind', '工业产品生产许可证');
  await fill(form, {
    number: 'XK06-001-00001',
    issuer: '浙江省市场监督管理局',
    issued_on: '2024-03-01',
    expires_on: '2024-02-01',
  });
  await radio(form, 'is_public', '公开');
  await upload(form, 'picture_file_ids', pictures.licence);
  await submit(form, '保存');
  await expectOnlyError(form, 'expires_on', /./);
  await fill(form, { expires_on: dayFromNow(20) });
  await look(page, 'qualification-form', { whole: false });
  await submit(form, '保存');
  await toast(page, '资质“XK06-001-00001”已保存');
  await row(page, 'XK06-001-00001').getByText('即将到期').waitFor();

  await page.getByRole('button', { name: '添加资质' }).click();
  await choose(dialog(page), 'kind', '其他');
  await fill(dialog(page), { number: 'ZZ-2026-001', name: '浙江制造认证' });
  await radio(dialog(page), 'is_public', '不公开');
  await upload(dialog(page), 'picture_file_ids', [pictures.report, pictures.licence]);
  await submit(dialog(page), '保存');
  await row(page, 'ZZ-2026-001').getByText('长期有效').waitFor();
  // An unusual number is doubtful, not wrong.
  await page.getByRole('button', { name: '添加资质' }).click();
  await choose(dialog(page), 'kind', '强制性产品认证');
  await fill(dialog(page), { number: '2016-0107', expires_on: dayFromNow(-3) });
  await radio(dialog(page), 'is_public', '公开');
  await upload(dialog(page), 'picture_file_ids', pictures.licence);
  await submit(dialog(page), '保存');
  await toast(page, /资质“2016-0107”已保存。CCC 证书编号的形式与常见的不同/);
  await row(page, '2016-0107').getByText('已过期').waitFor();
  assert.deepEqual(await column(page, '序号'), ['1', '2', '3']);
  await look(page, 'qualifications');

  await search(page, { 企业资质类型: '工业产品' });
  assert.deepEqual(await column(page, '证书编号'), ['XK06-001-00001']);
  await reset(page);
  await search(page, { 证书编号: 'zz-2026' });
  assert.deepEqual(await column(page, '证书编号'), ['ZZ-2026-001']);
  await reset(page);

  // The home page names them, and leads to them.
  await page.goto(base);
  await page.getByText('1 项资质将在 60 天内到期').waitFor();
  const ended = page.locator('.alert').filter({ hasText: '1 项资质已过期' });
  await ended.waitFor();
  await settle(page);
  await look(page, 'home-expiry');
  await ended.getByRole('link', { name: '去处理' }).click();
  assert.deepEqual(await column(page, '证书编号'), ['2016-0107']);

  await act(page, '2016-0107', '编辑');
  await fill(dialog(page), { number: '2016010706840003', expires_on: '2036-12-31' });
  await submit(dialog(page), '保存');
  await toast(page, '资质“2016010706840003”已保存');
  await page.getByText('没有符合条件的记录').waitFor();
  await reset(page);
  await act(page, 'ZZ-2026-001', '删除');
  await look(page, 'qualification-delete', { whole: false });
  await submit(dialog(page), '删除');
  await toast(page, '已删除');
  assert.deepEqual((await column(page, '证书编号')).sort(), ['2016010706840003', 'XK06-001-00001']);
  await page.goto(base);
  await page.getByText('开始使用').waitFor();
}
