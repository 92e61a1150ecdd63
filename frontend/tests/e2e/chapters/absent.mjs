// Addresses where there is nothing say so, and links of keys that are not resolved here say that.
import assert from 'node:assert/strict';
import { DESK, look, PHONE } from '../kit/look.mjs';

const ADDRESSES = [
  ['absent', '/no/such/thing', /没有这个页面/],
  ['absent-sscc', '/00/006141411234567890', /物流单元（SSCC）的 GS1 Digital Link 地址/],
];

export default async function absent({ page, base, watching }) {
  for (const [name, path, says] of ADDRESSES)
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      const response = await page.goto(base + path);
      assert.equal(response.status(), 404);
      assert.match(await page.locator('main').innerText(), says);
      await look(page, `${name}-${size.width}`);
    }
  await page.getByRole('link', { name: '前往首页' }).click();
  await page.getByRole('button', { name: '登录' }).waitFor();
  assert.deepEqual(
    watching.take().filter((fault) => !/404/.test(fault)),
    [],
  );
}
