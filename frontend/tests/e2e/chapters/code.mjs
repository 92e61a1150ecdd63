// F084, F085: a code is looked at, drawn as wanted, downloaded, and says what it should to another decoder.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, decodeSvg, pngSize } from '../kit/codes.mjs';
import { choose, closeByKey, dialog, expectError, field, fill, radio, submit, upload } from '../kit/form.mjs';
import { act } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['batches', 'units', 'signedIn'];

async function download({ page, folder }, press = () => submit(dialog(page), '下载')) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

export default async function code(story) {
  const { page, ctx, base, board, plywood, pictures } = story;
  const boardUri = `${base}/01/02058989108994`;

  // A product, as PNG.
  await page.goto(`${base}/products?keyword=${encodeURIComponent('细工木板')}`);
  await act(page, '细工木板', '二维码');
  await dialog(page).locator('.designer-frame img').waitFor();
  await look(page, 'code-dialog', { whole: false });
  await fill(dialog(page), { size: 10 });
  await expectError(dialog(page), 'size', /不能小于/);
  await fill(dialog(page), { size: 900, quiet_zone: 6 });
  const png = await download(story);
  assert.match(png, /\.png$/);
  // The largest whole number of pixels a module fits 900.
  const plain = readFileSync(png);
  const [width, height] = pngSize(plain);
  assert.equal(width, height);
  assert.ok(width > 800 && width <= 900, `${width} px`);
  assert.equal(decode(png), boardUri);

  // With a logo in the middle the level rises, and the code can still be read.
  await upload(dialog(page), 'logo_file_id', pictures.logo);
  const level = field(dialog(page), 'correction').getByRole('combobox');
  await page.waitForFunction((e) => e.value.startsWith('高'), await level.elementHandle());
  await look(page, 'code-dialog-logo', { whole: false });
  const withLogo = await download(story);
  assert.ok(!readFileSync(withLogo).equals(plain), 'the logo is in the picture');
  assert.equal(decode(withLogo), boardUri);

  await radio(dialog(page), 'format', 'SVG 矢量图');
  const svg = await download(story);
  assert.match(svg, /\.svg$/);
  assert.equal(await decodeSvg(ctx, readFileSync(svg)), boardUri);
  await closeByKey(page);

  // A batch and a unit, from their rows.
  await page.goto(`${base}/batches?product_id=${board}&batch_no=20261101A`);
  await act(page, '20261101A', '二维码');
  assert.equal(decode(await download(story)), `${boardUri}/10/20261101A`);
  await closeByKey(page);
  await page.goto(`${base}/units?product_id=${plywood}&serial=A07654321`);
  await act(page, 'A07654321', '二维码');
  await choose(dialog(page), 'correction', '较高');
  assert.equal(decode(await download(story)), `${base}/01/06901234567892/21/A07654321`);
  await closeByKey(page);

  // The preview is the page a phone gets, and is not counted (F084).
  await act(page, 'A07654321', '预览');
  const phone = dialog(page).frameLocator('iframe');
  await phone.getByRole('heading', { name: '码已登记，状态有效' }).waitFor();
  await dialog(page).getByRole('button', { name: /^复制/ }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${base}/01/06901234567892/21/A07654321`);
  await look(page, 'preview', { whole: false });
  // A picture opens in the frame and closes again; whatever is clicked, the frame stays this page.
  const thumb = phone.locator('a[href^="about:srcdoc#"]:not(.skip)').filter({ visible: true });
  for (let i = 0, n = await thumb.count(); i < Math.min(n, 4); i++) {
    await thumb.nth(i).click();
    await page.waitForTimeout(100);
    assert.ok(await phone.locator('#facts, .zoom, [id^="z"], [id^="m"]').count(), 'still the page of the code');
    assert.equal(await phone.getByText('JavaScript').count(), 0);
    const back = phone.locator('a[href="about:srcdoc#facts"]:not(.skip), [id^="z"] a').filter({ visible: true });
    if (await back.count()) await back.first().click();
  }
  assert.equal(page.frames().length, 2);
  await dialog(page).getByRole('button', { name: '关闭' }).first().click();
  await dialog(page).waitFor({ state: 'detached' });
}
