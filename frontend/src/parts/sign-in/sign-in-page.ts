import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { languageButton } from '../../ui/brand';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import './sign-in';
import './sign-in.css';

@customElement('pm-sign-in-page')
export class SignInPage extends Light {
  override render() {
    return html`<div class="welcome">
      <aside>
        <div class="welcome-brand"><i>${icon('qrcode')}</i>${t('品码')}<small>Pinma</small></div>
        <div class="welcome-words">
          <h2>${t('一品一码、一批一码、一物一码')}</h2>
          <p>${t('按 GS1 Digital Link 国际标准赋码，扫码即知来源，出了问题追得回来。')}</p>
          <ul>
            <li>${icon('qrcode')}${t('千万级单品码一次赋出，重复号段自动拦截')}</li>
            <li>${icon('safety')}${t('统一社会信用代码、商品条码、执行标准逐项校验')}</li>
            <li>${icon('scan')}${t('微信、浏览器直接扫码，无需安装应用')}</li>
          </ul>
        </div>
        <p class="welcome-note">${t('支持新版 Chrome、Edge、360 极速浏览器和微信内置浏览器')}</p>
      </aside>
      <div class="welcome-main">
        <div class="welcome-tools">${languageButton()}</div>
        <div class="welcome-form">
          <div class="welcome-mobile"><i>${icon('qrcode')}</i>${t('品码')}</div>
          <h1 tabindex="-1">${t('账号登录')}</h1>
          <p class="muted">${t('产品标识与追溯平台')}</p>
          <pm-sign-in></pm-sign-in>
          <p class="welcome-more">${t('还没有账号？')}<a href=${links.register}>${t('立即注册')}</a></p>
        </div>
        <p class="welcome-browsers">${t('支持新版 Chrome、Edge、360 极速浏览器和微信内置浏览器')}</p>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-sign-in-page': SignInPage;
  }
}
