import { t } from '../../base/i18n';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something took, as people say it. */
export function duration(seconds: number): string {
  if (seconds < MINUTE) return t('不到 1 分钟');
  if (seconds < HOUR) return t('{n} 分钟', { n: Math.round(seconds / MINUTE) });
  const tenths = (unit: number): number => Math.round((seconds / unit) * 10) / 10;
  return seconds < 2 * DAY ? t('{n} 小时', { n: tenths(HOUR) }) : t('{n} 天', { n: tenths(DAY) });
}
