// Lists as people use them.
import assert from 'node:assert/strict';
import { settle } from './look.mjs';

export const row = (page, text) => page.locator('tbody tr').filter({ hasText: text });

/** What a column says, from top to bottom. */
export async function column(page, heading) {
  await settle(page);
  const headings = await page.locator('thead th').allInnerTexts();
  const at = headings.findIndex((h) => h.trim() === heading);
  assert.notEqual(at, -1, `no column ${heading} among ${headings}`);
  return (await page.locator(`tbody tr:not(.no-rows) td:nth-child(${at + 1})`).allInnerTexts()).map((s) => s.trim());
}

/** Does one of the things that can be done with a row, in the menu or not. */
export async function act(page, text, action) {
  const found = row(page, text).first();
  await found.waitFor();
  const direct = found.locator('.row-actions').getByText(action, { exact: true });
  const more = found.getByRole('button', { name: '更多' });
  // After a change the list is read anew, and until then the row offers what could be done before.
  await direct.or(more).first().waitFor();
  if (await direct.count()) return direct.click();
  await more.click();
  await found.getByRole('menuitem', { name: action, exact: true }).click();
}

const item = (page, label) => page.locator('.search-item').filter({ has: page.locator(`label:text-is("${label}")`) });

/** Fills in filters by their labels and searches; selects take a text to find an option by. */
export async function search(page, filters) {
  await settle(page);
  const unfold = page.locator('.search-actions').getByText('展开');
  if (await unfold.isVisible()) await unfold.click();
  for (const [label, value] of Object.entries(filters)) {
    const box = item(page, label);
    const combo = box.getByRole('combobox');
    if (await combo.count()) {
      await combo.fill(value);
      await box.getByRole('option').filter({ hasText: value }).first().click();
    } else await box.locator('input').first().fill(value);
  }
  await page.locator('.search-actions').getByRole('button', { name: '查询' }).click();
  await settle(page);
}

export async function reset(page) {
  await page.getByRole('button', { name: '重置' }).click();
  await settle(page);
}

export async function sort(page, heading) {
  await page.locator('thead').getByRole('button', { name: heading }).click();
  await settle(page);
}

/** 第 1–20 条，共 n 条 */
export async function range(page) {
  await settle(page);
  const text = await page.locator('.pager-total').innerText();
  return text.replaceAll(',', '').match(/\d+/g).map(Number);
}

export async function goToPage(page, number) {
  const input = page.getByLabel('前往页码');
  await input.fill(String(number));
  await input.press('Enter');
  await settle(page);
}
