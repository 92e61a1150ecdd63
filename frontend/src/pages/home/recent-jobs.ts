import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, unwrap } from '../../api/client';
import { nameOf } from '../../api/enums';
import { ago } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import '../../ui/bar';
import { mark } from '../../kit/record/facts';
import { barTone, download, hasEnded, isFetchable, type Job, jobTitle, ratioOf } from '../../parts/job/job';
import { jobTones } from '../../parts/tones';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';

const MANY = 5;
const EVERY = 2000;

/** The newest background work, with its progress; nothing until there was some. */
@customElement('pm-recent-jobs')
export class RecentJobs extends Light {
  @state() private jobs: readonly Job[] = [];
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
      const found = await unwrap(api.GET('/api/v1/jobs', { params: { query: { page_size: MANY } } }));
      this.jobs = found.items;
    } catch {
      // The list of jobs says what is wrong; here it is only a convenience.
      return;
    }
    const isMoving = this.jobs.some((j) => !hasEnded(j));
    if (isMoving && this.isConnected) this.timer = window.setTimeout(() => void this.read(), EVERY);
  }
  private item(j: Job) {
    return html`<li><span class="ellipsis" title=${jobTitle(j)}>${jobTitle(j)}</span>${mark(nameOf('JobState', j.state), jobTones[j.state])}
      ${hasEnded(j) ? html`<small class="muted num">${ago(j.created_at)}</small>` : html`<pm-bar .ratio=${ratioOf(j)} tone=${barTone(j)}></pm-bar>`}
      <span class="recent-act">${isFetchable(j) ? html`<button type="button" class="btn link" @click=${() => void download(j.id)}>${t('下载')}</button>` : nothing}</span></li>`;
  }
  override render() {
    if (!this.jobs.length) return nothing;
    return html`<section class="card"><header class="card-head"><h2>${t('最近任务')}</h2><span class="extra"><a href=${links.jobs}>${t('全部任务')}${icon('right')}</a></span></header>
      <ul class="recent">${this.jobs.map((j) => this.item(j))}</ul></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-recent-jobs': RecentJobs;
  }
}
