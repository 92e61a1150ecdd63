import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SignIn } from '../../api/constraints';
import { explain } from '../../api/problem';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { check } from '../../kit/form/validate';
import { icon } from '../../ui/icons';
import { Light, uid } from '../../ui/light';
import '../../ui/password';

/** Account, password, 七天内免登录. Fires `done` when signed in. */
@customElement('pm-sign-in')
export class SignInForm extends Light {
  /** Set when someone signs in again: it is their account and no other. */
  @property({ attribute: 'login-name' }) loginName = '';
  @state() private name = '';
  @state() private password = '';
  @state() private remember = false;
  @state() private errors: { name?: string; password?: string } = {};
  @state() private failure = '';
  @state() private isBusy = false;
  private ids = uid('sign-in');

  private async submit(e: Event): Promise<void> {
    e.preventDefault();
    if (this.isBusy) return;
    const name = this.loginName || this.name.trim();
    this.errors = {
      name: check(SignIn.login_name, name, t(SignIn.login_name.label)),
      password: check(SignIn.password, this.password, t(SignIn.password.label)),
    };
    const wrong = this.errors.name ? 'name' : this.errors.password ? 'password' : '';
    if (wrong) {
      this.querySelector<HTMLInputElement>(`[id="${this.ids}-${wrong}"]`)?.focus();
      return;
    }
    this.isBusy = true;
    this.failure = '';
    try {
      await session.signIn({ login_name: name, password: this.password, remember: this.remember });
      this.dispatchEvent(new CustomEvent('done', { bubbles: true }));
    } catch (x) {
      this.failure = explain(x);
    } finally {
      this.isBusy = false;
    }
  }
  private message(name: 'name' | 'password'): TemplateResult {
    return html`<div class="note error" id="${this.ids}-${name}-message" role=${this.errors[name] ? 'alert' : nothing}>${this.errors[name] ?? ''}</div>`;
  }
  override render() {
    const { name: nameError, password: passwordError } = this.errors;
    return html`<form class="sign-in" novalidate @submit=${this.submit}>
      ${this.failure ? html`<div class="alert error" role="alert">${icon('error')}<div>${this.failure}</div></div>` : nothing}
      <label class="field-label" for="${this.ids}-name">${t(SignIn.login_name.label)}</label>
      <div class="field-box large ${nameError ? 'invalid' : ''}"><span class="affix">${icon('user')}</span>
        <input id="${this.ids}-name" name="username" autocomplete="username" placeholder=${t('统一社会信用代码')}
          .value=${this.loginName || this.name} ?readonly=${!!this.loginName} aria-invalid=${!!nameError} aria-describedby="${this.ids}-name-message"
          @input=${(e: Event) => (this.name = (e.target as HTMLInputElement).value)} /></div>
      ${this.message('name')}
      <label class="field-label" for="${this.ids}-password">${t(SignIn.password.label)}</label>
      <pm-password large input-id="${this.ids}-password" autocomplete="current-password" placeholder=${t('请输入密码')} ?invalid=${!!passwordError}
        described-by="${this.ids}-password-message" .value=${this.password} @edit=${(e: CustomEvent<string>) => (this.password = e.detail)}></pm-password>
      ${this.message('password')}
      <div class="sign-in-options">
        <label class="check"><input type="checkbox" .checked=${this.remember} @change=${(e: Event) => (this.remember = (e.target as HTMLInputElement).checked)} />${t(SignIn.remember.label)}</label>
        ${this.loginName ? nothing : html`<a href="/forgot">${t('忘记密码')}</a>`}
      </div>
      <button class="btn primary large block" type="submit" aria-disabled=${this.isBusy}>${this.isBusy ? icon('loading', true) : nothing}${t('登录')}</button>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-sign-in': SignInForm;
  }
}
