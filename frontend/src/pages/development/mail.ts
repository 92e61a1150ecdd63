import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { developmentInbox } from './inbox';

const item = (
  m: S<'MailMessage'>,
) => html`<li><div class="sms-head"><b>${m.subject}</b><small class="muted">${m.address}</small><small class="muted num">${dateTime(m.sent_at)}</small></div>
  <p class="mail-text">${m.text}</p></li>`;

export default developmentInbox({
  title: t('开发环境邮件'),
  latest: t('最近的邮件'),
  none: t('还没有邮件'),
  off: t('仅在开发环境（PINMA_SMTP_URL=development）显示邮件。'),
  load: async () => (await unwrap(api.GET('/api/v1/development/mails'))).map(item),
});
