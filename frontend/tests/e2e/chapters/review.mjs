// F168: a person of the platform reviews what an enterprise submits: sent back with a reason, mended, passed, activated.
import { join } from 'node:path';
import { OPERATOR, PASSWORD, signIn, signOut } from '../kit/account.mjs';
import { withCheckDigit } from '../kit/api.mjs';
import { closeByKey, dialog, expectError, fill, radio, submit, toast } from '../kit/form.mjs';
import { act, row } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';
import { activate, sendIn } from '../kit/product.mjs';
import { richRecord } from '../kit/rich-product.mjs';

export const needs = ['operator', 'profile', 'signedIn'];

const NAME = '人工审核板';
const REASON = '检验报告与产品型号不符，请更换';

async function become(page, ...who) {
  await signOut(page);
  await signIn(page, ...who);
}

export default async function review({ ctx, page, base, folder, api }) {
  await become(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('快捷操作').waitFor();
  await page.goto(`${base}/platform/enterprises`);
  await act(page, '超尔', '审核方式');
  await radio(dialog(page), 'review_mode', '人工审核');
  await look(page, 'review-mode', { whole: false });
  await submit(dialog(page), '保存');
  await toast(page, '已保存');

  const record = await richRecord(ctx, api, join(folder, 'review'), {
    name: NAME,
    trace_code: withCheckDigit('205898910811'),
  });
  const { id } = await api.post('/products', record);
  await become(page, PASSWORD);
  await page.getByText('快捷操作').waitFor();
  await page.goto(`${base}/products/${id}`);
  await submit(page, '提交审核');
  await sendIn(page);
  await page.getByText(/等待平台审核/).waitFor();
  await look(page, 'product-submitted', { whole: false });

  await become(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('快捷操作').waitFor();
  await page.goto(`${base}/platform/products`);
  await row(page, NAME).waitFor();
  await look(page, 'review-queue');
  await act(page, NAME, '查看');
  await dialog(page).getByText('0.031 mg/m³').waitFor();
  await look(page, 'review-product', { whole: false });
  if (await dialog(page).getByText('丽水绝密林业').count()) throw new Error('suppliers are not the platform’s to know');
  await closeByKey(page);
  await act(page, NAME, '驳回');
  await submit(dialog(page), '驳回');
  await expectError(dialog(page), 'reason', /请填写/);
  await fill(dialog(page), { reason: REASON });
  await look(page, 'review-reject', { whole: false });
  await submit(dialog(page), '驳回');
  await toast(page, '已驳回');

  await become(page, PASSWORD);
  await page.getByText('快捷操作').waitFor();
  await page.goto(`${base}/products/${id}`);
  await page.getByText(`审核未通过：${REASON}`).waitFor();
  await look(page, 'product-rejected', { whole: false });
  await submit(page, '重新提交');
  await sendIn(page);

  // It is decided where it is read.
  await become(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('快捷操作').waitFor();
  await page.goto(`${base}/platform/products`);
  await act(page, NAME, '查看');
  await dialog(page).getByRole('button', { name: '驳回' }).waitFor();
  await look(page, 'review-decision', { whole: false });
  await submit(dialog(page), '通过');
  await submit(page.locator('dialog[open]').last(), '通过');
  await toast(page, '已通过');
  await row(page, NAME).getByText('已通过').waitFor();

  await become(page, PASSWORD);
  await page.getByText('快捷操作').waitFor();
  await page.goto(`${base}/products/${id}`);
  await activate(page);
}
