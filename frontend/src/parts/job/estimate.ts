import { html } from 'lit';
import type { S } from '../../api/client';
import { fileSize, num } from '../../base/format';
import { t } from '../../base/i18n';
import { confirm } from '../../ui/dialog';

type Estimate = S<'ExportEstimate'>;

/** Below this nobody is asked: it is there at once. */
const SMALL = { bytes: 20 * 1024 * 1024, seconds: 10 };

/** A time as people say it. */
export function duration(seconds: number): string {
  if (seconds < 90) return t('{n} 秒', { n: seconds });
  if (seconds < 5400) return t('{n} 分钟', { n: Math.round(seconds / 60) });
  return t('{n} 小时', { n: Math.round(seconds / 3600) });
}

/** Tells how large an export will be before it begins; false when it is not wanted then. What does not fit the server refuses. */
export async function accepts(e: Estimate): Promise<boolean> {
  const isSmall = e.bytes < SMALL.bytes && e.seconds < SMALL.seconds && e.files === 1;
  if (isSmall || !e.fits) return true;
  const files =
    e.files === 1 ? t('一个文件') : t('{n} 个文件，每 10 万个码一个，先完成的可先下载', { n: num(e.files) });
  const what = { n: num(e.total), size: fileSize(e.bytes), files, time: duration(e.seconds) };
  const room = { quota: fileSize(e.quota_bytes), left: fileSize(e.left_bytes), days: e.keep_days };
  const text = html`<p>${t('{n} 个码，预计 {size}，服务器空闲时约需 {time}：{files}。', what)}</p>
    <p>${t('企业存储空间共 {quota}，剩余 {left}。文件保留 {days} 天，到期自动删除。', room)}</p>`;
  return confirm(t('开始导出？'), text, { okText: t('开始导出') });
}
