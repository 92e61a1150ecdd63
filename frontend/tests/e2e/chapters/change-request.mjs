// C2, F168: what was reviewed changes by a request; a person of the platform sends it back or lets it pass where it is read.
import assert from 'node:assert/strict';
import { OPERATOR, PASSWORD, signIn, signOut, USCC } from '../kit/account.mjs';
import { apiAs } from '../kit/api.mjs';
import { closeByKey, dialog, expectError, field, fill, submit, toast, upload } from '../kit/form.mjs';
import { act, row, search } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['operator', 'board', 'signedIn'];

const REASON = '生产许可证到期换证，证书编号变更';

async function become(page, ...who) {
  await signOut(page);
  await signIn(page, ...who);
  await page.getByText('快捷操作').waitFor();
}

export default async function changeRequest({ page, base, api, board, pictures }) {
  const operator = await apiAs(base, ...OPERATOR);
  const { items } = await operator.get('/platform/enterprises');
  const own = items.find((e) => e.uscc === USCC);
  await operator.put(`/platform/enterprises/${own.id}/review-mode`, { review_mode: 'manual' });

  // The form says what is locked, and leads to the way out.
  await page.goto(`${base}/products/${board}/edit`);
  await page.getByRole('link', { name: '提交变更申请' }).click();
  await page.getByText(/审核通过后生效并成为新版本/).waitFor();
  assert.equal(await field(page, 'trace_code').locator('input').isDisabled(), true);
  assert.equal(await field(page, 'licence_number').locator('input').isDisabled(), false);
  await submit(page, '提交申请');
  await expectError(page, 'reason', /请填写/);
  await fill(page, { reason: REASON });
  await submit(page, '提交申请');
  await page.getByText(/没有任何变更/).waitFor();
  await fill(page, { licence_number: 'XK03-002-00999' });
  await upload(page, 'report_file_ids', pictures.report);
  await look(page, 'change-form');
  await submit(page, '提交申请');
  await toast(page, '变更申请已提交，等待平台审核');
  await page.locator('pm-change-requests').getByText('待审核').waitFor();
  await look(page, 'change-waiting');

  await become(page, OPERATOR[1], OPERATOR[0]);
  await page.goto(`${base}/platform/change-requests`);
  await search(page, { 状态: '待审核' });
  await row(page, REASON).waitFor();
  await look(page, 'change-queue');
  await act(page, '细工木板', '查看');
  await dialog(page).getByText('XK03-002-00999').waitFor();
  await look(page, 'change-review', { whole: false });
  await submit(dialog(page), '驳回');
  const reject = page.locator('dialog[open]').last();
  await fill(reject, { reason: '新证书与型号不符' });
  await submit(reject, '驳回');
  await toast(page, '已驳回');

  await become(page, PASSWORD);
  await page.goto(`${base}/products/${board}`);
  await page.locator('pm-change-requests').getByText('新证书与型号不符').waitFor();
  const view = await api.get(`/products/${board}`);
  await api.post(
    `/products/${board}/change-requests`,
    { record: { ...view.record, licence_number: 'XK03-002-00777' }, reason: REASON },
    { 'if-match': `"${view.version}"` },
  );
  await become(page, OPERATOR[1], OPERATOR[0]);
  await page.goto(`${base}/platform/change-requests`);
  await search(page, { 状态: '待审核' });
  await act(page, '细工木板', '通过');
  await submit(dialog(page), '通过');
  await toast(page, '已通过');

  await become(page, PASSWORD);
  await page.goto(`${base}/products/${board}`);
  await page.locator('[data-revision="2"]').getByText(REASON).waitFor();
  await page.locator('pm-change-requests').getByRole('button').first().click();
  await dialog(page).getByText('XK03-002-00777').waitFor();
  await look(page, 'change-decided', { whole: false });
  await closeByKey(page);
  await page.goto(`${base}${new URL(view.uri).pathname}`);
  await page.getByText(REASON).waitFor();
  await look(page, 'change-scan');
}
