// The operator of the platform: a list of enterprises, and a stop to one of them.
import assert from 'node:assert/strict';
import { OPERATOR, PASSWORD, signIn, signOut } from '../kit/account.mjs';
import { closeByKey, dialog, expectError, fill, submit, toast } from '../kit/form.mjs';
import { act, column, search } from '../kit/list.mjs';
import { look, settle } from '../kit/look.mjs';

export const needs = ['operator', 'profile', 'signedIn'];

export default async function platform({ page, base }) {
  await page.goto(base);
  await signOut(page);
  await signIn(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('快捷操作').waitFor();
  await look(page, 'operator-home', { whole: false });
  await page.goto(`${base}/platform/enterprises`);
  await search(page, { 关键词: '超尔' });
  assert.deepEqual(await column(page, '统一社会信用代码'), ['91330109589891087U']);
  await look(page, 'enterprises');
  await act(page, '超尔', '查看');
  await dialog(page).getByText('临江工业园').waitFor();
  const paper = dialog(page).getByRole('img', { name: '营业执照' });
  await paper.waitFor();
  // An image is visible before its bytes are there: decode() waits for them, and fails where they are no picture.
  await paper.evaluate((img) => img.decode());
  await look(page, 'enterprise-drawer', { whole: false });
  await closeByKey(page);

  await act(page, '超尔', '停用');
  await submit(dialog(page), '停用');
  await expectError(dialog(page), 'reason', /请填写/);
  await fill(dialog(page), { reason: '营业执照已被吊销' });
  await look(page, 'disable', { whole: false });
  await submit(dialog(page), '停用');
  await toast(page, '企业已停用');
  await signOut(page);
  await signIn(page, PASSWORD);
  await page.getByRole('alert').filter({ hasText: '停用' }).waitFor();
  await look(page, 'sign-in-disabled');

  await signIn(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('快捷操作').waitFor();
  await page.goto(`${base}/platform/enterprises`);
  await act(page, '超尔', '恢复');
  await submit(dialog(page), '恢复');
  await toast(page, '企业已恢复');
  await signOut(page);
  await signIn(page, PASSWORD);
  await page.getByText('开始使用').waitFor();
  await settle(page);
}
