// F058–F072, F147, F163–F169: a product with an internal code is written, kept as a draft, submitted and activated;
// and one with a GTIN.
import assert from 'node:assert/strict';
import {
  choose,
  dialog,
  expectError,
  expectOnlyError,
  field,
  fill,
  radio,
  submit,
  toast,
  upload,
} from '../kit/form.mjs';
import { look, settle } from '../kit/look.mjs';
import { activate, fillRow, sendIn } from '../kit/product.mjs';

export const needs = ['profile', 'brand', 'signedIn'];

const attribute = (page, row, label) =>
  field(page, 'attributes').locator('tbody tr').nth(row).locator(`td[data-label="${label}"] input`);

async function addAttribute(page, row, name, value) {
  await field(page, 'attributes').getByRole('button', { name: '增加更多产品特性属性' }).click();
  // The focus goes into the new row by itself.
  const first = attribute(page, row, '特性属性名称');
  await page.waitForFunction((e) => e === document.activeElement, await first.elementHandle());
  await first.fill(name);
  await attribute(page, row, '特性属性值').fill(value);
}

/** What was typed is there again after the browser was closed over it. */
async function keepAutosave(page) {
  await fill(page, { name: '细工木板', model: '1220×2440×18 mm' });
  await page
    .locator('.autosave-state')
    .getByText(/已自动保存/)
    .waitFor();
  page.once('dialog', (d) => d.accept());
  await page.reload();
  await page.getByText(/有一份 .* 自动保存的草稿/).waitFor();
  await look(page, 'product-draft-offered', { whole: false });
  await page.getByRole('button', { name: '恢复草稿' }).click();
  assert.equal(await field(page, 'name').locator('input').inputValue(), '细工木板');
  // Leaving says that nothing is lost, and can be thought better of.
  await page.getByRole('link', { name: '一批一码' }).click();
  await dialog(page)
    .getByText(/保存为草稿/)
    .waitFor();
  await submit(dialog(page), '继续编辑');
}

async function addIndicator(page, pictures) {
  const box = field(page, 'quality_indicators');
  await box.getByRole('button', { name: '添加质量指标' }).click();
  await fillRow(page, 'quality_indicators', 0, { name: '甲醛释放量', requirement: '≤ 0.124 mg/m³' });
  await submit(page, '保存草稿');
  await expectError(page, 'quality_indicators', /请填写检测结果/);
  await fillRow(page, 'quality_indicators', 0, { result: '0.041 mg/m³' });
  await box.locator('input[type=file]').setInputFiles(pictures.report);
  await box.locator('.upload-card:not(.sending) img').waitFor();
}

