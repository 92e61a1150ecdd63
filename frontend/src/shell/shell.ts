import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { nameOf } from '../api/enums';
import { mayReadNotices } from '../api/notices';
import { session } from '../api/session';
import { type Health, health, onHealth } from '../base/health';
import { t } from '../base/i18n';
import { forgetUnsaved, hasUnsaved } from '../base/leaving';
import { links } from '../base/links';
import type { Match, Route } from '../kit/page';
import { type Group, groupOf, groups, routes } from '../pages/routes';
import { confirmLoss } from '../ui/dialog';
import { icon } from '../ui/icons';
import { Light } from '../ui/light';
import '../ui/menu';
import './bell';
import { languageItem, logo } from '../ui/brand';

const COLLAPSED = 'pinma.menu';

/** Header, menu, breadcrumb: what is around every page of someone signed in. */
@customElement('pm-shell')
export class Shell extends Light {
  @property({ attribute: false }) match: Match | null = null;
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) content: unknown;
  @state() private isCollapsed = localStorage.getItem(COLLAPSED) === 'small';
  /** On a phone the menu is a drawer. */
  @state() private isOpen = false;
  @state() private folded = new Set<string>();
  @state() private health: Health = health();

  override connectedCallback(): void {
    super.connectedCallback();
    onHealth((h) => (this.health = h));
  }
  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('match')) this.isOpen = false;
  }
  private toggle(): void {
    if (matchMedia('(max-width: 760px)').matches) {
      this.isOpen = !this.isOpen;
      if (this.isOpen) void this.updateComplete.then(() => this.querySelector<HTMLElement>('.menu a')?.focus());
      return;
    }
    this.isCollapsed = !this.isCollapsed;
    localStorage.setItem(COLLAPSED, this.isCollapsed ? 'small' : '');
  }
  private fold(g: Group): void {
    if (this.isCollapsed) this.toggle();
    const folded = new Set(this.folded);
    if (!folded.delete(g.title)) folded.add(g.title);
    this.folded = folded;
  }
  private async signOut(): Promise<void> {
    if (hasUnsaved() && !(await confirmLoss())) return;
    forgetUnsaved();
    // The next account begins at its home, not where this one was.
    history.replaceState(history.state, '', links.login);
    await session.signOut();
  }

  private menu(): TemplateResult {
    const current = this.match?.route.parent ?? this.match?.route.path;
    const isAllowed = (r: Route): boolean => !r.parent && (!r.permission || session.may(r.permission));
    const link = (
      r: Route,
      face: unknown,
    ) => html`<a class="menu-item" href=${r.path} aria-current=${r.path === current ? 'page' : nothing}
      title=${this.isCollapsed ? r.title : nothing}>${face}<span>${r.title}</span></a>`;
    const group = (g: Group) => {
      const items = g.routes.filter(isAllowed);
      if (!items.length) return nothing;
      const only = items[0]!;
      if (items.length === 1) return html`<li>${link(only, icon(g.icon))}</li>`;
      const isOpen = !this.folded.has(g.title) && !this.isCollapsed;
      const isHere = items.some((r) => r.path === current);
      return html`<li><button class="menu-group ${isHere ? 'here' : ''}" type="button" aria-expanded=${isOpen}
          title=${this.isCollapsed ? g.title : nothing} @click=${() => this.fold(g)}>${icon(g.icon)}<span>${g.title}</span>${icon('down')}</button>
        ${isOpen ? html`<ul>${items.map((r) => html`<li>${link(r, nothing)}</li>`)}</ul>` : nothing}</li>`;
    };
    return html`<ul class="menu">${groups.map(group)}</ul>`;
  }
  private crumbs(): TemplateResult {
    const route = this.match?.route;
    const group = route && groupOf(route);
    const parent = routes.find((r) => r.path === route?.parent);
    const isHome = route?.path === links.home;
    if (isHome) return html``;
    return html`<nav aria-label=${t('面包屑')}><ol class="crumbs">
      <li><a href=${links.home}>${t('首页')}</a></li>
      ${group && group.title !== parent?.title ? html`<li>${group.title}</li>` : nothing}
      ${parent ? html`<li><a href=${parent.path}>${parent.title}</a></li>` : nothing}
      ${parent ? html`<li aria-current="page">${this.heading}</li>` : nothing}
    </ol></nav>`;
  }
  private header(): TemplateResult {
    const account = session.account!;
    const types = account.enterprise?.enterprise_types.map((code) => nameOf('EnterpriseType', code)).join(' / ');
    const who = account.enterprise?.name ?? account.display_name;
    const items = [
      ...(session.may('enterprise.read')
        ? [{ label: t('企业信息'), icon: 'shop' as const, href: links.enterprise }]
        : []),
      { label: t('修改密码'), icon: 'lock' as const, href: links.password },
      languageItem(),
      { label: t('退出登录'), icon: 'logout' as const, run: () => void this.signOut() },
    ];
    const face = html`<span class="avatar">${account.display_name.slice(0, 1)}</span><span class="wide-only">${account.display_name}</span><span class="sr">${t('账号菜单')}</span>${icon('down')}`;
    return html`<header class="shell-head">
      <button class="head-button" type="button" aria-label=${t('切换菜单')} aria-expanded=${this.isOpen || !this.isCollapsed} @click=${this.toggle}>
        ${icon(this.isCollapsed ? 'unfold' : 'fold')}</button>
      ${logo()}
      <div class="shell-who" title=${types ? `${who}［${types}］` : who}><span class="ellipsis">${who}</span>${types ? html`<small class="ellipsis">［${types}］</small>` : nothing}</div>
      ${mayReadNotices() ? html`<pm-bell></pm-bell>` : nothing}
      <pm-menu .look=${'head-button'} .face=${face} .items=${items}></pm-menu>
    </header>`;
  }
  private notice(): TemplateResult | typeof nothing {
    if (this.health === 'ok') return nothing;
    const text =
      this.health === 'offline'
        ? t('网络已断开，恢复后可继续操作，已填写的内容不会丢失。')
        : t('服务暂时不可用，正在等待恢复，已填写的内容不会丢失。');
    return html`<div class="shell-notice" role="status">${icon('warning')}${text}</div>`;
  }
  override render() {
    const small = this.isCollapsed ? 'small' : '';
    return html`${this.busy ? html`<div class="busy-bar" role="progressbar" aria-label=${t('加载中…')}></div>` : nothing}
      <div class="shell ${small} ${this.isOpen ? 'open' : ''}">
        <a class="skip" href="#main" @click=${(e: Event) => {
          e.preventDefault();
          this.querySelector<HTMLElement>('main h1')?.focus();
        }}>${t('跳到正文')}</a>
        ${this.header()}
        <nav class="shell-side" aria-label=${t('主菜单')} @keydown=${(e: KeyboardEvent) => {
          if (e.key === 'Escape') this.isOpen = false;
        }}>${this.menu()}</nav>
        ${this.isOpen ? html`<div class="shade" @click=${() => (this.isOpen = false)}></div>` : nothing}
        <main class="shell-main" id="main">${this.notice()}<div class="page">
          <div class="page-head">${this.crumbs()}${this.match ? html`<h1 tabindex="-1">${this.heading}</h1>` : nothing}</div>
          ${this.content}
        </div></main>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-shell': Shell;
  }
}
