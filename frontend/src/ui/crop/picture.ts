// Pictures in the browser: read with their orientation, turned, drawn to a size.

import { fileSize } from '../../base/format';
import { t } from '../../base/i18n';
import type { Rect, Size } from './frame';

/** More than any camera makes; decoding it would take the browser down. */
const MAX_BYTES = 40 * 1024 * 1024;
const MAX_PIXELS = 120_000_000;

export type Source = (HTMLImageElement | HTMLCanvasElement) & { naturalWidth?: number; naturalHeight?: number };

export const sizeOf = (s: Source): Size =>
  s instanceof HTMLCanvasElement
    ? { width: s.width, height: s.height }
    : { width: s.naturalWidth, height: s.naturalHeight };

/** The picture in a file, the way up its EXIF data says. `release` lets go of its address. */
export async function readPicture(
  file: File,
): Promise<{ picture: HTMLImageElement; url: string; release: () => void }> {
  if (file.size > MAX_BYTES) throw new Error(t('文件不能超过 {size}', { size: fileSize(MAX_BYTES) }));
  const url = URL.createObjectURL(file);
  const release = (): void => URL.revokeObjectURL(url);
  const picture = new Image();
  try {
    await new Promise((done, fail) => {
      picture.onload = done;
      picture.onerror = fail;
      picture.src = url;
    });
    if (picture.naturalWidth * picture.naturalHeight > MAX_PIXELS) throw new Error('size');
  } catch {
    release();
    throw new Error(t('无法读取图片，文件可能已损坏或尺寸过大'));
  }
  return { picture, url, release };
}

function canvasOf(size: Size): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error(t('无法读取图片，文件可能已损坏或尺寸过大'));
  pen.imageSmoothingQuality = 'high';
  return [canvas, pen];
}

/** The picture turned to the right. Large ones are made smaller on the way: what is cropped is small. */
export function turned(source: Source): HTMLCanvasElement {
  const { width, height } = sizeOf(source);
  const scale = Math.min(1, 4096 / Math.max(width, height));
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const [canvas, pen] = canvasOf({ width: h, height: w });
  pen.translate(h, 0);
  pen.rotate(Math.PI / 2);
  pen.drawImage(source, 0, 0, w, h);
  return canvas;
}

/** Half by half, because browsers skip pixels when they go down far in one step. */
function stepped(source: Source, part: Rect, to: Size): { source: Source; part: Rect } {
  let at = { source, part };
  while (at.part.width > to.width * 2 && at.part.width > 1) {
    const half = { width: Math.ceil(at.part.width / 2), height: Math.ceil(at.part.height / 2) };
    const [canvas, pen] = canvasOf(half);
    const { x, y, width, height } = at.part;
    pen.drawImage(at.source, x, y, width, height, 0, 0, half.width, half.height);
    at = { source: canvas, part: { x: 0, y: 0, ...half } };
  }
  return at;
}

/** A part of a picture at exactly this size, as a file; what is beyond the picture becomes white. */
export async function cut(source: Source, part: Rect, to: Size, file: File): Promise<File> {
  const all = sizeOf(source);
  const scale = to.width / part.width;
  const left = Math.max(0, part.x);
  const top = Math.max(0, part.y);
  const inside = {
    x: left,
    y: top,
    width: Math.min(all.width, part.x + part.width) - left,
    height: Math.min(all.height, part.y + part.height) - top,
  };
  const target = { width: inside.width * scale, height: inside.height * scale };
  const [canvas, pen] = canvasOf(to);
  const isPng = file.type === 'image/png';
  const isPartial = target.width < to.width - 0.5 || target.height < to.height - 0.5;
  if (!isPng || isPartial) {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, to.width, to.height);
  }
  const from = stepped(source, inside, target);
  const { x, y, width, height } = from.part;
  pen.drawImage(
    from.source,
    x,
    y,
    width,
    height,
    (left - part.x) * scale,
    (top - part.y) * scale,
    target.width,
    target.height,
  );
  const type = isPng ? 'image/png' : 'image/jpeg';
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.92));
  if (!blob) throw new Error(t('无法读取图片，文件可能已损坏或尺寸过大'));
  return new File([blob], file.name, { type });
}
