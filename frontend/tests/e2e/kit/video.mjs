// A video to upload: a real MP4, recorded by the browser from a canvas.
import { writeFileSync } from 'node:fs';

/** Runs in the page: a square that moves for a second. */
async function record() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const pen = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/mp4;codecs=avc1.42E01E' });
  const parts = [];
  recorder.ondataavailable = (e) => parts.push(e.data);
  const stopped = new Promise((done) => (recorder.onstop = done));
  recorder.start();
  const started = performance.now();
  for (;;) {
    const at = await new Promise(requestAnimationFrame);
    pen.fillStyle = '#d9b27c';
    pen.fillRect(0, 0, 640, 360);
    pen.fillStyle = '#1668dc';
    pen.fillRect(((at - started) / 2) % 640, 120, 120, 120);
    if (at - started > 1200) break;
  }
  recorder.stop();
  await stopped;
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
}

/** Records it into a file. */
export async function recordVideo(ctx, path) {
  const page = await ctx.newPage();
  writeFileSync(path, Buffer.from(await page.evaluate(record)));
  await page.close();
  return path;
}
