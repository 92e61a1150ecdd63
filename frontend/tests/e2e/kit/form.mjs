// Forms as people fill them in: fields are found by the name they have in the API.
import assert from 'node:assert/strict';

export const field = (scope, name) => scope.locator(`[data-field="${name}"]`);

/** Types into text fields and leaves each. */
export async function fill(scope, values) {
  for (const [name, value] of Object.entries(values)) {
    const input = field(scope, name).locator('input:not([type=file]), textarea').first();
    await input.fill(String(value));
    await input.press('Tab');
  }
}

/** Opens a select, types to find an option, and takes it. */
export async function choose(scope, name, text) {
  const box = field(scope, name);
  await box.getByRole('combobox').fill(text);
  await box.getByRole('option').filter({ hasText: text }).first().click();
}

export async function chooseMany(scope, name, texts) {
  const box = field(scope, name);
  await box.getByRole('combobox').click();
  for (const text of texts) await box.getByRole('option', { name: text }).click();
  await box.getByRole('combobox').press('Tab');
}

/** Walks down a cascade. */
export async function cascade(scope, name, path) {
  const box = field(scope, name);
  await box.getByRole('combobox').click();
  for (const text of path) await box.getByRole('option', { name: text, exact: true }).click();
}

export const radio = (scope, name, text) => field(scope, name).getByText(text, { exact: true }).click();

/** Uploads files and waits until the server has them. */
export async function upload(scope, name, files) {
  const box = field(scope, name);
  const kept = box.locator('.upload-card:not(.sending):has(img, .upload-file), .upload-list li');
  const before = await kept.count();
  await box.locator('input[type=file]').setInputFiles(files);
  await kept.nth(before + [files].flat().length - 1).waitFor();
  await box.locator('.sending, .spin').waitFor({ state: 'detached' });
}

/** What is said of a field, or of something in it. */
export async function expectError(scope, name, pattern) {
  const note = field(scope, name).locator('.note.error').filter({ hasText: /./ }).first();
  await note.waitFor();
  const text = await note.textContent();
  assert.match(text, pattern, `the error of ${name}: ${text}`);
}

/** No other field may be blamed for it. */
export async function expectOnlyError(scope, name, pattern) {
  await expectError(scope, name, pattern);
  const blamed = await scope
    .locator('[data-field]:has(.note.error)')
    .evaluateAll((found) =>
      found.filter((f) => f.querySelector('.note.error')?.textContent).map((f) => f.dataset.field),
    );
  assert.deepEqual(blamed, [name], 'fields with errors');
}

export const submit = (scope, name) => scope.getByRole('button', { name, exact: true }).click();

/** The dialog on top. */
export const dialog = (page) => page.locator('dialog[open]').last();

/** Closes the dialog on top, when nothing in it is unsaved. */
export async function closeByKey(page) {
  const top = await dialog(page).elementHandle();
  await page.keyboard.press('Escape');
  await page.waitForFunction((d) => !d.isConnected, top);
}

export async function toast(page, pattern) {
  await page.locator('.toast').filter({ hasText: pattern }).last().waitFor();
}
