import { html, type TemplateResult } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

type Enterprise = S<'EnterpriseView'>;

/** Nobody confirmed for half a year that the contact is still right (F014). */
export function contactReminder(e: Enterprise, confirmed: (fresh: Enterprise) => void): TemplateResult {
  const confirm = async (): Promise<void> => {
    try {
      confirmed(await unwrap(api.POST('/api/v1/enterprise/confirm-contact')));
      message.success(t('联系方式已确认'));
    } catch (x) {
      message.failure(x);
    }
  };
  return html`<div class="alert warning">${icon('warning')}<div class="alert-text">
      <p>${t('联系人和联系电话已超过半年未确认，如有变动请及时修改，以免收不到通知和找回密码的验证码。')}</p>
      <p class="muted">${e.contact_name} <span class="num">${e.contact_phone}</span> · ${t('上次确认 {when}', { when: dateTime(e.contact_confirmed_at) })}</p>
    </div>
    <div class="btns"><button class="btn" type="button" @click=${confirm}>${t('确认无误')}</button><a class="btn primary" href=${links.enterpriseEdit}>${t('去修改')}</a></div>
  </div>`;
}