export default async function product({ page, base, pictures }) {
  await page.goto(`${base}/products`);
  await page.getByRole('link', { name: '新增产品' }).first().click();
  await submit(page, '保存草稿');
  for (const name of ['trace_code', 'name', 'gpc_code', 'model']) await expectError(page, name, /请(填写|选择|上传)/);
  for (const name of ['picture_file_ids', 'report_file_ids', 'standards'])
    assert.equal(await field(page, name).locator('.note.error').count(), 0, `${name} may wait`);
  await look(page, 'product-form-refused');
  await keepAutosave(page);

  await fill(page, { trace_code: '2058989108995' });
  await expectError(page, 'trace_code', /校验位/);
  await page.getByRole('button', { name: '生成内部码' }).click();
  await toast(page, '已生成内部码');
  assert.match(await field(page, 'trace_code').locator('input').inputValue(), /^2\d{12}$/);
  await fill(page, { trace_code: '2058989108994' });
  await choose(page, 'product_type', '细工木板');
  await choose(page, 'gpc_code', '建筑');
  // The brand is one of the enterprise's; its name need not be written.
  await choose(page, 'brand_id', '森森');
  await field(page, 'brand_name').waitFor({ state: 'detached' });
  await fill(page, {
    warranty_period: '12 个月',
    service_phone: '400-826-0571',
    standards: 'GB 18580-2017',
    licence_number: 'XK03-002-00123',
  });
  // The rhythm follows from the level (F158).
  await radio(page, 'coding_level', '一批一码');
  await choose(page, 'filing_period', '按月');
  await radio(page, 'coding_level', '一物一码');
  assert.equal(await field(page, 'filing_period').getByRole('combobox').inputValue(), '按日');
  await addAttribute(page, 0, '芯条材质', '杉木');
  await addAttribute(page, 1, '甲醛释放限量', 'E₀ 级（≤ 0.050 mg/m³）');
  await addAttribute(page, 2, '', '没有名称');
  await submit(page, '保存草稿');
  await expectOnlyError(page, 'attributes', /请填写特性属性名称/);
  await field(page, 'attributes').getByRole('button', { name: '删除第 3 行' }).click();
  await addIndicator(page, pictures);
  await field(page, 'parts').getByRole('button', { name: '添加来料或零部件' }).click();
  await fillRow(page, 'parts', 0, {
    name: '杉木芯条',
    supplier_name: '遂昌某某木业有限公司',
    supplier_alias: 'A 厂家',
  });
  await fill(page, {
    'commercial/honours': '浙江省著名商标\n全国质量检验稳定合格产品',
    'commercial/website': 'http://x.cn',
  });
  await expectError(page, 'commercial/website', /https/);
  await fill(page, { 'commercial/website': 'https://www.example.com' });
  // F142: what it is called elsewhere.
  await field(page, 'linked_codes').getByRole('button', { name: '添加关联标识' }).click();
  await page.getByLabel('第 1 行 编码').fill('10064123456789');
  await choose(page, 'platform', '国家物联网标识管理与公共服务平台');

  // It is saved without pictures; what is missing is said before it is submitted, and at its fields.
  await submit(page, '保存并提交');
  await dialog(page).getByText('请上传至少一张产品图片').waitFor();
  await look(page, 'product-incomplete', { whole: false });
  await submit(dialog(page), '去补充');
  await field(page, 'picture_file_ids').locator('.note.warning').getByText('请上传至少一张产品图片').waitFor();
  await upload(page, 'picture_file_ids', [pictures.blockboard, pictures.plywood]);
  await upload(page, 'report_file_ids', pictures.report);
  await choose(page, 'report_kind', '出厂检验');
  await field(page, 'is_report_public').locator('input').click();
  // F162: what is optional is backed by evidence.
  await field(page, 'evidence_file_ids')
    .locator('.note.warning')
    .getByText(/证据材料或企业承诺书/)
    .waitFor();
  await upload(page, 'evidence_file_ids', pictures.report);
  // The contents follow what is being read.
  await page.getByRole('heading', { name: '图片与文件' }).evaluate((e) => e.scrollIntoView({ block: 'start' }));
  await page.locator('.contents a[aria-current]').filter({ hasText: '图片与文件' }).waitFor();
  await look(page, 'product-form');
  await submit(page, '保存并提交');
  await sendIn(page);
  await look(page, 'product-approved', { whole: false });
  await activate(page);
  await page.locator('.code-image img').waitFor();
  const internal = page.locator('.facts').first();
  assert.match(await internal.innerText(), /2058989108994/);
  assert.match(await internal.innerText(), /内部/, 'an internal code is called so');
  await settle(page);
  const steps = await page.locator('.timeline b').allInnerTexts();
  assert.deepEqual(steps.slice(0, 3), ['激活', '审核通过', '提交审核']);
  await look(page, 'product');

  // The same code again is refused at its field; a GTIN is no internal code.
  await page.goto(`${base}/products/new`);
  await fill(page, { trace_code: '2058989108994', name: '胶合板', model: '1220×2440×9 mm' });
  await choose(page, 'product_type', '胶合板');
  await field(page, 'gpc_code').getByRole('combobox').fill('10000001');
  await field(page, 'gpc_code').getByRole('combobox').press('Tab');
  await fill(page, { brand_name: '超尔', standards: 'GB 18580-2017' });
  await upload(page, 'picture_file_ids', pictures.plywood);
  await upload(page, 'report_file_ids', pictures.report);
  await submit(page, '保存草稿');
  await expectOnlyError(page, 'trace_code', /已/);
  await fill(page, { trace_code: '06901234567892' });
  await submit(page, '保存草稿');
  await page.getByRole('heading', { name: '产品详情' }).waitFor();
  assert.match(await page.locator('.code-uri').first().innerText(), /\/01\/06901234567892$/);

  // Editing begins with what is stored, and the code cannot change.
  await page.getByRole('link', { name: '编辑', exact: true }).click();
  const code = field(page, 'trace_code').locator('input');
  assert.match(await code.inputValue(), /6901234567892/);
  assert.equal(await code.isDisabled(), true);
  await fill(page, { warranty_period: '24 个月' });
  await submit(page, '保存草稿');
  await toast(page, /已保存/);
  await page.getByText('24 个月').waitFor();
  await submit(page, '提交审核');
  await sendIn(page);
  await activate(page);
}
