// How soon a slow phone on a slow network shows the page: the largest thing on it within a second and a half.
import assert from 'node:assert/strict';
import { launch } from '../kit/browser.mjs';
import { PHONE } from '../kit/look.mjs';

export const needs = ['richProduct'];
export const quiet = true;

/** Lighthouse's slow 4G, on the wire, and a phone a quarter as fast as this machine. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 };
const SLOWER = 4;
const LCP = 1_500;
const ROUNDS = 3;

async function paint(base, path) {
  const { ctx, close } = await launch({ viewport: PHONE, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    const page = ctx.pages()[0] ?? (await ctx.newPage());
    // The program itself is started, as it would be on a phone.
    await page.goto(`${base}/health/ready`);
    const session = await ctx.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(base + path, { waitUntil: 'load' });
    return await page.evaluate(
      () =>
        new Promise((done) => {
          new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1);
            done({ at: last.startTime, what: last.element?.outerHTML.slice(0, 90) });
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
  } finally {
    await close();
  }
}

export default async function pageSpeed({ base, rich }) {
  const paints = [];
  for (let n = 0; n < ROUNDS; n++) paints.push(await paint(base, `${rich.scanned}/21/B00${10 + n}`));
  paints.sort((a, b) => a.at - b.at);
  const { at, what } = paints[(ROUNDS - 1) / 2];
  console.log(`      largest contentful paint ${Math.round(at)} ms, median of ${ROUNDS} (under ${LCP}): ${what}`);
  assert.ok(at < LCP, `the largest contentful paint took ${Math.round(at)} ms, more than ${LCP}: ${what}`);
}
