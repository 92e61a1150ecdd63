// Everything goes without a mouse; and nothing that was typed is lost unasked.
import assert from 'node:assert/strict';
import { dialog, expectError, field, fill } from '../kit/form.mjs';
import { look } from '../kit/look.mjs';

export const needs = ['board', 'units', 'signedIn'];

const focused = (page) => page.evaluate(() => document.activeElement?.closest('[data-field]')?.dataset.field);
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

export default async function keyboard({ page, base, plywood }) {
  await page.goto(`${base}/batches/new`);
  await page.getByRole('heading', { name: '新增批次' }).waitFor();
  await press(page, 'Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到正文');
  await press(page, 'Enter');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');

  // A select: arrows, Enter; Tab goes on in the order of the form.
  await press(page, 'Tab');
  assert.equal(await focused(page), 'product_id');
  await page.keyboard.type('细工');
  await field(page, 'product_id').getByRole('option').filter({ hasText: '细工木板' }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-field=product_id] [role=option]').length === 1);
  await press(page, 'Enter');
  assert.match(await field(page, 'product_id').getByRole('combobox').inputValue(), /细工木板/);
  await press(page, 'Tab');
  assert.equal(await focused(page), 'batch_no');
  await page.keyboard.type('K20261120');
  await press(page, 'Tab');
  // A date: the calendar opens, arrows walk, Enter takes, Escape closes it alone.
  assert.equal(await focused(page), 'made_on');
  await press(page, 'ArrowDown');
  await page.locator('.calendar-pop').waitFor();
  await look(page, 'calendar', { whole: false });
  await press(page, 'ArrowLeft', 'Enter');
  await page.locator('.calendar-pop').waitFor({ state: 'detached' });
  assert.match(await field(page, 'made_on').locator('input').inputValue(), /^\d{4}-\d\d-\d\d$/);
  await press(page, 'Tab', 'Tab', 'ArrowRight');
  assert.equal(await page.getByRole('radio', { name: '一物一码' }).isChecked(), true);
  await press(page, 'Tab');
  assert.equal(await focused(page), 'quantity');
  // Enter in a field sends the form.
  await press(page, 'Enter');
  await expectError(page, 'quantity', /请填写/);
  assert.equal(await focused(page), 'quantity');

  // Closing the window over a form that is not saved asks too.
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => setTimeout(() => location.reload()));
  const question = await asked;
  assert.equal(question.type(), 'beforeunload');
  await question.dismiss();
  await page.keyboard.type('5');
  await press(page, 'Enter');
  await page.getByRole('heading', { name: '一批一码' }).waitFor();

  // A menu, and a dialog opened from it: the focus comes back when they close.
  await page.goto(`${base}/units?product_id=${plywood}&serial=A00000077`);
  const more = page.locator('tbody').getByRole('button', { name: '更多' });
  await more.focus();
  await press(page, 'ArrowDown');
  await page.getByRole('menu').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'menuitem');
  await press(page, 'Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  assert.equal(await more.evaluate((e) => e === document.activeElement), true);
  await press(page, 'ArrowDown', 'End', 'Enter');
  await dialog(page).getByText('作废不可恢复。').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('dialog'));
  await fill(dialog(page), { reason: '试' });
  await press(page, 'Escape');
  await dialog(page).getByText('放弃未保存的内容？').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent.trim() === '放弃');
  await press(page, 'Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  assert.equal(await more.evaluate((e) => e === document.activeElement), true);
}
