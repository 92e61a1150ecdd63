import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, monthGrid, readDay, weekday } from '../../src/base/calendar';
import { ago, dateTime, daysBefore, fileSize, num } from '../../src/base/format';
import { setCatalogue } from '../../src/base/i18n';
import english from '../../src/locales/en';
import { parseNumber } from '../../src/ui/number';
import { pageNumbers } from '../../src/ui/pagination';

afterEach(() => setCatalogue('zh-CN', {}));

describe('times', () => {
  it('are those of Beijing, whatever the browser thinks', () => {
    expect(dateTime('2026-11-20T16:05:00Z')).toBe('2026-11-21 00:05');
    expect(dateTime('2026-11-20T14:32:59+08:00')).toBe('2026-11-20 14:32');
  });
  it('of today are said as how long ago', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    const minutes = (n: number) => ago(new Date(now - n * 60e3).toISOString(), now);
    expect([minutes(0.5), minutes(59), minutes(61), minutes(25 * 60)]).toEqual([
      '刚刚',
      '59 分钟前',
      '1 小时前',
      '2026-11-20',
    ]);
    setCatalogue('en', english);
    expect(minutes(59)).toBe('59 min ago');
  });
  it('count days over months and years', () => {
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(daysBefore('2026-01-01', 1)).toBe('2025-12-31');
  });
});

describe('numbers and sizes', () => {
  it('have separators and fitting units', () => {
    expect(num(10_000_000)).toBe('10,000,000');
    expect([fileSize(1023), fileSize(1024), fileSize(1536 * 1024), fileSize(20 * 1024 ** 2)]).toEqual([
      '1023 B',
      '1.0 KB',
      '1.5 MB',
      '20 MB',
    ]);
  });
  it('are read as people type them', () => {
    expect(parseNumber('１０，０００')).toBe(10_000);
    expect(parseNumber(' 10 000 ')).toBe(10_000);
    expect(parseNumber('')).toBeUndefined();
    expect(parseNumber('12a')).toBeNaN();
    expect(parseNumber('1.5')).toBeNaN();
  });
});

describe('days', () => {
  it('are read in every usual spelling, and only when they exist', () => {
    for (const typed of ['20261102', '2026-11-2', '2026/11/02', '2026.11.2', '2026年11月2日', '２０２６-11-02'])
      expect(readDay(typed), typed).toBe('2026-11-02');
    for (const typed of ['2026-02-30', '2026-13-01', '11-02', 'heute', ''])
      expect(readDay(typed), typed).toBeUndefined();
  });
  it('are counted over the ends of months', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(weekday('2026-11-23')).toBe(0);
  });
  it('stand in six whole weeks from a Monday', () => {
    const grid = monthGrid('2026-11-21');
    expect(grid.map((w) => w.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(grid[0]?.[0]).toBe('2026-10-26');
    expect(grid.flat()).toContain('2026-11-30');
  });
});

describe('the pager', () => {
  it('shows the ends and the neighbours', () => {
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
    expect(pageNumbers(1, 500)).toEqual([1, 2, 3, 4, 5, 6, '…', 500]);
    expect(pageNumbers(250, 500)).toEqual([1, '…', 248, 249, 250, 251, 252, '…', 500]);
    expect(pageNumbers(500, 500)).toEqual([1, '…', 495, 496, 497, 498, 499, 500]);
  });
});
