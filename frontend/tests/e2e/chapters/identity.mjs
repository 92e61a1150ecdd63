// K13: an enterprise is not verified until the operator compared it with its licence; its name changes by a request.
import assert from 'node:assert/strict';
import { OPERATOR, PASSWORD, signIn, signOut, USCC } from '../kit/account.mjs';
import { apiAs } from '../kit/api.mjs';
import { dialog, expectError, field, fill, submit, toast, upload } from '../kit/form.mjs';
import { act, column, row } from '../kit/list.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['operator', 'enterprise', 'signedIn'];

const NEW = '杭州超尔刀具有限公司';

async function become(page, ...who) {
  await signOut(page);
  await signIn(page, ...who);
  await page.getByText('快捷操作').waitFor();
}

/** The licence is there, and not only its frame. */
async function paper(page) {
  const img = dialog(page).getByRole('img', { name: '营业执照' }).first();
  await img.waitFor();
  await img.evaluate((i) => i.decode());
}

export default async function identity({ page, base, api, pictures }) {
  // Not verified yet: said on the home page and on the record.
  await page.goto(base);
  await page.getByText('平台正在核对营业执照').waitFor();
  await look(page, 'identity-home', { whole: false });
  await page.goto(`${base}/enterprise`);
  await page.locator('pm-identity-requests').getByText('待审核').waitFor();
  await look(page, 'identity-waiting');

  // The operator sees what waits, and decides where it is read.
  await become(page, OPERATOR[1], OPERATOR[0]);
  await page.getByText('1 件企业核验申请待处理').waitFor();
  await look(page, 'identity-operator-home', { whole: false });
  await page.getByRole('link', { name: '去处理' }).first().click();
  await row(page, USCC).waitFor();
  await look(page, 'identity-queue');
  await act(page, '超尔', '核对');
  await paper(page);
  await look(page, 'identity-review', { whole: false });
  await submit(dialog(page), '驳回');
  const reject = page.locator('dialog[open]').last();
  await submit(reject, '驳回');
  await expectError(reject, 'reason', /请填写/);
  await fill(reject, { reason: '执照照片看不清，请重新上传' });
  await submit(reject, '驳回');
  await toast(page, '已驳回');

  // The enterprise reads why, uploads another picture and asks again.
  await become(page, PASSWORD);
  await page.getByText('执照照片看不清').first().waitFor();
  await page.goto(`${base}/enterprise`);
  await page.getByRole('link', { name: '申请核验' }).click();
  await page.getByText(/统一社会信用代码不能变更/).waitFor();
  const own = field(page, 'licence_file_id');
  await own.locator('.upload-card').hover();
  await own.getByRole('button', { name: /删除|移除/ }).click();
  await upload(page, 'licence_file_id', pictures.licence);
  await look(page, 'identity-form');
  await submit(page, '提交申请');
  await toast(page, '申请已提交，等待平台审核');

  const operator = await apiAs(base, ...OPERATOR);
  const waiting = async () => (await operator.get('/platform/identity-requests?state=submitted')).items[0];
  await operator.post(`/platform/identity-requests/${(await waiting()).id}/approve`, {});

  // Verified, it changes its name: old and new stand side by side, and a name like an authority's is pointed out.
  await page.goto(`${base}/enterprise`);
  await page.getByRole('link', { name: '变更申请', exact: true }).click();
  await fill(page, { name: '国家市场监督管理总局' });
  await submit(page, '提交申请');
  await expectError(page, 'reason', /变更原因/);
  await fill(page, { reason: '公司更名，营业执照已换发' });
  await submit(page, '提交申请');
  await toast(page, '申请已提交，等待平台审核');
  await page.locator('pm-identity-requests').getByRole('button', { name: '撤回' }).click();
  await submit(dialog(page), '撤回');
  await toast(page, '已撤回');
  await page.getByRole('link', { name: '变更申请', exact: true }).click();
  await fill(page, { name: NEW, reason: '公司更名，营业执照已换发' });
  await submit(page, '提交申请');
  // The message of the request before may still be there.
  await page.locator('pm-identity-requests').getByRole('button', { name: '撤回' }).waitFor();
  const asked = (await api.get('/identity-requests')).items;
  const doubtful = asked.find((r) => r.asked.name === '国家市场监督管理总局');
  assert.equal(doubtful.warnings[0].code, 'enterprise.name_of_authority');

  await become(page, OPERATOR[1], OPERATOR[0]);
  await page.goto(`${base}/platform/identity-requests?state=submitted`);
  assert.deepEqual(await column(page, '统一社会信用代码'), [USCC]);
  await act(page, NEW, '核对');
  await dialog(page).getByTitle('变更前').first().waitFor();
  await paper(page);
  await look(page, 'identity-change', { whole: false });
  await submit(dialog(page), '通过');
  await submit(page.locator('dialog[open]').last(), '通过');
  await toast(page, '已通过');

  await become(page, PASSWORD);
  await page.goto(`${base}/enterprise`);
  await page.getByText('杭州超尔切削工具有限公司（').waitFor();
  await look(page, 'identity-renamed');
  const { version, ...record } = await api.get('/enterprise');
  assert.equal(record.name, NEW);
  const saved = {};
  for (const k of ['name', 'region_code', 'enterprise_types', 'registered_address', 'contact_name', 'contact_phone'])
    saved[k] = record[k];
  saved.company_prefixes = [];
  await assert.rejects(
    api.put('/enterprise', { ...saved, name: '别的名字有限公司' }, { 'if-match': `"${version}"` }),
    /409/,
  );
}
