import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { FeedbackViewLabels as L } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { session } from '../../api/session';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { type PageContext, page } from '../../kit/page';
import { type Fact, facts, gallery, mark } from '../../kit/record/facts';
import { RecordPage } from '../../kit/record/record-page';
import { feedbackTones, verdictTones } from '../../parts/tones';
import { copyable } from '../../ui/copy';
import { icon } from '../../ui/icons';
import { changeStatus, replyTo } from './act';
import '../../parts/timeline.css';
import './feedback.css';

type Feedback = S<'FeedbackView'>;

const about = (f: Feedback): Fact[] => [
  { label: t(L.product_name), value: html`<a href=${links.product(f.product_id)}>${f.product_name}</a>` },
  { label: t(L.trace_code), value: copyable(f.trace_code) },
  { label: t(L.level), value: nameOf('Level', f.level) },
  { label: t(L.batch_no), value: f.batch_no ? html`<span class="num">${f.batch_no}</span>` : undefined },
  { label: t(L.serial), value: f.serial ? html`<span class="num">${f.serial}</span>` : undefined },
  { label: t(L.verdict), value: mark(nameOf('Verdict', f.verdict), verdictTones[f.verdict]) },
];
const sender = (f: Feedback): Fact[] => [
  { label: t(L.contact), value: f.contact ? copyable(f.contact) : t('未留联系方式') },
  { label: t(L.created_at), value: html`<span class="num">${dateTime(f.created_at)}</span>` },
  { label: t(L.receipt_number), value: copyable(f.receipt_number) },
];

@customElement('pm-feedback')
export class FeedbackPage extends RecordPage<Feedback> {
  protected override read(): Promise<Feedback> {
    const { id = '' } = this.ctx.match.params;
    return unwrap(api.GET('/api/v1/feedback/{id}', { params: { path: { id } } }));
  }
  private act(change: (f: Feedback) => Promise<boolean>, f: Feedback) {
    return async (): Promise<void> => {
      if (await change(f)) await this.reload();
    };
  }
  private step(s: S<'FeedbackStep'>): TemplateResult {
    const what =
      s.kind === 'reply' ? t('公开回复') : t('状态变更为“{state}”', { state: nameOf('FeedbackState', s.state) });
    return html`<li class=${s.kind}><div class="step-head"><b>${what}</b><span class="muted">${s.author}</span><time class="num muted">${dateTime(s.created_at)}</time></div>
      ${s.text ? html`<p class="said">${s.text}</p>` : nothing}</li>`;
  }
  protected override draw(f: Feedback) {
    const card = (title: string, body: unknown) =>
      html`<section class="card"><header class="card-head"><h2>${title}</h2></header><div class="card-body">${body}</div></section>`;
    const actions = html`<div class="btns">
      <button class="btn primary" type="button" @click=${this.act(replyTo, f)}>${icon('edit')}${t('回复')}</button>
      <button class="btn" type="button" @click=${this.act(changeStatus, f)}>${t('变更状态')}</button></div>`;
    const steps = f.steps.length
      ? html`<ol class="timeline">${f.steps.map((s) => this.step(s))}</ol>`
      : html`<p class="muted">${t('还没有处理记录')}</p>`;
    return html`<div class="title-row"><strong>${nameOf('FeedbackKind', f.kind)}</strong>${mark(nameOf('FeedbackState', f.state), feedbackTones[f.state])}
        <span class="spacer"></span>${session.may('feedback.write') ? actions : nothing}</div>
      <div class="two-columns">
        <div>
          ${card(t(L.text), html`<p class="said">${f.text}</p>${f.pictures.length ? html`<div class="feedback-pictures">${gallery(f.pictures)}</div>` : nothing}`)}
          ${card(t(L.steps), steps)}
        </div>
        <aside class="one-column">${card(t('反馈人'), facts(sender(f)))}${card(t('反馈的产品'), facts(about(f)))}</aside>
      </div>`;
  }
}

export default page({ render: (ctx: PageContext) => html`<pm-feedback .ctx=${ctx}></pm-feedback>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-feedback': FeedbackPage;
  }
}
