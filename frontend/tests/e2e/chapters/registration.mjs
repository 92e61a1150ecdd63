// F001–F010: an enterprise registers; each mistake is told at its own field.
import assert from 'node:assert/strict';
import { PASSWORD, USCC } from '../kit/account.mjs';
import { cascade, chooseMany, expectError, expectOnlyError, field, fill, submit, toast, upload } from '../kit/form.mjs';
import { look, settle } from '../kit/look.mjs';

const PHONE = '13805712345';

/** Asks for a code and reads it where a development server shows its messages. */
async function smsCode(page, ctx, base, phone) {
  await page.getByRole('button', { name: '发送验证码' }).click();
  await toast(page, /验证码已发送/);
  const inbox = await ctx.newPage();
  await inbox.goto(`${base}/dev/sms`);
  const item = inbox.locator('.sms li').filter({ hasText: phone }).first();
  await item.waitFor();
  const code = (await item.locator('p').innerText()).match(/\d{6}/)[0];
  if (phone === PHONE) await look(inbox, 'development-sms');
  await inbox.close();
  return code;
}

async function fillIn(page, { uscc, phone }) {
  await fill(page, { uscc, name: '杭州超尔切削工具有限公司' });
  await cascade(page, 'region_code', ['杭州市', '萧山区']);
  await chooseMany(page, 'enterprise_types', ['企业用户（生产）']);
  await fill(page, {
    registered_address: '浙江省杭州市萧山区市心北路 100 号',
    contact_name: '王建国',
    contact_phone: phone,
    password: PASSWORD,
    repeated_password: PASSWORD,
  });
}

export default async function registration({ page, ctx, base, pictures }) {
  await page.goto(base);
  await page.getByRole('heading', { name: '账号登录' }).waitFor();
  await look(page, 'sign-in');
  await page.getByRole('link', { name: '立即注册' }).click();
  await page.getByRole('heading', { name: '企业注册' }).waitFor();

  await submit(page, '提交');
  for (const name of ['uscc', 'name', 'region_code', 'enterprise_types', 'sms_code', 'password', 'licence_file_id'])
    await expectError(page, name, /请(填写|选择|上传)/);
  assert.equal(
    await field(page, 'uscc')
      .locator('input')
      .evaluate((i) => i === document.activeElement),
    true,
  );
  await look(page, 'registration-empty');

  await fill(page, { uscc: '91330109589891087X' });
  await expectError(page, 'uscc', /校验位/);
  await fillIn(page, { uscc: USCC, phone: PHONE });
  assert.match(await field(page, 'region_code').locator('input').inputValue(), /浙江省.*杭州市.*萧山区/);
  await upload(page, 'licence_file_id', pictures.licence);
  const code = await smsCode(page, ctx, base, PHONE);

  await fill(page, { sms_code: code === '000000' ? '111111' : '000000' });
  await submit(page, '提交');
  await expectOnlyError(page, 'sms_code', /验证码/);
  await fill(page, { sms_code: code, password: 'abcdefgh', repeated_password: 'abcdefgh' });
  await submit(page, '提交');
  await expectOnlyError(page, 'password', /大写字母/);
  await look(page, 'registration-refused');
  await fill(page, { password: PASSWORD, repeated_password: `${PASSWORD}x` });
  await expectOnlyError(page, 'repeated_password', /不一致/);
  await fill(page, { repeated_password: PASSWORD });
  await submit(page, '提交');
  await page.getByRole('heading', { name: '注册成功' }).waitFor();
  await look(page, 'registered');

  // The same enterprise again, with another phone.
  await page.goto(`${base}/register`);
  await fillIn(page, { uscc: USCC, phone: '13805719999' });
  await upload(page, 'licence_file_id', pictures.licence);
  await fill(page, { sms_code: await smsCode(page, ctx, base, '13805719999') });
  await submit(page, '提交');
  await expectOnlyError(page, 'uscc', /已注册/);

  // The code of one enterprise does not open another's password: the page is there, and asks.
  await page.getByRole('link', { name: '已有账号，去登录' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await page.getByRole('heading', { name: '账号登录' }).waitFor();
  await page.getByRole('link', { name: '忘记密码' }).click();
  await page.getByRole('heading', { name: '找回密码' }).waitFor();
  await submit(page, '重设密码');
  await expectError(page, 'login_name', /请填写/);
  await look(page, 'forgot');
  await settle(page);
}
