// F137: a recall is opened from the list: of a part, or of the whole product, which is asked for on purpose and asked about again;
// it shows wherever the product is listed.
import assert from 'node:assert/strict';
import { choose, dialog, field, fill, submit, toast } from '../kit/form.mjs';
import { act, row } from '../kit/list.mjs';
import { look, PHONE } from '../kit/look.mjs';

export const needs = ['batches', 'plywood', 'signedIn'];

const REASON = '甲醛释放量超过标准';
const ADVICE = '停止使用，联系售后退货';

async function begin(page, base) {
  await page.goto(`${base}/recalls`);
  await page.getByRole('button', { name: '发起召回' }).first().click();
  await choose(dialog(page), 'product_id', '细工木板');
  await fill(dialog(page), { reason: REASON, advice: ADVICE });
}

export default async function recall({ page, base, api, board }) {
  // Nothing chosen is not everything.
  await begin(page, base);
  await submit(dialog(page), '发起召回');
  await page.getByText('请选择批次、填写起始序列号，或选择召回整个产品').waitFor();
  await look(page, 'recall-nothing-chosen', { whole: false });
  // A batch.
  await choose(dialog(page), 'batch_no', '20261101A');
  assert.equal(await field(dialog(page), 'whole_product').count(), 0, 'a batch is not the whole product');
  await submit(dialog(page), '发起召回');
  await toast(page, '已发起召回');
  assert.equal((await api.get('/recalled-products')).total, 0);

  // The whole product, which is asked about once more and can be given up.
  await begin(page, base);
  await field(dialog(page), 'whole_product').getByRole('switch').click();
  assert.equal(await field(dialog(page), 'batch_no').count(), 0);
  await look(page, 'recall-whole', { whole: false });
  await submit(dialog(page), '发起召回');
  const asked = page.locator('dialog[open]').last();
  await asked.getByText('召回整个产品“细工木板”？').waitFor();
  await look(page, 'recall-asked', { whole: false });
  await asked.getByRole('button', { name: '取消' }).click();
  assert.equal((await api.get('/recalled-products')).total, 0);
  await submit(dialog(page), '发起召回');
  await page.locator('dialog[open]').last().getByRole('button', { name: '召回整个产品' }).click();
  await toast(page, '已发起召回');

  // Wherever it is listed it says so, in the same word.
  await page.goto(`${base}/products`);
  await row(page, '细工木板').getByText('已召回').waitFor();
  assert.ok(await row(page, '胶合板').getByText('已激活').isVisible());
  await look(page, 'recalled-product', { whole: false });
  await page.setViewportSize(PHONE);
  await page.locator('.row-card').filter({ hasText: '细工木板' }).getByText('已召回').waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${base}/products/${board}`);
  await page.getByText(`正在召回，原因：${REASON}`).waitFor();

  // Ended, it is gone again.
  await page.goto(`${base}/recalls`);
  await act(page, '整个产品', '结束召回');
  await fill(dialog(page), { reason: '已全部处理' });
  await submit(dialog(page), '结束召回');
  await toast(page, '召回已结束');
  await page.goto(`${base}/products`);
  await row(page, '细工木板').getByText('已激活').waitFor();
}
