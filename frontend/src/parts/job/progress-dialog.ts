import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { follow } from '../../api/download';
import { explain } from '../../api/problem';
import { fileSize, num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { copyable } from '../../ui/copy';
import { openDialog } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';
import '../../ui/bar';
import './parts';
import {
  barTone,
  canPause,
  download,
  hasEnded,
  isFetchable,
  type Job,
  jobTitle,
  ratioOf,
  reasonOf,
  steer,
} from './job';

const EVERY = 800;

/** Follows a job; downloads what it made as soon as it is there. */
@customElement('pm-job-progress')
export class JobProgress extends Light {
  @property() job = '';
  @state() private view: S<'JobView'> | null = null;
  @state() private failure = '';
  @state() private reason = '';
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }
  private async read(): Promise<void> {
    try {
      const view = await unwrap(api.GET('/api/v1/jobs/{id}', { params: { path: { id: this.job } } }));
      this.view = view;
      this.failure = '';
      if (view.state === 'failed') this.reason = await reasonOf(view);
      if (view.state === 'succeeded' && view.download_url && this.isConnected) follow(view.download_url);
      if (hasEnded(view)) return;
    } catch (e) {
      this.failure = explain(e);
    }
    if (this.isConnected) this.timer = window.setTimeout(() => void this.read(), EVERY);
  }
  private async steer(what: 'pause' | 'resume'): Promise<void> {
    try {
      this.view = await steer(this.job, what);
    } catch (e) {
      message.failure(e);
    }
  }
  /** One button, so that the focus stays when it changes. */
  private steering(v: Job) {
    const isPaused = v.state === 'paused';
    if (!isPaused && !canPause(v)) return nothing;
    return html`<button class="btn ${isPaused ? 'primary' : ''}" type="button" @click=${() => this.steer(isPaused ? 'resume' : 'pause')}>${isPaused ? t('继续') : t('暂停')}</button>`;
  }
  override render() {
    const v = this.view;
    if (!v) return html`<p class="muted">${this.failure || t('加载中…')}</p>`;
    const texts: Record<S<'JobState'>, unknown> = {
      queued: t('正在排队…'),
      running: t('正在生成，可关闭此窗口，稍后在任务中心下载。'),
      paused: t('已暂停，可随时继续'),
      succeeded: v.parts
        ? t('已完成，共 {n} 个文件，请逐个下载。', { n: num(v.parts) })
        : html`${t('已完成，文件已开始下载。')} ${v.outcome ? html`<span class="muted">${v.outcome.name}（${fileSize(v.outcome.size)}）</span>` : nothing}`,
      failed: html`<span class="danger-text">${this.reason}</span>`,
      cancelled: t('任务已取消'),
    };
    return html`<div class="job-progress">
      <p><b>${jobTitle(v)}</b></p>
      <pm-bar .ratio=${ratioOf(v)} tone=${barTone(v)}></pm-bar>
      <p class="job-progress-line"><span role="status">${texts[v.state]}</span><span class="num">${num(v.done)} / ${num(v.total)}</span></p>
      ${v.outcome ? html`<p class="muted checksum">SHA-256 ${copyable(v.outcome.sha256)}</p>` : nothing}
      ${v.parts ? html`<pm-job-parts job=${v.id} .ready=${v.parts_done}></pm-job-parts>` : nothing}
      <div class="btns">
        ${this.steering(v)}
        ${isFetchable(v) ? html`<button class="btn primary" type="button" @click=${() => void download(v.id)}>${icon('download')}${t('再次下载')}</button>` : nothing}
        <a class="btn" href=${links.jobs}>${icon('cloud')}${t('任务中心')}</a>
      </div></div>`;
  }
}

export async function followJob(job: string): Promise<void> {
  await openDialog({
    title: t('导出进度'),
    width: 480,
    footer: false,
    dismissable: false,
    body: () => html`<pm-job-progress job=${job}></pm-job-progress>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-job-progress': JobProgress;
  }
}
