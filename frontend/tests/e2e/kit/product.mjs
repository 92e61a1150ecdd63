// The steps of a product's life, as its maker takes them.
import { dialog, field, submit, toast } from './form.mjs';

/** Fills in fields of a row that is drawn as a card. */
export async function fillRow(page, name, row, values) {
  const card = field(page, name).locator(`[data-row="${row}"]`);
  for (const [cell, value] of Object.entries(values)) {
    const input = card.locator(`[data-cell="${cell}"]`).locator('input:not([type=file]), textarea').first();
    await input.fill(value);
    await input.press('Tab');
  }
}

/** Confirms that all was checked and sends it to review, in the dialog that is open for it. */
export async function sendIn(page) {
  const confirmed = field(dialog(page), 'confirmed').locator('input');
  await confirmed.waitFor();
  await confirmed.click();
  await submit(dialog(page), '提交');
  await toast(page, '已提交');
}

/** From approved to activated. */
export async function activate(page) {
  await submit(page, '激活');
  await submit(dialog(page), '激活');
  await toast(page, '已激活');
  await page.locator('.title-row').getByText('已激活').waitFor();
}
