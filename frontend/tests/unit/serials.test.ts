import { describe, expect, it } from 'vitest';
import { counted } from '../../src/parts/unit/counted';
import { countBetween, previewRun } from '../../src/parts/unit/serials';

describe('previewRun', () => {
  it('counts on from prefix and start, keeping the digits', () => {
    expect(previewRun('A', '00000001', 10_000_000)).toEqual({
      run: { first: 'A00000001', last: 'A10000000', count: 10_000_000 },
    });
    expect(previewRun('', '007', 1)).toEqual({ run: { first: '007', last: '007', count: 1 } });
    expect(previewRun('B', '95', 5)).toEqual({ run: { first: 'B95', last: 'B99', count: 5 } });
  });
  it('waits for what is missing', () => {
    for (const [start, count] of [
      ['', 5],
      ['1', undefined],
      ['1', Number.NaN],
      ['1', 0],
    ] as const)
      expect(previewRun('', start, count)).toBeNull();
  });
  it('says what cannot be', () => {
    const problem = (prefix: string, start: string, count: number) => {
      const found = previewRun(prefix, start, count);
      return found && 'problem' in found ? found.problem : found;
    };
    expect(problem('B', '95', 6)).toContain('数量超出起始序列号的位数（2 位）');
    expect(problem('', 'A01', 1)).toContain('起始序列号只能是数字');
    expect(problem('木', '01', 1)).toContain('不能有汉字');
    expect(problem('A'.repeat(13), '00000001', 1)).toContain('合计最多 20 个字符');
    expect(previewRun('A'.repeat(12), '00000001', 1)).toHaveProperty('run');
  });
  it('is exact where doubles are not, and fixes what stands before 18 digits', () => {
    expect(previewRun('', '900719925474099301', 3)).toEqual({
      run: { first: '900719925474099301', last: '900719925474099303', count: 3 },
    });
    expect(previewRun('', '19999999999999999999', 1)).toHaveProperty('run');
    expect(previewRun('', '19999999999999999999', 2)).toHaveProperty('problem');
  });
});

describe('countBetween', () => {
  it('counts both ends', () => {
    expect(countBetween('A00000001', 'A00000100')).toBe(100);
    expect(countBetween('007', '007')).toBe(1);
  });
  it('knows nothing of serials that do not stand in one run', () => {
    for (const [first, last] of [
      ['A01', 'B02'],
      ['A1', 'A10'],
      ['A10', 'A09'],
      ['A', 'A'],
      ['', ''],
    ] as const)
      expect(countBetween(first, last), `${first} ${last}`).toBeUndefined();
  });
});

describe('counted', () => {
  it('fills in the quantity once for a pair of serials, so that it can be corrected', () => {
    const values = { first_serial: 'A01', last_serial: 'A05' };
    const patch = counted(values);
    expect(patch?.quantity).toBe(5);
    expect(counted({ ...values, ...patch, quantity: 4 })).toBeUndefined();
    expect(counted({ ...values, ...patch, last_serial: 'A06' })?.quantity).toBe(6);
  });
});
