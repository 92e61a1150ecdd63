// F267: what people are told, in the console, by SMS and by mail, and what the operator sees of it.
import assert from 'node:assert/strict';
import { OPERATOR, PASSWORD, signIn, signOut } from '../kit/account.mjs';
import { apiAs } from '../kit/api.mjs';
import { closeByKey, dialog, submit, toast } from '../kit/form.mjs';
import { act, column, row, search } from '../kit/list.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['operator', 'profile'];

const bell = (page) => page.locator('pm-bell > button');
const pop = (page) => page.getByRole('dialog', { name: '消息通知' });

async function expectUnread(page, count) {
  await page.getByRole('button', { name: count ? `消息通知，${count} 条未读` : '消息通知', exact: true }).waitFor();
}

/** The enterprise: the bell, the list, the choice of channels. */
async function reading({ page, base, mail }) {
  // Disabled, enabled, and verified before.
  await expectUnread(page, 3);
  await bell(page).click();
  await pop(page).getByText('企业账号已恢复').waitFor();
  await look(page, 'notices-bell', { whole: false });
  await page.keyboard.press('Escape');
  await pop(page).waitFor({ state: 'detached' });
  await bell(page).click();
  await pop(page).getByRole('link', { name: '企业账号已恢复' }).click();
  await page.getByRole('heading', { name: '企业信息', level: 1 }).waitFor();
  await expectUnread(page, 2);
  assert.ok(mail.mails.length >= 2, 'both went by mail too');

  await bell(page).click();
  await pop(page).getByRole('link', { name: '查看全部' }).click();
  assert.deepEqual((await column(page, '标题')).slice(0, 2), ['企业账号已恢复', '企业账号已停用']);
  await row(page, '营业执照已被吊销').waitFor();
  await look(page, 'notices');
  await search(page, { 状态: '未读' });
  assert.equal((await column(page, '标题'))[0], '企业账号已停用');
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await toast(page, '已全部标为已读');
  await page.getByText('没有符合条件的记录').waitFor();
  await expectUnread(page, 0);

  await page.goto(`${base}/notice-settings`);
  await page.getByText('w***@chaoer.example.com').waitFor();
  await page.getByRole('switch', { name: '平台管理 短信' }).click();
  await toast(page, '通知设置已保存');
  await look(page, 'notice-settings');
  await page.reload();
  await settle(page);
  assert.equal(await page.getByRole('switch', { name: '平台管理 短信' }).isChecked(), false);
  assert.equal(await page.getByRole('switch', { name: '平台管理 邮件' }).isChecked(), true);
}

/** The operator: an inbox, the log, a mail that is refused and sent again. */
async function sending({ page, base, mail }) {
  await bell(page).click();
  await pop(page).getByText('新企业注册').waitFor();
  await look(page, 'platform-bell', { whole: false });
  await pop(page).getByRole('link', { name: '新企业注册' }).first().click();
  await row(page, '超尔').waitFor();
  await page.goto(`${base}/platform/enterprises`);

  const before = mail.mails.length;
  mail.state.refuses = true;
  await act(page, '超尔', '停用');
  await dialog(page).locator('textarea').fill('联系人无法联系');
  await submit(dialog(page), '停用');
  await toast(page, '企业已停用');
  await act(page, '超尔', '恢复');
  await submit(dialog(page), '恢复');
  await toast(page, '企业已恢复');
  await page.goto(`${base}/platform/deliveries`);
  await search(page, { 状态: '发送失败' });
  assert.deepEqual(await column(page, '接收地址'), ['w***@chaoer.example.com', 'w***@chaoer.example.com']);
  await look(page, 'deliveries');
  await act(page, '企业账号已停用', '查看');
  await dialog(page).getByText('no such mailbox').waitFor();
  await look(page, 'delivery', { whole: false });
  await closeByKey(page);
  mail.state.refuses = false;
  await act(page, '企业账号已停用', '重新发送');
  await submit(dialog(page), '重新发送');
  await toast(page, '已重新排队发送');
  await page.waitForFunction(() => document.querySelectorAll('tbody tr:not(.no-rows)').length === 1);
  await page.goto(`${base}/platform/deliveries`);
  await search(page, { 渠道: '邮件' });
  // The list asks again by itself until nothing is under way.
  await page.waitForFunction(() => document.querySelectorAll('tbody .tag.success').length >= 3);
  assert.equal(mail.mails.length, before + 1);
  await search(page, { 渠道: '短信' });
  // The enterprise wants no more SMS about decisions of the platform.
  // Disabled, enabled, and verified before.
  assert.equal((await column(page, '接收地址')).length, 3);
  await page.goto(`${base}/platform/notice-texts`);
  await row(page, '{product}').first().waitFor();
  await look(page, 'notice-texts');
}

/** The operator disables the enterprise and lets it in again. */
async function disabledOnce(base) {
  const operator = await apiAs(base, ...OPERATOR);
  const [{ id }] = (await operator.get('/platform/enterprises')).items;
  await operator.post(`/platform/enterprises/${id}/disable`, { reason: '营业执照已被吊销' });
  await operator.post(`/platform/enterprises/${id}/enable`);
}

export default async function notices(story) {
  const { page, base } = story;
  await disabledOnce(base);
  await page.goto(base);
  await signIn(page);
  await reading(story);
  await page.goto(`${base}/dev/mail`);
  await page.getByText('此页面未启用').waitFor();
  await page.goto(base);
  await signOut(page);
  await signIn(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('快捷操作').waitFor();
  await sending(story);
  await signOut(page);
  await signIn(page, PASSWORD);
  await page.getByText('开始使用').waitFor();
  await settle(page);
}
