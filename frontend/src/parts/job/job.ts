// What is said of background work.

import { api, type S, unwrap } from '../../api/client';
import { follow } from '../../api/download';
import { lang, t } from '../../base/i18n';
import { message } from '../../ui/toast';

export type Job = S<'JobView'>;

export const hasEnded = (j: Job): boolean => ['succeeded', 'failed', 'cancelled'].includes(j.state);

export const canPause = (j: Job): boolean => j.state === 'queued' || j.state === 'running';

/** Holds a job, or lets it go on; what it is now. */
export const steer = (id: string, what: 'pause' | 'resume'): Promise<Job> => {
  const params = { path: { id } };
  return unwrap(
    what === 'pause'
      ? api.POST('/api/v1/jobs/{id}/pause', { params })
      : api.POST('/api/v1/jobs/{id}/resume', { params }),
  );
};

/** Whether there is something to fetch in one piece. */
export const isFetchable = (j: Job): boolean => !!j.outcome && j.outcome_state === 'ready';

/** Whether there are parts to fetch. */
export const hasParts = (j: Job): boolean => j.parts > 0 && j.parts_done > 0;

/** Whether it is worth asking for again: it failed, or what it made is gone. */
export const isToRepeat = (j: Job): boolean => j.is_repeatable && hasEnded(j) && j.outcome_state !== 'ready';

/** Asks again for what a job was asked for; the new job. */
export const repeat = async (id: string): Promise<string> =>
  (await unwrap(api.POST('/api/v1/jobs/{id}/repeat', { params: { path: { id } } }))).job_id;

export const ratioOf = (j: Job): number => (j.state === 'succeeded' ? 1 : j.total ? j.done / j.total : 0);

export function barTone(j: Job): 'processing' | 'success' | 'danger' | 'default' {
  if (j.state === 'succeeded') return 'success';
  if (j.state === 'failed') return 'danger';
  return j.state === 'cancelled' || j.state === 'paused' ? 'default' : 'processing';
}

const kinds = (): Record<string, string> => ({ code_export: t('导出单品码'), label_export: t('导出标签') });

/** The title of a job is made by the server in Chinese; elsewhere its kind and its file say the same. */
export function jobTitle(j: Job): string {
  const kind = kinds()[j.kind];
  if (lang() === 'zh-CN' || !kind) return j.title;
  const name = j.title.split('：')[1];
  return name ? `${kind}: ${name}` : kind;
}

/** Why a job failed. It is stored as a code; the words for it are loaded when they are needed. */
export async function reasonOf(j: Job): Promise<string> {
  const { errorTexts } = await import('../../api/error-texts');
  const words = errorTexts[j.error_code ?? ''];
  if (!words) return t('任务未能完成（{code}），请重试或联系管理员', { code: j.error_code ?? '?' });
  return lang() === 'en' ? words.en.charAt(0).toUpperCase() + words.en.slice(1) : words.zh;
}

/** Downloads what a job made; its address is read anew, for it lives ten minutes only. */
export async function download(id: string): Promise<void> {
  try {
    const job = await unwrap(api.GET('/api/v1/jobs/{id}', { params: { path: { id } } }));
    if (job.download_url) follow(job.download_url);
    else message.warning(t('文件已过保留期，请重新导出'));
  } catch (e) {
    message.failure(e);
  }
}
