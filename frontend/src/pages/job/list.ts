import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { api, unwrap } from '../../api/client';
import { JobViewLabels, list_jobs } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { fileSize, num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import '../../ui/bar';
import {
  barTone,
  canPause,
  download,
  hasEnded,
  hasParts,
  isFetchable,
  isToRepeat,
  type Job,
  jobTitle,
  ratioOf,
  reasonOf,
  repeat,
  steer,
} from '../../parts/job/job';
import { openParts } from '../../parts/job/parts';
import { followJob } from '../../parts/job/progress-dialog';
import { jobTones } from '../../parts/tones';
import { confirm } from '../../ui/dialog';
import { message } from '../../ui/toast';

type Query = NonNullable<operations['list_jobs']['parameters']['query']>;
const c = columns<Job>(JobViewLabels);
const s = search<Query>(list_jobs);
const EVERY = 1500;

const progress = (
  j: Job,
): TemplateResult => html`<span class="job-bar"><pm-bar .ratio=${ratioOf(j)} tone=${barTone(j)} label=${jobTitle(j)}></pm-bar>
  <small class="num">${num(j.done)} / ${num(j.total)}</small></span>`;

const outcome = (j: Job): unknown => {
  if (j.state === 'failed') return html`<span class="danger-text">${until(reasonOf(j), '')}</span>`;
  if (j.outcome_state === 'lost') return html`<span class="danger-text">${t('文件已丢失，请重新生成')}</span>`;
  if (j.outcome_state === 'removed') return html`<span class="muted">${t('已删除，可重新生成')}</span>`;
  if (j.state === 'cancelled') return '–';
  if (j.parts)
    return html`<span class="num">${t('{done} / {n} 段', { done: num(j.parts_done), n: num(j.parts) })}</span> <small class="muted num">${fileSize(j.bytes)}</small>`;
  return j.outcome
    ? html`<span title=${`SHA-256 ${j.outcome.sha256}`}>${j.outcome.name}</span> <small class="muted num">${fileSize(j.outcome.size)}</small>`
    : '–';
};

async function cancel(j: Job, reload: () => Promise<void>): Promise<void> {
  const text = t('已生成的部分不会保留。');
  if (
    !(await confirm(t('取消任务“{name}”？', { name: jobTitle(j) }), text, {
      okText: t('取消任务'),
      cancelText: t('继续等待'),
      danger: true,
    }))
  )
    return;
  await unwrap(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id: j.id } } }));
  message.success(t('任务已取消'));
  await reload();
}

async function again(j: Job, reload: () => Promise<void>): Promise<void> {
  const job = await repeat(j.id);
  await reload();
  await followJob(job);
  await reload();
}

async function remove(j: Job, reload: () => Promise<void>): Promise<void> {
  const title = t('删除“{name}”的文件？', { name: jobTitle(j) });
  const text = t('删除后释放企业存储空间；任务仍在列表中，可重新生成。');
  if (!(await confirm(title, text, { okText: t('删除文件'), danger: true }))) return;
  await unwrap(api.DELETE('/api/v1/jobs/{id}/outcome', { params: { path: { id: j.id } } }));
  message.success(t('文件已删除'));
  await reload();
}

export default listPage<Job, Query>({
  title: t('任务列表'),
  rowKey: (j) => j.id,
  load: (query) => unwrap(api.GET('/api/v1/jobs', { params: { query } })),
  search: [s.choice('state')],
  columns: [
    c.custom('title', jobTitle, { width: 290, role: 'heading', title: jobTitle }),
    c.state('state', 'JobState', jobTones),
    c.custom('done', progress, { width: 130, label: t('进度') }),
    c.custom('outcome', outcome, { width: 220, title: (j) => j.outcome?.name ?? '' }),
    c.time('created_at'),
    c.time('finished_at'),
    c.time('expires_at', { optional: true }),
  ],
  rowActions: [
    { label: t('下载'), show: isFetchable, run: (j) => download(j.id) },
    { label: t('分段下载'), show: hasParts, run: (j) => openParts(j) },
    { label: t('重新生成'), show: isToRepeat, run: (j, list) => again(j, list.reload) },
    { label: t('暂停'), show: canPause, run: (j, list) => steer(j.id, 'pause').then(list.reload) },
    { label: t('继续'), show: (j) => j.state === 'paused', run: (j, list) => steer(j.id, 'resume').then(list.reload) },
    { label: t('取消'), danger: true, show: (j) => !hasEnded(j), run: (j, list) => cancel(j, list.reload) },
    {
      label: t('删除文件'),
      danger: true,
      show: (j) => j.outcome_state === 'ready',
      run: (j, list) => remove(j, list.reload),
    },
  ],
  poll: (jobs) => (jobs.some((j) => !hasEnded(j)) ? EVERY : undefined),
  empty: {
    text: t('还没有任务，导出单品码后可在这里查看进度和下载'),
    action: () => html`<a class="btn" href=${links.units()}>${t('去导出')}</a>${nothing}`,
  },
});
