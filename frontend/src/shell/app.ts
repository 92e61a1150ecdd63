import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { session } from '../api/session';
import { t } from '../base/i18n';
import { hasUnsaved, mayLeave } from '../base/leaving';
import { links } from '../base/links';
import type { Match, PageContext, PageDef } from '../kit/page';
import { Router } from '../kit/router';
import { routes } from '../pages/routes';
import { closeTop, hasDialog } from '../ui/dialog';
import { Light } from '../ui/light';
import { result } from '../ui/result';
import { signInAgain } from './login-dialog';
import './shell';
import '../parts/sign-in/sign-in-page';
import { forgetReload, reloadOnce } from './stale-build';
import './shell.css';
import './menu.css';

const product = (): string => t('Pinma 品码');

const router = new Router(routes);
router.guard = {
  isNeeded: () => hasDialog() || hasUnsaved(),
  ask: async (way) => {
    // The back button closes what is open on top; a link in a dialog leaves it behind.
    if (way === 'back' && hasDialog()) {
      await closeTop();
      return false;
    }
    if (!(await mayLeave())) return false;
    while (hasDialog()) if (!(await closeTop())) return false;
    return true;
  },
};
window.addEventListener('beforeunload', (e) => {
  if (hasUnsaved()) e.preventDefault();
});

@customElement('pm-app')
export class App extends Light {
  @state() private match: Match | null = null;
  @state() private page: PageDef | null = null;
  @state() private isBusy = false;
  @state() private failure: unknown;
  @state() private visit = 0;
  private asked = 0;
  private accountId: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    session.askAgain = signInAgain;
    session.onChange(() => this.accountChanged());
    router.listen((match) => void this.show(match));
    this.addEventListener('broken', (e) => (this.failure = (e as CustomEvent).detail));
    void this.start();
  }
  private async start(): Promise<void> {
    try {
      await session.restore();
    } catch (e) {
      this.failure = e;
    }
    router.start();
  }
  private accountChanged(): void {
    const before = this.accountId;
    this.accountId = session.account?.id;
    // Its name or rights changed: the page stays, the menu is drawn again.
    if (before && before === this.accountId) this.requestUpdate();
    else if (session.account && location.pathname === links.login) void router.go('/', { replace: true, force: true });
    else if (this.visit) router.reload();
  }
  private async show(match: Match | null): Promise<void> {
    const asked = ++this.asked;
    this.failure = undefined;
    if (!match || !this.isAllowed(match)) {
      Object.assign(this, { match: null, page: null, isBusy: false });
      this.requestUpdate();
      document.title = product();
      return;
    }
    this.isBusy = true;
    try {
      const module = await match.route.load();
      if (asked !== this.asked) return;
      const isSame = this.match?.path === match.path;
      this.match = match;
      this.page = module.default;
      this.visit++;
      forgetReload();
      document.title = `${match.route.title} - ${product()}`;
      if (!isSame) await this.arrive();
    } catch (e) {
      if (asked === this.asked && !reloadOnce()) this.failure = e;
    } finally {
      if (asked === this.asked) this.isBusy = false;
    }
  }
  /** The new page begins at its top, and a screen reader at its heading. */
  private async arrive(): Promise<void> {
    await this.updateComplete;
    const main = this.querySelector('main');
    main?.scrollTo(0, 0);
    if (this.visit > 1) main?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
  private isAllowed(match: Match): boolean {
    const { permission, isPublic } = match.route;
    return isPublic || !session.account || !permission || session.may(permission);
  }
  private get context(): PageContext {
    return { match: this.match!, go: (to) => void router.go(to) };
  }
  private get heading(): string {
    return this.match ? (this.page?.title?.(this.context) ?? this.match.route.title) : '';
  }
  private content(): TemplateResult {
    if (this.failure) return this.brokenPage();
    if (!this.match || !this.page) return this.isBusy ? html`` : notFound();
    const page = this.page;
    return html`${guard([this.visit], () => keyed(this.visit, page.render(this.context)))}`;
  }
  private brokenPage(): TemplateResult {
    return result({
      icon: 'warning',
      tone: 'danger',
      title: t('页面出错了'),
      text: html`<p>${t('此页面无法显示，您保存过的内容不受影响。')}</p><p class="muted">${(this.failure as Error)?.message ?? ''}</p>`,
      actions: html`<button class="btn primary" type="button" @click=${() => location.reload()}>${t('重新加载')}</button>
        <a class="btn" href="/">${t('返回首页')}</a>`,
    });
  }
  override render() {
    if (session.account === undefined && !this.failure)
      return html`<div class="splash" role="status" aria-label=${t('加载中…')}></div>`;
    if (this.match?.route.isPublic) return html`<main class="public">${this.content()}</main>`;
    if (!session.account) return html`<main class="public"><pm-sign-in-page></pm-sign-in-page></main>`;
    return html`<pm-shell .match=${this.match} .heading=${this.heading} .busy=${this.isBusy} .content=${this.content()}></pm-shell>`;
  }
}

function notFound(): TemplateResult {
  return result({
    icon: 'search',
    tone: 'info',
    title: t('页面不存在'),
    text: t('地址可能有误，或当前账号没有查看此页面的权限。'),
    actions: html`<a class="btn primary" href="/">${t('返回首页')}</a>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-app': App;
  }
}
