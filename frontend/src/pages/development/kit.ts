import { html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api, unwrap } from '../../api/client';
import { t } from '../../base/i18n';
import '../../kit/form/form';
import type { Form } from '../../kit/form/form';
import { page } from '../../kit/page';
import { languageButton, logo } from '../../ui/brand';
import { Light } from '../../ui/light';
import { broken } from '../../ui/result';
import { sections, values } from './kit-fields';
import { looks } from './kit-looks';

/** Every control in every state, for developers and for the checks of the browser; only development servers show it. */
@customElement('pm-kit')
export class Kit extends Light {
  @state() private isThere = false;
  @state() private failure: unknown;
  @state() private isMoving = false;
  @query('pm-form') private form!: Form | null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.ask();
  }
  /** Servers that send in earnest answer 404 here. */
  private ask = async (): Promise<void> => {
    try {
      await unwrap(api.GET('/api/v1/development/sms-messages'));
      this.isThere = true;
    } catch (e) {
      this.failure = e;
      return;
    }
    await this.updateComplete;
    await this.form?.updateComplete;
    this.form?.validate();
  };
  private content() {
    if (this.failure) return broken(this.failure, this.ask);
    if (!this.isThere) return html``;
    return html`<label class="check"><input type="checkbox" @change=${() => (this.isMoving = !this.isMoving)} />${t('加载中…')}</label>
      <pm-form layout="cards" .sections=${sections} .initial=${values}></pm-form>${looks(this.isMoving)}`;
  }
  override render() {
    return html`<header class="visitor-head">${logo()}<span class="spacer"></span>${languageButton()}</header>
      <div class="visitor"><h1 tabindex="-1">${t('组件一览')}</h1>${this.content()}</div>`;
  }
}

export default page({ render: () => html`<pm-kit></pm-kit>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-kit': Kit;
  }
}
