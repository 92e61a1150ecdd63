import { describe, expect, it } from 'vitest';
import { CLOSEST, hasShape, moved, start, taken, widest, within, zoomed } from '../../src/ui/crop/frame';

const FRAME = { width: 464, height: 290 };
const RATIO = 464 / 290;
const tall = { width: 1000, height: 2000 };
const wide = { width: 3200, height: 1000 };

describe('what is taken of a picture (F071)', () => {
  it('fills the frame at first, from the middle', () => {
    expect(taken(tall, RATIO, start(tall))).toEqual({ x: 0, y: 687.5, width: 1000, height: 625 });
    expect(taken(wide, RATIO, start(wide))).toEqual({ x: 800, y: 0, width: 1600, height: 1000 });
  });
  it('never leaves the picture while it can fill the frame', () => {
    const up = moved(tall, RATIO, start(tall), 0, 50);
    expect(taken(tall, RATIO, up).y).toBe(0);
    const down = moved(tall, RATIO, start(tall), 5, -50);
    expect(taken(tall, RATIO, down)).toEqual({ x: 0, y: 1375, width: 1000, height: 625 });
  });
  it('can be all of the picture, with room beside it', () => {
    const zoom = widest(tall, RATIO);
    const all = within(tall, RATIO, { x: 0, y: 0, zoom });
    expect(taken(tall, RATIO, all)).toEqual({ x: -1100, y: 0, width: 3200, height: 2000 });
    expect(zoomed(tall, RATIO, all, 0.1).zoom).toBe(zoom);
  });
  it('keeps the point under the pointer when it comes closer', () => {
    const before = taken(wide, RATIO, start(wide));
    const closer = zoomed(wide, RATIO, start(wide), 2, 0.25, 0.75);
    const after = taken(wide, RATIO, closer);
    expect(after.width).toBe(before.width / 2);
    expect(after.x + 0.25 * after.width).toBeCloseTo(before.x + 0.25 * before.width);
    expect(after.y + 0.75 * after.height).toBeCloseTo(before.y + 0.75 * before.height);
    expect(zoomed(wide, RATIO, closer, 100).zoom).toBe(CLOSEST);
  });
  it('needs no choice when the picture has the shape of the frame', () => {
    expect(hasShape({ width: 928, height: 580 }, FRAME)).toBe(true);
    expect(hasShape({ width: 1000, height: 627 }, FRAME)).toBe(true);
    expect(hasShape({ width: 1000, height: 700 }, FRAME)).toBe(false);
  });
});
