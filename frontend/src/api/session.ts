// Who is signed in. The access token lives in memory only and is shared with the other tabs by message; the refresh
// token is an HttpOnly cookie no script sees. One that is used again after a minute ends the session, so tabs take turns.

import { lang, t } from '../base/i18n';
import { exclusively } from '../base/lock';
import { type ApiFailure, failureOf, networkFailure } from './problem';
import type { components } from './schema';

type View = components['schemas']['SessionView'];
export type Account = components['schemas']['AccountView'];
export type Credentials = components['schemas']['SignIn'];

interface Grant {
  token: string;
  expiresAt: number;
  account: Account;
}
type News = { kind: 'renewed'; grant: Grant } | { kind: 'ended' };

/** Renew when less than this is left, so that a request does not expire on its way. */
const MARGIN = 60_000;
/** A reload can cut a renewal short; so long its answer may still be on its way to the cookie jar. */
const IN_FLIGHT = 2_500;

const HINT = 'pinma.signed_in';
const STARTED = 'pinma.renewing';

export class Session {
  /** Undefined until it is known whether anyone is signed in. */
  account: Account | null | undefined;
  /** Asks the person to sign in again without leaving the page; true when they did. */
  askAgain: (() => Promise<boolean>) | null = null;
  private grant: Grant | null = null;
  private isLost = false;
  private renewing: Promise<boolean> | null = null;
  private asking: Promise<boolean> | null = null;
  private listeners = new Set<() => void>();
  private tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('pinma.session');

  constructor() {
    this.tabs?.addEventListener('message', (e: MessageEvent<News>) => this.hear(e.data));
  }
  onChange(fn: () => void): void {
    this.listeners.add(fn);
  }
  may(permission: string): boolean {
    return this.account?.permissions.includes(permission) ?? false;
  }

  /** On start: is there a session from before? Visitors who never signed in are not asked for. */
  async restore(): Promise<void> {
    if (localStorage.getItem(HINT)) await this.renew();
    else this.become(null);
  }
  async signIn(credentials: Credentials): Promise<void> {
    this.accept(await post('/api/v1/sessions', credentials));
  }
  async signOut(): Promise<void> {
    const token = await this.token().catch(() => undefined);
    if (token) {
      const headers = { ...baseHeaders(), authorization: `Bearer ${token}` };
      await fetch('/api/v1/sessions/current', { method: 'DELETE', headers }).catch(() => undefined);
    }
    this.end();
  }
  /** The session is over, here and in the other tabs. */
  end(): void {
    this.tabs?.postMessage({ kind: 'ended' } satisfies News);
    this.become(null);
  }
  /** The account was changed by something the user did; read it anew. */
  async reread(): Promise<void> {
    await this.renew(true);
  }

  /** A token that is good for a while; undefined when nobody is signed in. */
  async token(): Promise<string | undefined> {
    if (this.grant && this.grant.expiresAt - Date.now() < MARGIN) await this.renew();
    if (this.isLost) await this.ask();
    return this.grant?.token;
  }
  /** After a 401 for `used`: renews, or has the person sign in again. True when the request is worth repeating. */
  async recover(used: string): Promise<boolean> {
    if (this.grant && this.grant.token !== used) return true;
    return (await this.renew(true)) || (this.isLost && this.ask());
  }
  private ask(): Promise<boolean> {
    if (!this.askAgain) return Promise.resolve(false);
    this.asking ??= this.askAgain().finally(() => (this.asking = null));
    return this.asking;
  }

  private renew(evenIfFresh = false): Promise<boolean> {
    this.renewing ??= exclusively('pinma.renew', () => this.renewInTurn(evenIfFresh)).finally(
      () => (this.renewing = null),
    );
    return this.renewing;
  }
  private async renewInTurn(evenIfFresh: boolean): Promise<boolean> {
    const before = this.grant;
    await cutShort();
    // Another tab may have been first and told us.
    const isFresh = this.grant && this.grant.expiresAt - Date.now() > MARGIN;
    if (isFresh && (!evenIfFresh || this.grant !== before)) return true;
    localStorage.setItem(STARTED, String(Date.now()));
    try {
      this.accept(await refreshed());
      return true;
    } catch (e) {
      // Only the server can say that it is over; without an answer we go on as we are.
      if ((e as ApiFailure).status === 401 || (e as ApiFailure).status === 403) this.expire();
      else if (this.account === undefined) throw e;
      return false;
    } finally {
      localStorage.removeItem(STARTED);
    }
  }
  private accept(view: View): void {
    this.grant = { token: view.access_token, expiresAt: Date.now() + view.expires_in * 1000, account: view.account };
    this.tabs?.postMessage({ kind: 'renewed', grant: this.grant } satisfies News);
    this.become(view.account);
  }
  /** The session ended while its pages are open: they stay, and the next request asks to sign in. */
  private expire(): void {
    if (!this.account || !this.askAgain) {
      this.become(null);
      return;
    }
    this.grant = null;
    this.isLost = true;
    localStorage.removeItem(HINT);
  }
  private hear(news: News): void {
    if (news.kind === 'ended') this.become(null);
    else if (this.account && this.account.id !== news.grant.account.id) location.assign('/');
    else {
      this.grant = news.grant;
      this.become(news.grant.account);
    }
  }
  private become(account: Account | null): void {
    this.isLost = false;
    if (!account) this.grant = null;
    if (account) localStorage.setItem(HINT, '1');
    else localStorage.removeItem(HINT);
    const same = JSON.stringify(this.account) === JSON.stringify(account);
    this.account = account;
    if (!same) for (const fn of this.listeners) fn();
  }
}

/** Renews the session. An answer can be lost, and for a minute the same cookie is answered again. */
async function refreshed(): Promise<View> {
  const path = '/api/v1/sessions/refresh';
  try {
    return await post(path);
  } catch (e) {
    if ((e as ApiFailure).status) throw e;
    return post(path);
  }
}

async function cutShort(): Promise<void> {
  const started = Number(localStorage.getItem(STARTED));
  const wait = started + IN_FLIGHT - Date.now();
  if (started && wait > 0) await new Promise((done) => setTimeout(done, Math.min(wait, IN_FLIGHT)));
}

/** Sent with every request: a header no cross-site form can set, and the language of the answers. */
export const baseHeaders = (): Record<string, string> => ({ 'x-requested-with': 'pinma', 'accept-language': lang() });

async function post(path: string, body?: unknown): Promise<View> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      // Outlives a reload, so that the new cookie is not lost.
      keepalive: true,
      headers: { ...baseHeaders(), ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw networkFailure();
  }
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOf(response.status, answer, response.headers);
  if (!answer) throw new Error(t('服务返回的内容无法识别'));
  return answer as View;
}

export const session = new Session();
