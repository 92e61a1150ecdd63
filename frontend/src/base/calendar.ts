// Days as texts 2026-11-20, and the months they stand in. UTC throughout: a day has no time zone.

import { dropUnseen } from './unseen';

export type Day = string;

const MS = 864e5;
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const text = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Whether a text is a day of the years 1900 to 9999, as the server wants it. */
export const isDay = (s: string): boolean => /^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(s) && text(at(s) || 0) === s;

export const addDays = (day: Day, n: number): Day => text(at(day) + n * MS);

/** The same day of another month, or its last one. */
export function addMonths(day: Day, n: number): Day {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(y, m - 1 + n, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return text(first.getTime() + (Math.min(d, last) - 1) * MS);
}

/** Monday is 0. */
export const weekday = (day: Day): number => (new Date(at(day)).getUTCDay() + 6) % 7;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const withMonth = (day: Day, year: number, month: number): Day =>
  addMonths(`${String(yearOf(day)).padStart(4, '0')}-01-01`, (year - yearOf(day)) * 12 + month - 1);

/** Six weeks that hold the month of a day, beginning on a Monday. */
export function monthGrid(day: Day): Day[][] {
  const first = `${day.slice(0, 8)}01`;
  const start = addDays(first, -weekday(first));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (__, d) => addDays(start, week * 7 + d)));
}

/** A date as people type it (20261120, 2026/11/2, 2026.11.20), or undefined. */
export function readDay(typed: string): Day | undefined {
  const s = dropUnseen(typed).normalize('NFKC').trim();
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(s) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(s);
  if (!found) return undefined;
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}
