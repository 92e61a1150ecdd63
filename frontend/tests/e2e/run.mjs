// Runs the browser chapters as people use the console: the real server, Debian's Chromium, no mocks. Each chapter has a
// server, a database and a window of its own, so each can be run by itself and one that fails hides no other. Pictures of
// every page are left in out/<chapter>/.
//
//   npm run e2e                      all chapters, side by side
//   npm run e2e -- label pack        these
//   npm run e2e -- --workers 1       one after the other
//
// With TEST_DATABASE_URL (scripts/with-postgres) the servers run on PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { given } from './given/index.mjs';
import { closeBrowser, launch } from './kit/browser.mjs';
import { findChapters } from './kit/chapters.mjs';
import { attend, DESK } from './kit/look.mjs';
import { startLossyProxy } from './kit/lossy.mjs';
import { startMailServer } from './kit/mail.mjs';
import { drawPictures } from './kit/pictures.mjs';
import { demandBuilds, startServer } from './kit/server.mjs';
import { watch } from './kit/watch.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { workers: { type: 'string' } } });
const workers = Number(values.workers ?? Math.min(availableParallelism(), 4));
const chapters = await findChapters(positionals);
demandBuilds();
const folder = mkdtempSync(join(tmpdir(), 'pinma-e2e-files-'));
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/** Runs one chapter in a world of its own; answers what went wrong. */
async function run({ name, tell, needs, lossy }, pictures) {
  const mail = await startMailServer();
  const proxy = lossy ? await startLossyProxy() : undefined;
  const server = await startServer(mail.url, proxy?.base);
  proxy?.to(server.base);
  const base = proxy?.base ?? server.base;
  const wrong = [];
  let close;
  try {
    const window = await launch({
      viewport: DESK,
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { ctx } = window;
    close = window.close;
    // Chapters beside each other wait for each other.
    ctx.setDefaultTimeout(20_000);
    const page = await ctx.newPage();
    const flaws = attend(ctx, name);
    const watching = watch(ctx, base);
    const own = mkdtempSync(join(folder, `${name}-`));
    const story = { ctx, page, server, mail, proxy, base, pictures, folder: own, watching };
    try {
      await given(story, needs);
      await tell(story);
    } catch (error) {
      wrong.push(error.stack ?? String(error));
      await flaws.picture(page, 'failure').catch(() => undefined);
    }
    wrong.push(...flaws.found, ...watching.take());
  } finally {
    await close?.().catch(() => undefined);
    await proxy?.stop();
    await server.stop();
    await mail.stop();
  }
  if (wrong.length && server.log().trim()) wrong.push(`server log:\n${server.log()}`);
  return wrong;
}

const failed = [];
/** Takes chapters off a list until none is left. */
async function work(list, pictures) {
  for (let chapter = list.shift(); chapter; chapter = list.shift()) {
    const started = performance.now();
    const wrong = await run(chapter, pictures).catch((error) => [error.stack ?? String(error)]);
    console.log(`${wrong.length ? 'FAIL' : 'ok  '}  ${chapter.name} (${seconds(started)} s)`);
    for (const text of wrong) console.error(text.replace(/^/gm, '      '));
    if (wrong.length) failed.push(chapter.name);
  }
}

const started = performance.now();
try {
  const { ctx, close } = await launch();
  const pictures = await drawPictures(ctx, join(folder, 'pictures'));
  await close();
  const together = chapters.filter((chapter) => !chapter.quiet);
  await Promise.all(Array.from({ length: workers }, () => work(together, pictures)));
  await work(
    chapters.filter((chapter) => chapter.quiet),
    pictures,
  );
} finally {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${chapters.length} chapters, ${failed.length} failed (${seconds(started)} s)`);
if (failed.length) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exit(1);
}
