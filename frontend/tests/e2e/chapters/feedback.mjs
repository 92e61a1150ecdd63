// F105, F106: a consumer writes from the page behind a code, on a phone that runs no scripts; the maker answers; the
// consumer reads the answer.
import assert from 'node:assert/strict';
import { launch } from '../kit/browser.mjs';
import { dialog, fill, radio, submit, toast } from '../kit/form.mjs';
import { act, column, search } from '../kit/list.mjs';
import { look, PHONE, settle } from '../kit/look.mjs';
import { watch } from '../kit/watch.mjs';

export const needs = ['profile', 'batches', 'signedIn'];

const CODE = '/01/02058989108994/21/B0007';
/** How long the form wants to be looked at. */
const PATIENCE = 3_100;

/** Writes, is told what is wrong, mends it; answers the address of the receipt. */
async function write(page, base, picture) {
  await page.goto(base + CODE);
  await page.getByRole('link', { name: '意见反馈' }).click();
  assert.equal(new URL(page.url()).pathname, `/feedback${CODE}`);
  await page.getByRole('radio', { name: '质量问题' }).check();
  await page.getByLabel('反馈内容').fill('收到的板材边缘开胶，\n共三张。');
  await page.getByLabel('联系方式').fill('微信 abc');
  const send = page.getByRole('button', { name: '提交反馈' });
  await send.click();
  await page.getByText('请填写有效的手机号、电话或邮箱').waitFor();
  assert.equal(await page.getByLabel('反馈内容').inputValue(), '收到的板材边缘开胶，\n共三张。');
  assert.ok(await page.getByRole('radio', { name: '质量问题' }).isChecked(), 'what was chosen is kept');
  await page.getByLabel('联系方式').fill('13800138000');
  await page.getByLabel('图片').setInputFiles(picture);
  await page.waitForTimeout(PATIENCE);
  await send.click();
  await page.getByRole('heading', { name: '已收到您的反馈' }).waitFor();
  assert.ok(!(await page.locator('body').innerText()).includes('13800138000'), 'the contact is the maker’s alone');
  return page.url();
}

/** The same pages with scripts, which the looking needs. */
async function looked(ctx, addresses) {
  const page = await ctx.newPage();
  for (const [name, address] of addresses) {
    await page.goto(address);
    await look(page, name);
  }
  await page.close();
}

export default async function feedback(story) {
  const { page, base } = story;
  const phone = await launch({ viewport: PHONE, javaScriptEnabled: false });
  const watching = watch(phone.ctx, base);
  try {
    const consumer = phone.ctx.pages()[0] ?? (await phone.ctx.newPage());
    const receipt = await write(consumer, base, story.pictures.plywood);
    const number = receipt.split('/').at(-1);
    await looked(story.ctx, [
      ['feedback-form', `${base}/feedback${CODE}`],
      ['feedback-receipt', receipt],
      ['feedback-lookup', `${base}/feedback/receipts?number=0000`],
      ['feedback-unknown', `${base}/feedback/01/06900000000007`],
    ]);

    await page.goto(base);
    await page.getByText('有 1 条消费者反馈尚未处理。').waitFor();
    await page.locator('pm-feedback-todo').getByRole('link', { name: '去处理' }).click();
    assert.deepEqual(await column(page, '联系方式'), ['138****8000']);
    await page.getByRole('button', { name: '展开统计' }).click();
    await look(page, 'feedback-list');
    await search(page, { 关键词: number });
    await act(page, '边缘开胶', '查看');
    await page.getByText('13800138000').waitFor();
    await look(page, 'feedback');
    await page.locator('.gallery button').click();
    await dialog(page).locator('img').waitFor();
    await settle(page);
    const width = await dialog(page)
      .locator('img')
      .evaluate((i) => i.naturalWidth);
    assert.ok(width > 100, 'the picture is there');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '变更状态' }).click();
    await radio(dialog(page), 'state', '处理中');
    await fill(dialog(page), { note: '已通知质检部门复检同批次留样' });
    await submit(dialog(page), '确定');
    await toast(page, '状态已变更');
    await page.locator('.title-row').getByRole('button', { name: '回复' }).click();
    await look(page, 'feedback-reply');
    await fill(dialog(page), { text: '您好，已安排为您更换。' });
    await submit(dialog(page), '发送回复');
    await toast(page, '已回复');
    await page.locator('.timeline li').nth(1).waitFor();
    await look(page, 'feedback-done');

    // With the number alone, typed as people do.
    await consumer.goto(`${base}/feedback${CODE}`);
    await consumer.getByLabel('查询企业回复').fill(number.toLowerCase().replaceAll('-', ' '));
    await consumer.getByRole('button', { name: '查询', exact: true }).click();
    assert.equal(consumer.url(), receipt);
    const text = await consumer.locator('body').innerText();
    assert.ok(text.includes('企业已回复') && text.includes('您好，已安排为您更换。'), text);
    assert.ok(!text.includes('留样'), 'notes are the maker’s own');
    assert.deepEqual(await consumer.context().cookies(), [], 'no cookies');
    await looked(story.ctx, [['feedback-replied', receipt]]);
    assert.deepEqual(watching.take(), []);
  } finally {
    await phone.close();
  }
  await page.goto(base);
  await page.locator('pm-feedback-todo').waitFor({ state: 'attached' });
  await settle(page);
  assert.equal(await page.getByText('消费者反馈尚未处理').count(), 0);
}
