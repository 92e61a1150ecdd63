import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { copyText } from '../../ui/copy';
import { icon } from '../../ui/icons';
import { developmentInbox } from './inbox';

const CODE = /\b\d{6}\b/;

function item(m: S<'SmsMessage'>) {
  const code = CODE.exec(m.text)?.[0];
  return html`<li><div class="sms-head"><b class="num">${m.phone}</b><small class="muted num">${dateTime(m.sent_at)}</small></div>
    <p>${m.text}</p>
    ${code ? html`<button class="btn" type="button" @click=${() => void copyText(code)}>${icon('copy')}<b class="num">${code}</b></button>` : nothing}</li>`;
}

export default developmentInbox({
  title: t('开发环境短信'),
  latest: t('最近的短信'),
  none: t('还没有短信'),
  off: t('仅在开发环境（PINMA_SMS=development）显示短信。'),
  load: async () => (await unwrap(api.GET('/api/v1/development/sms-messages'))).map(item),
});
