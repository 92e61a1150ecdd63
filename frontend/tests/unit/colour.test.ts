import { describe, expect, it } from 'vitest';
import { contrast, parseHex, READABLE, readable } from '../../src/base/colour';
import { PRESETS } from '../../src/ui/colour';

describe('colours', () => {
  it('are read as people type them', () => {
    expect(parseHex('1668DC')).toBe('#1668dc');
    expect(parseHex(' #fa0 ')).toBe('#ffaa00');
    expect(parseHex('＃１６６８ｄｃ')).toBe('#1668dc');
    for (const none of ['', '#12', '#12345', 'red', '#gggggg']) expect(parseHex(none)).toBeUndefined();
  });
  it('are compared as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#1677ff', '#ffffff')).toBeCloseTo(4.1, 1);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
  it('are darkened until white text can be read, and not more', () => {
    for (const hex of ['#ffff00', '#1677ff', '#ffffff', '#02796f']) {
      const darker = readable(hex);
      expect(contrast(darker, '#ffffff')).toBeGreaterThanOrEqual(READABLE);
      expect(contrast(darker, '#ffffff')).toBeLessThan(READABLE + 0.9);
    }
    expect(readable('#1668dc')).toBe('#1668dc');
  });
  it('of the presets all carry white text', () => {
    for (const hex of PRESETS) expect(contrast(hex, '#ffffff'), hex).toBeGreaterThanOrEqual(READABLE);
  });
});
