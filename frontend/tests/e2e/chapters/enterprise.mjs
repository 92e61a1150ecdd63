// F014–F018: what is known of the enterprise, changing it, and changing the password.
import assert from 'node:assert/strict';
import { NEW_PASSWORD, PASSWORD, signIn, USCC } from '../kit/account.mjs';
import { apiAs } from '../kit/api.mjs';
import { closeByKey, dialog, expectError, expectOnlyError, field, fill, submit, toast } from '../kit/form.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['enterprise', 'signedIn'];

export default async function enterprise({ page, base }) {
  await page.goto(`${base}/enterprise`);
  await page.getByText('浙江省杭州市萧山区市心北路 100 号').waitFor();
  await look(page, 'enterprise');
  await page.getByRole('link', { name: '修改', exact: true }).click();

  await fill(page, { website: 'http://chaoer.example.com', email: 'wang' });
  await expectError(page, 'website', /https:\/\//);
  await expectError(page, 'email', /邮箱/);
  await fill(page, {
    website: 'https://chaoer.example.com',
    email: 'wang@chaoer.example.com',
    production_address: '浙江省杭州市萧山区临江工业园 8 号',
    legal_representative: '李志强',
    introduction: '专业从事硬质合金刀具、木工刀具与人造板材的研发和生产，产品销往全国二十余省。',
  });
  await field(page, 'company_prefixes').getByRole('button', { name: '添加厂商识别代码' }).click();
  await fill(page, { company_prefixes: '690123' });
  await expectError(page, 'company_prefixes', /7–10/);
  await fill(page, { company_prefixes: '6901234' });
  await look(page, 'enterprise-edit');

  // Leaving asks, by link and by the back button, and what was typed is still there.
  await page.getByRole('link', { name: '首页' }).first().click();
  await dialog(page).getByText('放弃未保存的内容？').waitFor();
  await look(page, 'leave-dirty-form', { whole: false });
  await closeByKey(page);
  await page.goBack();
  await dialog(page).getByText('放弃未保存的内容？').waitFor();
  await submit(dialog(page), '取消');
  assert.equal(new URL(page.url()).pathname, '/enterprise/edit');
  assert.equal(await field(page, 'legal_representative').locator('input').inputValue(), '李志强');

  // Someone else was faster: nothing is overwritten unseen.
  const other = await apiAs(base, USCC, PASSWORD);
  const { version, ...now } = await other.get('/enterprise');
  const keep = ['name', 'region_code', 'enterprise_types', 'registered_address', 'contact_name', 'contact_phone'];
  const record = {
    ...Object.fromEntries(keep.map((k) => [k, now[k]])),
    company_prefixes: [],
    licence_file_id: now.licence.id,
  };
  await other.put('/enterprise', record, { 'if-match': `"${version}"` });
  await submit(page, '保存');
  await dialog(page).getByText('记录已被修改').waitFor();
  await submit(dialog(page), '重新载入');
  await page.waitForFunction(() => document.querySelector('[data-field=legal_representative] input')?.value === '');
  await fill(page, { legal_representative: '李志强', production_address: '浙江省杭州市萧山区临江工业园 8 号' });
  await fill(page, { website: 'https://chaoer.example.com', email: 'wang@chaoer.example.com' });
  await field(page, 'company_prefixes').getByRole('button', { name: '添加厂商识别代码' }).click();
  await fill(page, { company_prefixes: '6901234' });
  // F152: what the public is told beside name, code and address.
  await fill(page, { public_phone: '0571-82820000' });
  await field(page, 'is_licence_public').locator('input').click();
  await submit(page, '保存');
  await toast(page, '企业信息已保存');
  await page.getByText('李志强').waitFor();
  await page.getByText('0571-82820000').waitFor();
  await page.getByText('6901234').waitFor();

  await page.getByRole('button', { name: /账号菜单/ }).click();
  await page.getByRole('menuitem', { name: '修改密码' }).click();
  await fill(page, { old_password: 'Wrong@7391', new_password: NEW_PASSWORD, repeated_password: NEW_PASSWORD });
  await submit(page, '保存');
  await expectOnlyError(page, 'old_password', /密码/);
  await look(page, 'change-password');
  await fill(page, { old_password: PASSWORD });
  await submit(page, '保存');
  await toast(page, '密码已修改');
  await page.getByRole('heading', { name: '账号登录' }).waitFor();
  await assert.rejects(other.get('/enterprise'), /401/, 'other sessions have ended');
  await signIn(page, NEW_PASSWORD);
  await page.getByText('开始使用').waitFor();
}
