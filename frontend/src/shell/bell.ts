import type { Placement } from '@floating-ui/dom';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { countUnread, listNotices, type Notice, onUnread, readAllNotices, readNotice } from '../api/notices';
import { explain } from '../api/problem';
import { session } from '../api/session';
import { ago } from '../base/format';
import { t } from '../base/i18n';
import { links } from '../base/links';
import { icon } from '../ui/icons';
import { uid } from '../ui/light';
import { Popup } from '../ui/popup';
import { empty } from '../ui/result';
import { message } from '../ui/toast';
import './bell.css';

/** How often the server is asked, while someone looks. */
const EVERY = 60_000;
const SHOWN = 6;
const MOST = 99;

/** How much there is to read, and the newest of it. */
@customElement('pm-bell')
export class Bell extends Popup {
  @state() private unread = 0;
  @state() private latest: Notice[] | null = null;
  @state() private failure = '';
  private popId = uid('bell');
  private stopListening: (() => void) | null = null;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = onUnread((n) => (this.unread = n));
    document.addEventListener('visibilitychange', this.look);
    this.look();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    document.removeEventListener('visibilitychange', this.look);
    clearTimeout(this.timer);
  }
  private look = (): void => {
    clearTimeout(this.timer);
    if (document.visibilityState !== 'visible' || !this.isConnected) return;
    // A number that cannot be read now is read later; the page says by itself when the server is away.
    void countUnread().catch(() => undefined);
    this.timer = window.setTimeout(this.look, EVERY);
  };

  protected override placement(): Placement {
    return 'bottom-end';
  }
  protected override anchor(): HTMLElement | null {
    return this.querySelector('button');
  }
  protected override opened(): void {
    this.querySelector<HTMLElement>('.pop')?.focus();
    void this.read();
  }
  private async read(): Promise<void> {
    this.failure = '';
    try {
      this.latest = (await listNotices({ page: 1, page_size: SHOWN })).items;
    } catch (e) {
      this.failure = explain(e);
    }
  }
  private toggle(): void {
    if (this.isOpen) this.hide();
    else void this.show();
  }
  private key(e: KeyboardEvent): void {
    if (this.escape(e)) this.anchor()?.focus();
  }
  private leave = (e: FocusEvent): void => {
    if (e.relatedTarget instanceof Node && !this.contains(e.relatedTarget)) this.hide();
  };
  private choose(n: Notice): void {
    this.hide();
    void readNotice(n).catch(message.failure);
  }
  private async readAll(): Promise<void> {
    try {
      await readAllNotices();
      await this.read();
    } catch (e) {
      message.failure(e);
    }
  }

  private item(n: Notice): TemplateResult {
    return html`<li><a class="bell-item ${n.read_at ? '' : 'unread'}" href=${n.link ?? this.all} @click=${() => this.choose(n)}>
      <b>${n.title}${n.read_at ? nothing : html`<span class="sr">${t('未读')}</span>`}</b><small class="muted">${ago(n.created_at)}</small>
      <span>${n.text}</span></a></li>`;
  }
  private get all(): string {
    return session.may('notice.read') ? links.notices : links.platformNotices;
  }
  private list(): unknown {
    if (this.failure)
      return empty(
        this.failure,
        html`<button class="btn" type="button" @click=${this.read}>${icon('reload')}${t('重试')}</button>`,
      );
    if (!this.latest) return html`<div class="bell-wait">${icon('loading', true)}</div>`;
    if (!this.latest.length) return empty(t('还没有消息'));
    return html`<ul>${this.latest.map((n) => this.item(n))}</ul>`;
  }
  override render() {
    const label = this.unread ? t('消息通知，{n} 条未读', { n: this.unread }) : t('消息通知');
    const badge = this.unread > MOST ? `${MOST}+` : this.unread;
    const settings = session.may('notice.configure')
      ? html`<a href=${links.noticeSettings} @click=${() => this.hide()}>${t('通知设置')}</a>`
      : nothing;
    return html`<button class="head-button" type="button" aria-label=${label} title=${t('消息通知')} aria-haspopup="dialog" aria-expanded=${this.isOpen}
        aria-controls=${this.isOpen ? this.popId : nothing} @click=${this.toggle} @keydown=${this.key}>${icon('bell')}${
          this.unread ? html`<span class="badge num" aria-hidden="true">${badge}</span>` : nothing
        }</button>
      ${
        this.isOpen
          ? html`<div class="pop bell-pop" id=${this.popId} role="dialog" aria-label=${t('消息通知')} tabindex="-1" @keydown=${this.key} @focusout=${this.leave}>
            <div class="bell-head"><b>${t('消息通知')}</b>${
              this.unread
                ? html`<button class="btn link" type="button" @click=${this.readAll}>${t('全部标为已读')}</button>`
                : nothing
            }</div>
            <div class="bell-list">${this.list()}</div>
            <div class="bell-foot"><a href=${this.all} @click=${() => this.hide()}>${t('查看全部')}</a>${settings}</div>
          </div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-bell': Bell;
  }
}
