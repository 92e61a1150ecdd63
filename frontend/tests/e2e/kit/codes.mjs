// Reads codes and archives with programs that are not ours.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What zbar reads in a picture. */
export function decode(file) {
  const stdio = ['ignore', 'pipe', 'ignore'];
  const options = ['--quiet', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable'];
  return execFileSync('zbarimg', [...options, file], { encoding: 'utf8', stdio }).trim();
}

/** zbar reads no SVG; the browser draws it. */
export async function decodeSvg(ctx, svg) {
  const page = await ctx.newPage();
  const dir = mkdtempSync(join(tmpdir(), 'pinma-svg-'));
  try {
    const size = { width: 640, height: 640 };
    await page.setViewportSize(size);
    await page.setContent(
      `<body style="margin:0"><img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}" width="640" height="640">`,
    );
    await page.waitForFunction(() => document.images[0].complete);
    const file = join(dir, 'code.png');
    await page.screenshot({ path: file });
    return decode(file);
  } finally {
    await page.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Width and height of a PNG. */
export function pngSize(bytes) {
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** Names in a ZIP, after its own check sums were proved. */
export function zipNames(file) {
  execFileSync('unzip', ['-tqq', file]);
  return execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' }).trim().split('\n');
}
/** One file out of a ZIP. */
export function unzipped(file, name, to) {
  writeFileSync(to, execFileSync('unzip', ['-p', file, name], { maxBuffer: 1 << 24 }));
  return to;
}
