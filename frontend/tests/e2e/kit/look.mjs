// Looks at a page as it is: a picture, axe-core, and whether anything sticks out, on a desk and on a phone.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const OUT = resolve(import.meta.dirname, '../out');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** Pictures show a whole page, up to this height. */
const TALLEST = 2600;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

/** Until nothing is loading or moving any more. */
export async function settle(page) {
  await page.waitForFunction(
    () =>
      document.body.innerText.trim() &&
      document.fonts.status === 'loaded' &&
      // What is behind a dialog may wait for it.
      !([...document.querySelectorAll('dialog[open]')].at(-1) ?? document).querySelector(
        '.table-mask, .icon.spin, .skeleton, .splash, .busy-bar',
      ) &&
      [...document.images].every((i) => i.complete || i.loading === 'lazy') &&
      document.getAnimations().every((a) => a.playState !== 'running' || a.effect.getTiming().iterations === Infinity),
  );
}

/** Names of elements that stand out over the side of the page, or of a box that must not be scrolled sideways. */
const overflowing = () => {
  const boxes = [document.documentElement, ...document.querySelectorAll('main, dialog[open], .dialog-body')];
  const wide = boxes.filter((b) => b.scrollWidth > b.clientWidth + 1);
  return wide.map((b) => {
    const right = b.getBoundingClientRect().left + b.clientWidth;
    const culprit = [...b.querySelectorAll('*')].findLast((e) => e.getBoundingClientRect().right > right + 1);
    return `${b.tagName} ${b.className} by ${culprit?.outerHTML.slice(0, 120)}`;
  });
};

/** What axe finds that keeps people from using the page. */
async function audit(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `${v.id} (${v.impact}): ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
  });
}

/** By window: the folder of its pictures, how many there are, and what was found, for one flaw hides no other. */
const attended = new WeakMap();

/** Keeps pictures of a window in a folder of this name, and what is found in them. */
export function attend(ctx, name) {
  const folder = join(OUT, name);
  mkdirSync(folder, { recursive: true });
  const album = {
    found: [],
    count: 0,
    picture: (page, label) => page.screenshot({ path: join(folder, `${label}.png`) }),
  };
  attended.set(ctx, album);
  return album;
}

/** Looks at the page on a desk and on a phone; goes back to the size it had. */
export async function look(page, name, { sizes = [DESK, PHONE], whole = true } = {}) {
  const before = page.viewportSize();
  const album = attended.get(page.context());
  const { found } = album;
  const number = String(++album.count).padStart(2, '0');
  for (const size of sizes) {
    await page.setViewportSize(size);
    await settle(page);
    const label = `${name} at ${size.width}`;
    for (const text of await page.evaluate(overflowing)) found.push(`overflow on ${label}: ${text}`);
    for (const text of await audit(page)) found.push(`axe on ${label}: ${text}`);
    if (whole) {
      const height = await page.evaluate(() => {
        const main = document.querySelector('.shell-main');
        return document.documentElement.scrollHeight + (main ? main.scrollHeight - main.clientHeight : 0);
      });
      if (height > size.height) await page.setViewportSize({ ...size, height: Math.min(height, TALLEST) });
      await settle(page);
    }
    await album.picture(page, `${number}-${name}-${size.width}`);
  }
  if (before) await page.setViewportSize(before);
  await settle(page);
}
