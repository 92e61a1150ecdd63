import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { follow } from '../../api/download';
import { explain } from '../../api/problem';
import { fileSize, num } from '../../base/format';
import { t } from '../../base/i18n';
import { openDialog } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';
import { type Job, jobTitle } from './job';
import './parts.css';

type Part = S<'JobPartItem'>;

/** As many as an export has at most. */
const ALL = 200;

const read = async (id: string): Promise<Part[]> =>
  (await unwrap(api.GET('/api/v1/jobs/{id}/parts', { params: { path: { id }, query: { page_size: ALL } } }))).items;

/** The parts of an outcome that are ready, each to be downloaded. */
@customElement('pm-job-parts')
export class JobParts extends Light {
  @property() job = '';
  /** How many are ready; another number makes it read them again. */
  @property({ type: Number }) ready = 0;
  @state() private parts: readonly Part[] = [];
  @state() private failure = '';

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('job') || changed.has('ready')) void this.load();
  }
  private async load(): Promise<void> {
    try {
      this.parts = await read(this.job);
      this.failure = '';
    } catch (e) {
      this.failure = explain(e);
    }
  }
  /** Its address is read anew, for it lives ten minutes only. */
  private async fetch(part: number): Promise<void> {
    try {
      const found = (await read(this.job)).find((p) => p.part === part);
      if (found?.download_url) follow(found.download_url);
      else message.warning(t('文件已丢失，请重新生成'));
    } catch (e) {
      message.failure(e);
    }
  }
  private item(p: Part) {
    return html`<li><span class="num">${t('第 {first}–{last} 个', { first: num(p.first), last: num(p.last) })}</span>
      <small class="muted num" title=${`SHA-256 ${p.sha256}`}>${fileSize(p.size)}</small>
      ${
        p.download_url
          ? html`<button type="button" class="btn link" aria-label=${`${t('下载')} ${p.name}`} @click=${() => void this.fetch(p.part)}>${icon('download')}${t('下载')}</button>`
          : html`<span class="danger-text">${t('文件已丢失，请重新生成')}</span>`
      }</li>`;
  }
  override render() {
    if (this.failure) return html`<p class="muted">${this.failure}</p>`;
    if (!this.parts.length) return html`<p class="muted">${t('还没有完成的分段，完成一段即可下载一段。')}</p>`;
    return html`<ul class="job-parts">${this.parts.map((p) => this.item(p))}</ul>`;
  }
}

export async function openParts(job: Job): Promise<void> {
  await openDialog({
    title: jobTitle(job),
    width: 480,
    footer: false,
    body: () => html`<pm-job-parts job=${job.id} .ready=${job.parts_done}></pm-job-parts>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-job-parts': JobParts;
  }
}
