import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { api, type S, unwrap } from '../../api/client';
import { SendSmsCode } from '../../api/constraints';
import { ApiFailure, explain } from '../../api/problem';
import { t } from '../../base/i18n';
import { check } from '../../kit/form/validate';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';

/** Six digits from an SMS, and the button that sends it: once, then after a countdown. */
@customElement('pm-sms-code')
export class SmsCode extends Light {
  @property() purpose: S<'SmsPurpose'> = 'registration';
  @property() phone = '';
  @property() value = '';
  @property({ attribute: 'input-id' }) inputId = '';
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @state() private left = 0;
  @state() private isBusy = false;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }
  private countDown(seconds: number): void {
    const end = Date.now() + seconds * 1000;
    clearInterval(this.timer);
    const tick = (): void => {
      this.left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (!this.left) clearInterval(this.timer);
    };
    tick();
    this.timer = window.setInterval(tick, 250);
  }
  private refuse(at: 'phone' | 'code', text: string): void {
    this.dispatchEvent(new CustomEvent('refused', { detail: { at, text } }));
  }
  private send = async (): Promise<void> => {
    const wrong = check(SendSmsCode.phone, this.phone, t(SendSmsCode.phone.label));
    if (wrong) return this.refuse('phone', wrong);
    this.isBusy = true;
    try {
      const body = { phone: this.phone.trim(), purpose: this.purpose };
      const sent = await unwrap(api.POST('/api/v1/sms-codes', { body }));
      message.success(t('验证码已发送，{n} 分钟内有效', { n: Math.round(sent.expires_in / 60) }));
      this.countDown(sent.resend_after);
      this.querySelector('input')?.focus();
    } catch (e) {
      const isPhone = e instanceof ApiFailure && e.errors.some((x) => x.pointer === '/phone');
      this.refuse(isPhone ? 'phone' : 'code', explain(e));
      if (e instanceof ApiFailure && e.status === 429 && e.retryAfter) this.countDown(Math.min(e.retryAfter, 3600));
    } finally {
      this.isBusy = false;
    }
  };
  private tell(name: 'edit' | 'leave', e: Event): void {
    this.value = (e.target as HTMLInputElement).value.normalize('NFKC').replace(/\D/g, '').slice(0, 6);
    this.dispatchEvent(new CustomEvent(name, { detail: this.value }));
    this.requestUpdate();
  }
  override render() {
    const face = this.left ? t('{n} 秒后可重发', { n: this.left }) : t('发送验证码');
    return html`<div class="input-group">
      <input class="input num" id=${this.inputId} inputmode="numeric" autocomplete="one-time-code" placeholder=${t('6 位数字')}
        aria-invalid=${this.invalid} aria-describedby=${this.describedBy || nothing} .value=${live(this.value)}
        @input=${(e: Event) => this.tell('edit', e)} @blur=${(e: Event) => this.tell('leave', e)} />
      <button class="btn num" type="button" ?disabled=${this.left > 0} aria-disabled=${this.isBusy} @click=${this.send}>
        ${this.isBusy ? icon('loading', true) : nothing}${face}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-sms-code': SmsCode;
  }
}
