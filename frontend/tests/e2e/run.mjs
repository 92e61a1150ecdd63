// Walks through the console as people use it: the real server, Debian's Chromium, no mocks. Each file in story/ goes
// on where the one before it ended. Pictures of every page are left in out/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from './kit/browser.mjs';
import { DESK, takeFlaws } from './kit/look.mjs';
import { startMailServer } from './kit/mail.mjs';
import { drawPictures } from './kit/pictures.mjs';
import { startServer } from './kit/server.mjs';
import { watch } from './kit/watch.mjs';

const STORY = [
  'registration',
  'sign-in',
  'enterprise',
  'brand',
  'qualification',
  'product',
  'product-change',
  'template',
  'product-list',
  'batch',
  'unit',
  'association',
  'code',
  'export',
  'label',
  'void',
  'scan',
  'page',
  'page-speed',
  'feedback',
  'pack',
  'filing',
  'keyboard',
  'session',
  'platform',
  'notices',
  'review',
  'language',
];

const mail = await startMailServer();
const server = await startServer(mail.url);
const folder = mkdtempSync(join(tmpdir(), 'pinma-e2e-files-'));
const { ctx, close } = await launch({
  viewport: DESK,
  acceptDownloads: true,
  permissions: ['clipboard-read', 'clipboard-write'],
});
let failed = false;
try {
  ctx.setDefaultTimeout(8_000);
  const page = ctx.pages()[0] ?? (await ctx.newPage());
  const pictures = await drawPictures(ctx, folder);
  const watching = watch(ctx, server.base);
  const story = { ctx, page, server, mail, base: server.base, pictures, folder, watching };
  for (const name of STORY) {
    const { default: tell } = await import(`./story/${name}.mjs`);
    const started = performance.now();
    const error = await tell(story).then(
      () => undefined,
      (e) => e,
    );
    const faults = [...takeFlaws(), ...watching.take()];
    const isWell = !error && !faults.length;
    failed ||= !isWell;
    console.log(`${isWell ? 'ok  ' : 'FAIL'}  ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    for (const fault of faults) console.error(`      ${fault}`);
    if (!error) continue;
    // Later chapters build on this one.
    console.error(error.stack ?? error);
    await page.screenshot({ path: join(import.meta.dirname, 'out/failure.png') }).catch(() => undefined);
    break;
  }
} finally {
  await close();
  await server.stop();
  await mail.stop();
  rmSync(folder, { recursive: true, force: true });
  if (failed && server.log().trim()) console.error(`server log:\n${server.log()}`);
}
if (failed) process.exit(1);
