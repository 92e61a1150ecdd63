// Whose a trace code is: an internal code, a successor, a claim that both sides and the operator see, and a product the
// operator voids.
import { OPERATOR, PASSWORD, RIVAL, signIn, signOut } from '../kit/account.mjs';
import { withCheckDigit } from '../kit/api.mjs';
import { closeByKey, dialog, expectError, field, fill, submit, toast, upload } from '../kit/form.mjs';
import { act, row, search } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['operator', 'rival', 'board', 'signedIn'];

const CODE = withCheckDigit('690123455555');

const record = (name, trace_code) => ({
  category: 'industrial',
  trace_code,
  name,
  product_type: '细木工板',
  gpc_code: '83000000',
  model: '18 mm',
  is_report_public: false,
});

async function become(page, base, ...who) {
  await page.goto(base);
  await signOut(page);
  await signIn(page, ...who);
  await page.getByText('快捷操作').waitFor();
}

export default async function owners({ page, base, api, rival, board, pictures }) {
  // An internal code at the press of a button, another one each time.
  await page.goto(`${base}/products/new`);
  const code = field(page, 'trace_code').locator('input');
  await submit(page, '生成内部码');
  await toast(page, /已生成内部码 20/);
  const first = await code.inputValue();
  await submit(page, '生成内部码');
  await page.waitForFunction((was) => document.querySelector('[data-field="trace_code"] input').value !== was, first);

  // A voided product has a successor under its code.
  await page.goto(`${base}/products/${board}`);
  await submit(page, '作废');
  await fill(dialog(page), { reason: '规格型号填写错误' });
  await submit(dialog(page), '作废');
  await page.getByText('请选择“接续”').waitFor();
  await look(page, 'voided-may-be-succeeded', { whole: false });
  await submit(page, '接续');
  await submit(dialog(page), '接续并编辑');
  await toast(page, '已新增接续产品');
  await page.waitForURL(/\/edit$/);
  await page.goto(page.url().replace('/edit', ''));
  await page.getByRole('link', { name: '查看原产品' }).waitFor();
  await look(page, 'successor', { whole: false });
  await page.getByRole('link', { name: '查看原产品' }).click();
  await page.getByRole('link', { name: '查看接续产品' }).waitFor();

  // The rival registers a code within our prefix; we are told and claim it.
  const { id } = await rival.post('/products', record('他人的板', CODE));
  await page.goto(`${base}/notices`);
  await page.getByText('他人使用了本企业的厂商识别代码').first().waitFor();
  await page.goto(`${base}/code-claims`);
  await page.getByText(/没有申诉/).waitFor();
  await look(page, 'claims-none', { whole: false });
  await page.getByRole('button', { name: '提交申诉' }).first().click();
  await submit(dialog(page), '提交');
  await expectError(dialog(page), 'reason', /请填写/);
  await fill(dialog(page), { trace_code: CODE, reason: '该条码以我公司的厂商识别代码开头，证书见附件' });
  await upload(dialog(page), 'proof_file_ids', [pictures.licence]);
  await look(page, 'claim-form', { whole: false });
  await submit(dialog(page), '提交');
  await toast(page, '申诉已提交');
  await row(page, CODE).waitFor();
  await look(page, 'claims', { whole: false });

  await become(page, base, PASSWORD, RIVAL.uscc);
  await page.goto(`${base}/products/${id}`);
  await page.getByText(/另一企业登记了该追溯码的开头/).waitFor();
  await look(page, 'prefix-of-another', { whole: false });
  await page.goto(`${base}/code-claims?side=received`);
  await act(page, CODE, '作说明');
  await fill(dialog(page), { reply: '受托加工时使用，同意作废' });
  await submit(dialog(page), '提交');
  await toast(page, '说明已提交');
  await act(page, CODE, '查看');
  await dialog(page).getByText('同意作废').waitFor();
  await look(page, 'claim-received', { whole: false });
  await closeByKey(page);

  await become(page, base, OPERATOR[1], OPERATOR[0]);
  await page.goto(`${base}/platform/code-claims`);
  await act(page, CODE, '查看');
  await dialog(page).getByText('受托加工').waitFor();
  await look(page, 'claim-to-decide', { whole: false });
  await closeByKey(page);
  await act(page, CODE, '成立');
  await fill(dialog(page), { reason: '厂商识别代码证书属实' });
  await look(page, 'claim-approve', { whole: false });
  await submit(dialog(page), '成立');
  await toast(page, '已裁定');
  await look(page, 'claims-decided', { whole: false });
  // The operator finds any product by its code, and voids it.
  const other = await rival.post('/products', record('虚假的板', withCheckDigit('690999912345')));
  await page.goto(`${base}/platform/products`);
  await search(page, { 关键词: '690999912345' });
  await act(page, '虚假的板', '作废');
  await fill(dialog(page), { reason: '虚假登记' });
  await look(page, 'void-by-operator', { whole: false });
  await submit(dialog(page), '作废');
  await toast(page, '已作废');

  await become(page, base, PASSWORD, RIVAL.uscc);
  await page.goto(`${base}/products/${other.id}`);
  await page.getByText('该产品已由平台作废，原因：虚假登记').waitFor();
  await look(page, 'voided-by-operator', { whole: false });

  // The code is ours now.
  await api.post('/products', record('本企业的板', CODE));
}
