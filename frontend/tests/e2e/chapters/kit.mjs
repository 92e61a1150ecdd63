// Every control in every state, on a desk and on a phone: what axe finds, what sticks out, a picture of each.
import assert from 'node:assert/strict';
import { look } from '../kit/look.mjs';

export default async function kit({ page, base }) {
  await page.goto(`${base}/dev/kit`);
  await page.getByRole('heading', { name: '组件一览' }).waitFor();
  await page.locator('.note.error').first().waitFor();
  assert.ok((await page.locator('pm-form .field').count()) >= 60, 'every kind of field in four states');
  await look(page, 'kit');
  for (const kind of ['dialog', 'drawer', 'confirm']) {
    await page.getByRole('button', { name: kind, exact: true }).click();
    await look(page, kind, { whole: false });
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  }
}
