// F058–F072: a product with an internal code, and one with a GTIN.
import assert from 'node:assert/strict';
import { choose, expectError, expectOnlyError, field, fill, submit, toast, upload } from '../kit/form.mjs';
import { look } from '../kit/look.mjs';

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

export default async function product(story) {
  const { page, base, pictures } = story;
  await page.goto(`${base}/products`);
  await page.getByRole('link', { name: '新增产品' }).first().click();
  await submit(page, '提交');
  for (const name of ['trace_code', 'name', 'gpc_code', 'model', 'pictures', 'reports'])
    await expectError(page, name, /请(填写|选择|上传)/);
  await expectError(page, 'standards', /请填写/);
  await look(page, 'product-form-refused');

  await fill(page, { trace_code: '2058989108995' });
  await expectError(page, 'trace_code', /校验位/);
  await page.getByRole('button', { name: '生成内部码' }).click();
  await toast(page, '已生成内部码');
  assert.match(await field(page, 'trace_code').locator('input').inputValue(), /^2\d{12}$/);
  await fill(page, { trace_code: '2058989108994', name: '细工木板', model: '1220×2440×18 mm', brand_name: '超尔' });
  await choose(page, 'product_type', '细木工板');
  await choose(page, 'gpc_code', '建筑');
  await fill(page, {
    warranty_period: '12 个月',
    service_phone: '400-826-0571',
    standards: 'GB/T 5849-2016',
    licence_number: 'XK03-002-00123',
  });
  await upload(page, 'pictures', [pictures.blockboard, pictures.plywood]);
  await upload(page, 'reports', pictures.report);
  await field(page, 'reports_public').locator('input').click();
  await addAttribute(page, 0, '芯条材质', '杉木');
  await addAttribute(page, 1, '甲醛释放限量', 'E₀ 级（≤ 0.050 mg/m³）');
  await addAttribute(page, 2, '', '没有名称');
  await submit(page, '提交');
  await expectOnlyError(page, 'attributes', /请填写特性属性名称/);
  await field(page, 'attributes').getByRole('button', { name: '删除第 3 行' }).click();
  await look(page, 'product-form');
  await submit(page, '提交');
  await page.getByRole('heading', { name: '产品详情' }).waitFor();
  await page.locator('.code-image img').waitFor();
  const internal = page.locator('.facts').first();
  assert.match(await internal.innerText(), /2058989108994/);
  assert.match(await internal.innerText(), /内部/, 'an internal code is called so');
  await look(page, 'product');
  story.board = new URL(page.url()).pathname.split('/').pop();

  // The same code again is refused at its field; a GTIN is no internal code.
  await page.goto(`${base}/products/new`);
  await fill(page, { trace_code: '2058989108994', name: '胶合板', model: '1220×2440×9 mm' });
  await choose(page, 'product_type', '胶合板');
  await field(page, 'gpc_code').getByRole('combobox').fill('10000001');
  await field(page, 'gpc_code').getByRole('combobox').press('Tab');
  await fill(page, { standards: 'GB/T 9846-2015' });
  await upload(page, 'pictures', pictures.plywood);
  await upload(page, 'reports', pictures.report);
  await submit(page, '提交');
  await expectOnlyError(page, 'trace_code', /已/);
  await fill(page, { trace_code: '06901234567892' });
  await submit(page, '提交');
  await page.getByRole('heading', { name: '产品详情' }).waitFor();
  assert.match(await page.locator('.code-uri').first().innerText(), /\/01\/06901234567892$/);
  story.plywood = new URL(page.url()).pathname.split('/').pop();

  // Editing begins with what is stored, and the code cannot change.
  await page.getByRole('link', { name: '编辑', exact: true }).click();
  const code = field(page, 'trace_code').locator('input');
  assert.match(await code.inputValue(), /6901234567892/);
  assert.equal(await code.isDisabled(), true);
  await fill(page, { brand_name: '超尔', warranty_period: '24 个月' });
  await submit(page, '提交');
  await toast(page, /已保存/);
  await page.getByText('24 个月').waitFor();
}
