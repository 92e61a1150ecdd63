import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { ApiFailure, explain } from '../../api/problem';
import { dateTime } from '../../core/format';
import { t } from '../../core/i18n';
import { page } from '../../core/page';
import { languageButton, logo } from '../../shell/brand';
import { copyText } from '../../ui/copy';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { empty, result } from '../../ui/result';

const EVERY = 3000;
const CODE = /\b\d{6}\b/;

/** The SMS a development server would have sent. Servers that send real ones have no such page. */
@customElement('tb-development-sms')
export class DevelopmentSms extends Light {
  @state() private messages: S<'SmsMessage'>[] | null = null;
  @state() private failure: unknown;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }
  private read = async (): Promise<void> => {
    try {
      this.messages = await unwrap(api.GET('/api/v1/development/sms-messages'));
      this.failure = undefined;
    } catch (e) {
      this.failure = e;
      if (e instanceof ApiFailure && e.status === 404) return;
    }
    if (this.isConnected) this.timer = window.setTimeout(this.read, EVERY);
  };
  private item(m: S<'SmsMessage'>) {
    const code = CODE.exec(m.text)?.[0];
    return html`<li><div class="sms-head"><b class="num">${m.phone}</b><small class="muted num">${dateTime(m.sent_at)}</small></div>
      <p>${m.text}</p>
      ${code ? html`<button class="btn" type="button" @click=${() => void copyText(code)}>${icon('copy')}<b class="num">${code}</b></button>` : nothing}</li>`;
  }
  private content() {
    if (this.failure instanceof ApiFailure && this.failure.status === 404)
      return result({
        icon: 'info',
        tone: 'info',
        title: t('此页面未启用'),
        text: t('仅在开发环境（PINMA_SMS=development）显示短信。'),
      });
    if (this.failure) return html`<div class="alert error" role="alert">${icon('error')}${explain(this.failure)}</div>`;
    return html`<section class="card sms"><header class="card-head"><h2>${t('最近的短信')}</h2><span class="extra muted">${t('每 3 秒自动刷新')}</span></header>
      ${this.messages?.length ? html`<ul>${this.messages.map((m) => this.item(m))}</ul>` : empty(this.messages ? t('还没有短信') : t('加载中…'))}</section>`;
  }
  override render() {
    return html`<header class="visitor-head">${logo()}<span class="spacer"></span>${languageButton()}</header>
      <div class="visitor"><h1 tabindex="-1">${t('开发环境短信')}</h1>${this.content()}</div>`;
  }
}

export default page({ render: () => html`<tb-development-sms></tb-development-sms>` });
