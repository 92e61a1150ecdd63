// F011–F013: signing in, and what is around every page then.
import assert from 'node:assert/strict';
import { signIn } from '../kit/account.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['enterprise'];

export default async function ({ page, base }) {
  await page.goto(`${base}/products?page=2`);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('请填写账号').waitFor();
  await signIn(page, 'Wrong@7391');
  await page
    .getByRole('alert')
    .filter({ hasText: /账号或密码/ })
    .waitFor();
  await signIn(page);
  // Where one wanted to go is where one comes to.
  await page.getByText('还没有产品').waitFor();
  await look(page, 'products-empty');

  await page.getByRole('link', { name: '首页' }).first().click();
  await page.getByText('开始使用').waitFor();
  const head = page.locator('.shell-head');
  assert.match(await head.innerText(), /杭州超尔切削工具有限公司.*［企业用户（生产） \/ 销售企业］/s);
  const menu = await page.getByRole('navigation', { name: '主菜单' }).innerText();
  for (const title of ['企业信息', '一品一码', '一批一码', '一物一码', '任务中心', '扫码记录'])
    assert.ok(menu.includes(title), title);
  assert.ok(!menu.includes('企业管理'), 'operators alone manage enterprises');
  await look(page, 'home-new');
  for (const [path, name, text] of [
    ['/batches', 'batches-empty', '还没有批次'],
    ['/units', 'units-empty', '还没有单品码'],
    ['/jobs', 'jobs-empty', '还没有任务'],
    ['/scans', 'scans-empty', '还没有扫码记录'],
    ['/platform/enterprises', 'not-found', '页面不存在'],
  ]) {
    await page.goto(base + path);
    await page.getByText(text).first().waitFor();
    await look(page, name);
  }
  // A reload keeps the session: the access token is renewed with the cookie.
  await page.goto(base);
  await page.getByText('开始使用').waitFor();
  await settle(page);
}
