// F019–F022: brands with logo and video, found, changed, voided and deleted.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { dialog, expectError, expectOnlyError, field, fill, submit, toast, upload } from '../kit/form.mjs';
import { act, column, reset, row, search } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';
import { recordVideo } from '../kit/video.mjs';

export const needs = ['enterprise', 'signedIn'];

export default async function brand(story) {
  const { page, base, ctx, folder, pictures } = story;
  const video = await recordVideo(ctx, join(folder, '宣传片.mp4'));
  await page.goto(`${base}/brands`);
  await page.getByText('还没有品牌').waitFor();
  await look(page, 'brands-none');
  await page.getByRole('button', { name: '添加品牌' }).first().click();
  await submit(dialog(page), '保存');
  await expectError(dialog(page), 'name', /请填写/);
  await fill(dialog(page), {
    name: '森森',
    name_en: 'SENSEN',
    introduction: '始于 1998 年，专注环保板材与木工刀具。\n每一块板都可以追溯。',
  });
  await upload(dialog(page), 'logo_file_id', pictures.logo);
  // The video is judged by its content, and shown while the form is open.
  await field(dialog(page), 'video_file_id').locator('input[type=file]').setInputFiles(pictures.report);
  await field(dialog(page), 'video_file_id')
    .locator('.upload-refused')
    .getByText(/只支持 mp4/)
    .waitFor();
  await field(dialog(page), 'video_file_id').locator('input[type=file]').setInputFiles(video);
  const shown = field(dialog(page), 'video_file_id').locator('video');
  await shown.waitFor();
  await shown.evaluate((v) => v.readyState > 0 || new Promise((done) => v.addEventListener('loadedmetadata', done)));
  await look(page, 'brand-form', { whole: false });
  await submit(dialog(page), '保存');
  await toast(page, '品牌“森森”已保存');

  await page.getByRole('button', { name: '添加品牌' }).click();
  await fill(dialog(page), { name: '森 森 ', name_en: 'Old' });
  await fill(dialog(page), { name: '森森' });
  await submit(dialog(page), '保存');
  await expectOnlyError(dialog(page), 'name', /已存在/);
  await fill(dialog(page), { name: '超尔' });
  await submit(dialog(page), '保存');
  await toast(page, '品牌“超尔”已保存');
  assert.deepEqual(await column(page, '品牌名称'), ['超尔', '森森']);
  assert.deepEqual(await column(page, '序号'), ['1', '2']);
  await look(page, 'brands');

  await search(page, { 关键词: 'sensen' });
  assert.deepEqual(await column(page, '品牌名称'), ['森森']);
  await reset(page);
  await row(page, '森森').getByRole('button', { name: '森森' }).click();
  // It plays, by ranges, under the policy of the console.
  const player = dialog(page).locator('video');
  await player.evaluate(async (v) => {
    v.muted = true;
    await v.play();
    await new Promise((done) => v.addEventListener('timeupdate', done, { once: true }));
    v.pause();
  });
  await look(page, 'brand-detail', { whole: false });
  await page.keyboard.press('Escape');

  await act(page, '超尔', '编辑');
  await fill(dialog(page), { name_en: 'CHAOER' });
  await submit(dialog(page), '保存');
  await row(page, 'CHAOER').waitFor();
  await act(page, '超尔', '作废');
  await look(page, 'brand-void', { whole: false });
  await submit(dialog(page), '作废');
  await row(page, '超尔').getByText('已作废').waitFor();
  await act(page, '超尔', '删除');
  await submit(dialog(page), '删除');
  await toast(page, '已删除');
  assert.deepEqual(await column(page, '品牌名称'), ['森森']);
}
