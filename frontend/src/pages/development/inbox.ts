import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiFailure, explain } from '../../api/problem';
import { t } from '../../base/i18n';
import { type PageDef, page } from '../../kit/page';
import { languageButton, logo } from '../../ui/brand';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { empty, result } from '../../ui/result';
import './inbox.css';

const EVERY = 3000;

/** What a development server would have sent, by one channel. */
export interface Channel {
  title: string;
  /** Above the list. */
  latest: string;
  none: string;
  /** Said by servers that send in earnest. */
  off: string;
  load: () => Promise<unknown[]>;
}

/** Servers that send in earnest have no such page. */
@customElement('pm-development-inbox')
export class DevelopmentInbox extends Light {
  @property({ attribute: false }) channel!: Channel;
  @state() private messages: unknown[] | null = null;
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
      this.messages = await this.channel.load();
      this.failure = undefined;
    } catch (e) {
      this.failure = e;
      if (e instanceof ApiFailure && e.status === 404) return;
    }
    if (this.isConnected) this.timer = window.setTimeout(this.read, EVERY);
  };
  private content() {
    const { latest, none, off } = this.channel;
    if (this.failure instanceof ApiFailure && this.failure.status === 404)
      return result({ icon: 'info', tone: 'info', title: t('此页面未启用'), text: off });
    if (this.failure) return html`<div class="alert error" role="alert">${icon('error')}${explain(this.failure)}</div>`;
    return html`<section class="card sms"><header class="card-head"><h2>${latest}</h2><span class="extra muted">${t('每 3 秒自动刷新')}</span></header>
      ${this.messages?.length ? html`<ul>${this.messages}</ul>` : empty(this.messages ? none : t('加载中…'))}</section>`;
  }
  override render() {
    return html`<header class="visitor-head">${logo()}<span class="spacer"></span>${languageButton()}</header>
      <div class="visitor"><h1 tabindex="-1">${this.channel.title}</h1>${this.content()}</div>`;
  }
}

export const developmentInbox = (channel: Channel): PageDef =>
  page({ render: () => html`<pm-development-inbox .channel=${channel}></pm-development-inbox>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-development-inbox': DevelopmentInbox;
  }
}
