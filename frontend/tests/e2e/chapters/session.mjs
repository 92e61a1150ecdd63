// A session that ends while its pages are open: what was typed stays, and one goes on after signing in again.
import assert from 'node:assert/strict';
import { NEW_PASSWORD, PASSWORD, signIn } from '../kit/account.mjs';
import { dialog, field, fill, submit, toast } from '../kit/form.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['profile', 'signedIn'];

export default async function session(story) {
  const { page, ctx, base, api, watching } = story;
  await page.goto(`${base}/enterprise/edit`);
  await fill(page, { legal_representative: '李志刚' });

  // Without a network the form stays as it is, and says so.
  assert.deepEqual(watching.take(), []);
  await ctx.setOffline(true);
  await submit(page, '保存');
  await toast(page, '网络连接失败');
  await page.getByText('网络已断开').waitFor();
  await look(page, 'offline', { whole: false });
  await ctx.setOffline(false);
  await page.getByText('网络已断开').waitFor({ state: 'detached' });
  const faults = watching.take().filter((f) => !f.includes('ERR_INTERNET_DISCONNECTED'));
  assert.deepEqual(faults, []);

  // Elsewhere the password is changed, which ends every session.
  await api.put('/me/password', { old_password: PASSWORD, new_password: NEW_PASSWORD });
  await submit(page, '保存');
  await dialog(page).getByText('登录已失效').waitFor();
  await look(page, 'signed-out', { whole: false });
  await dialog(page).getByLabel('密码', { exact: true }).fill(PASSWORD);
  await submit(dialog(page), '登录');
  await dialog(page).getByRole('alert').waitFor();
  await dialog(page).getByLabel('密码', { exact: true }).fill(NEW_PASSWORD);
  await submit(dialog(page), '登录');
  await toast(page, '企业信息已保存');
  await page.getByText('李志刚').waitFor();

  // Two windows are one session: neither reload nor turns take it from the other.
  const second = await ctx.newPage();
  await Promise.all([second.goto(`${base}/products`), page.reload()]);
  await second.getByRole('heading', { name: '产品列表' }).waitFor();
  await page.getByText('李志刚').waitFor();
  await Promise.all([second.reload(), page.reload()]);
  await second.getByRole('heading', { name: '产品列表' }).waitFor();

  // Signing out ends both, asks about what is unsaved, and leaves nothing behind.
  await page.goto(`${base}/enterprise/edit`);
  await fill(page, { legal_representative: '李志高' });
  await page.getByRole('button', { name: /账号菜单/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await dialog(page).getByText('放弃未保存的内容？').waitFor();
  await submit(dialog(page), '放弃');
  await page.getByRole('heading', { name: '账号登录' }).waitFor();
  await second.getByRole('heading', { name: '账号登录' }).waitFor();
  await second.close();
  await page.goto(`${base}/enterprise`);
  await signIn(page, NEW_PASSWORD);
  await page.getByText('李志刚').waitFor();
  assert.equal(await field(page, 'legal_representative').count(), 0);
}
