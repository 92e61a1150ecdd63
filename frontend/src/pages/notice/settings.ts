import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { type Code, nameOf } from '../../api/enums';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { page } from '../../kit/page';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { broken, loading } from '../../ui/result';
import { message } from '../../ui/toast';
import './notice.css';

type Settings = S<'NoticeSettingsView'>;
type Kind = Code<'NoticeKind'>;
type Channel = Code<'NoticeVia'>;

/** What is sent by SMS and by mail: a switch a kind and via, saved when it is moved. */
@customElement('pm-notice-settings')
export class NoticeSettings extends Light {
  @state() private settings: Settings | null = null;
  @state() private failure: unknown;
  @state() private isBusy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  private read = async (): Promise<void> => {
    try {
      this.settings = await unwrap(api.GET('/api/v1/notice-settings'));
      this.failure = undefined;
    } catch (e) {
      this.failure = e;
    }
  };
  private async put(kind: Kind, via: Channel, isOn: boolean): Promise<void> {
    const before = this.settings;
    if (!before || this.isBusy) return;
    const key = via === 'sms' ? 'wants_sms' : 'wants_email';
    const others = before[key].filter((k) => k !== kind);
    const { wants_sms, wants_email } = before;
    const body = { wants_sms, wants_email, [key]: isOn ? [...others, kind] : others };
    this.isBusy = true;
    try {
      const params = { header: ifMatch(before.version) };
      this.settings = await unwrap(api.PUT('/api/v1/notice-settings', { params, body }));
      message.success(t('通知设置已保存'));
    } catch (e) {
      message.failure(e);
      await this.read();
    }
    this.isBusy = false;
  }
  private toggle(s: Settings, kind: Kind, via: Channel, exists: boolean): TemplateResult {
    if (!exists)
      return html`<td><span class="muted" title=${t('此类消息不发{via}', { via: nameOf('NoticeVia', via) })}>–</span></td>`;
    const wanted = via === 'sms' ? s.wants_sms : s.wants_email;
    const cannot = !session.may('notice.configure') || (via === 'email' && !s.email);
    return html`<td><input class="switch" type="checkbox" role="switch" ?disabled=${cannot}
      aria-label=${`${nameOf('NoticeKind', kind)} ${nameOf('NoticeVia', via)}`}
      .checked=${live(wanted.includes(kind))} @change=${(e: Event) => void this.put(kind, via, (e.target as HTMLInputElement).checked)} /></td>`;
  }
  private addresses(s: Settings): TemplateResult {
    const edit = session.may('enterprise.write')
      ? html`<div class="btns"><a class="btn" href=${links.enterpriseEdit}>${t('修改')}</a></div>`
      : nothing;
    return html`<div class="alert">${icon('info')}<div class="alert-text">${t('短信发送至联系人手机 {phone}。', { phone: s.phone })}
      ${s.email ? t('邮件发送至 {email}。', { email: s.email }) : t('尚未填写电子邮箱，不会发送邮件。')}</div>${edit}</div>`;
  }
  override render() {
    if (this.failure) return broken(this.failure, this.read);
    const s = this.settings;
    if (!s) return loading();
    return html`${this.addresses(s)}<section class="card"><header class="card-head"><h2>${t('接收方式')}</h2></header>
      <div class="card-body"><table class="channels">
        <thead><tr><th scope="col">${t('类别')}</th><th scope="col">${t('站内')}</th><th scope="col">${nameOf('NoticeVia', 'sms')}</th><th scope="col">${nameOf('NoticeVia', 'email')}</th></tr></thead>
        <tbody>${s.kinds.map(
          (k) => html`<tr><th scope="row">${nameOf('NoticeKind', k.kind)}</th>
            <td><span class="muted" title=${t('站内消息不能关闭')}>${icon('check')}<span class="sr">${t('站内消息不能关闭')}</span></span></td>
            ${this.toggle(s, k.kind, 'sms', k.sms)}${this.toggle(s, k.kind, 'email', k.email)}</tr>`,
        )}</tbody></table>
        <p class="muted">${t('站内消息始终保留；注册、找回密码等验证码短信不受此处影响。')}</p></div></section>`;
  }
}

export default page({ render: () => html`<pm-notice-settings></pm-notice-settings>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-notice-settings': NoticeSettings;
  }
}
