// Photographs are made smaller before they are sent: what a telephone takes is ten times what is kept.

import { cut, readPicture, sizeOf } from '../crop/picture';

/** The longer sides that are tried, as the server does. */
const SIDES = [2560, 2048, 1600, 1200];

/** The picture at the largest size that weighs no more than this; as it is when it cannot be made smaller here. */
export async function shrunk(file: File, maxBytes: number): Promise<File> {
  if (file.size <= maxBytes) return file;
  const { picture, release } = await readPicture(file);
  try {
    const all = sizeOf(picture);
    for (const side of SIDES) {
      const scale = Math.min(1, side / Math.max(all.width, all.height));
      const to = { width: Math.round(all.width * scale), height: Math.round(all.height * scale) };
      const smaller = await cut(picture, { x: 0, y: 0, ...all }, to, file);
      if (smaller.size <= maxBytes) return smaller;
    }
    return file;
  } finally {
    release();
  }
}
