// How numbers, dates and sizes are written. Tables show 2026-11-20 14:32 whatever the browser's language is, and
// Beijing time wherever it stands: China has one time zone.

import { lang, t } from './i18n';

const OFFSET = 8 * 3600e3;
const two = (n: number): string => String(n).padStart(2, '0');

export function num(n: number): string {
  return n.toLocaleString(lang());
}
/** A large number as it is said: 150万, 1.5 million; nothing of it is left out. */
export function inWords(n: number): string {
  const style = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 9 } as const;
  return `${n.toLocaleString(lang(), style)} `;
}
const iso = (d: Date): string => `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`;

export function dateTime(instant: string): string {
  const d = new Date(Date.parse(instant) + OFFSET);
  return `${iso(d)} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
}
/** The hour and minute of an instant. */
export const timeOfDay = (instant: string): string => dateTime(instant).slice(11);
/** The hour and minute of an instant of today, with the day when it is another. */
export const when = (instant: string): string =>
  dateTime(instant).slice(0, 10) === today() ? timeOfDay(instant) : dateTime(instant);
export const today = (): string => iso(new Date(Date.now() + OFFSET));
/** The day so many days before a day. */
export function daysBefore(day: string, days: number): string {
  return iso(new Date(Date.parse(`${day}T00:00:00Z`) - days * 864e5));
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let n = bytes / 1024;
  let i = 0;
  for (; n >= 1024 && i < units.length - 1; i++) n /= 1024;
  return `${n < 10 ? n.toFixed(1) : Math.round(n)} ${units[i]}`;
}

/** How long ago, for things of today; the date for older ones. */
export function ago(instant: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60e3);
  if (minutes < 1) return t('刚刚');
  if (minutes < 60) return t('{n} 分钟前', { n: minutes });
  if (minutes < 24 * 60) return t('{n} 小时前', { n: Math.floor(minutes / 60) });
  return dateTime(instant).slice(0, 10);
}
