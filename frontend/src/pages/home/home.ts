import { html, nothing, type TemplateResult } from 'lit';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { page } from '../../kit/page';
import { empty } from '../../ui/result';
import './feedback-todo';
import './overview';
import './recent-jobs';
import './review-todos';
import './scans';
import { shortcuts } from './shortcuts';
import './todos';
import './home.css';

/** One line a panel: what is on the page for whom. */
const panels = (): (TemplateResult | typeof nothing)[] => {
  const may = (permission: string) => session.may(permission);
  return [
    may('enterprise.read') ? html`<pm-todos></pm-todos>` : nothing,
    may('platform.enterprise.review') ? html`<pm-review-todos></pm-review-todos>` : nothing,
    may('feedback.read') ? html`<pm-feedback-todo></pm-feedback-todo>` : nothing,
    may('code.read') ? html`<pm-overview></pm-overview>` : nothing,
    shortcuts(),
    may('scan.read') && may('code.read') ? html`<pm-home-scans></pm-home-scans>` : nothing,
    may('code.read') && may('job.manage') ? html`<pm-recent-jobs></pm-recent-jobs>` : nothing,
  ];
};

function greeting(): string {
  const hour = new Date().getHours();
  if (hour < 6) return t('夜深了');
  if (hour < 12) return t('上午好');
  return hour < 18 ? t('下午好') : t('晚上好');
}

export default page({
  title: () => t('{greeting}，{name}', { greeting: greeting(), name: session.account?.display_name ?? '' }),
  render: () => {
    const isIdle = !session.may('code.read') && !session.may('platform.enterprise.read');
    return html`<div class="home">${panels()}
      ${isIdle ? html`<section class="card">${empty(t('当前企业类型没有赋码功能；如需赋码，请在企业信息中增加生产类企业类型。'))}</section>` : nothing}</div>`;
  },
});
