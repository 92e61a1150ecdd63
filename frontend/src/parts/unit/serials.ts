// What a run of serials will be, shown before it is issued. The same rules as the server's (crates/identifiers/src/serial.rs):
// the number keeps the digits of its start, and prefix and number together are at most 20 characters.

import { CSET_82 } from '../../base/formats';
import { t } from '../../base/i18n';

export interface Run {
  first: string;
  last: string;
  count: number;
}
export type Preview = { run: Run } | { problem: string } | null;

const LONGEST = 20;
const COUNTED = 18;

/** Whether serials with so many digits may begin like this. */
export const fits = (prefix: string, digits: number): boolean =>
  prefix.length + digits <= LONGEST && (!prefix || CSET_82.test(prefix));

/** `count` serials from `prefix` + `start`; null while something is missing. */
export function previewRun(prefix = '', start = '', count?: number): Preview {
  if (!start || !count || Number.isNaN(count) || count < 1) return null;
  if (!/^\d+$/.test(start)) return { problem: t('起始序列号只能是数字，字母等请填在序列号前缀中') };
  if (!fits(prefix, start.length))
    return { problem: t('前缀与序列号合计最多 {n} 个字符，不能有汉字或空格', { n: LONGEST }) };
  const last = (BigInt(start) + BigInt(count) - 1n).toString().padStart(start.length, '0');
  // At most the last 18 digits count; what stands before them is as fixed as the prefix.
  const fixed = Math.max(0, start.length - COUNTED);
  if (last.length > start.length || last.slice(0, fixed) !== start.slice(0, fixed))
    return { problem: t('数量超出起始序列号的位数（{digits} 位），请在起始序列号前补 0', { digits: start.length }) };
  return { run: { first: prefix + start, last: prefix + last, count } };
}

/** How many serials lie between two, both included; undefined when they do not stand in one run. */
export function countBetween(first = '', last = ''): number | undefined {
  const [a, b] = [split(first), split(last)];
  if (a.prefix !== b.prefix || a.digits.length !== b.digits.length || !a.digits) return undefined;
  const count = BigInt(b.digits) - BigInt(a.digits) + 1n;
  return count > 0n && count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : undefined;
}

/** The one way to split a serial: the number is all digits at its end, at most 18. */
function split(serial: string): { prefix: string; digits: string } {
  const digits = /\d{0,18}$/.exec(serial)?.[0] ?? '';
  return { prefix: serial.slice(0, serial.length - digits.length), digits };
}

/** So many serials of a run, from its first on. */
export function serialsFrom(first: string, count: number): string[] {
  const { prefix, digits } = split(first);
  if (!digits) return [first];
  return Array.from(
    { length: count },
    (_, i) => prefix + (BigInt(digits) + BigInt(i)).toString().padStart(digits.length, '0'),
  );
}
