import type { Match, Route } from './page';

type Listener = (match: Match | null) => void;
interface Entry {
  index: number;
}

export function compile(path: string): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}/?$`), names };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Addresses to pages over the History API. The guard is asked before every way of leaving, the back button included:
 * the browser has already moved then, so we move back, ask, and repeat the step when the answer is yes.
 */
export class Router {
  /** Whether leaving needs an answer, and the answer: false keeps the user where they are. */
  guard: { isNeeded: () => boolean; ask: (way: 'go' | 'back') => Promise<boolean> } = {
    isNeeded: () => false,
    ask: async () => true,
  };
  current: Match | null = null;
  private table: { route: Route; pattern: RegExp; names: string[] }[];
  private listeners = new Set<Listener>();
  private index = 0;
  /** A step of ours through the history, whose event is not the user's. */
  private awaited: (() => void) | null = null;

  constructor(routes: readonly Route[]) {
    this.table = routes.map((route) => ({ route, ...compile(route.path) }));
  }
  match(url: URL): Match | null {
    for (const { route, pattern, names } of this.table) {
      const found = pattern.exec(url.pathname);
      if (!found) continue;
      const params = Object.fromEntries(names.map((name, i) => [name, decode(found[i + 1] ?? '')]));
      return { route, params, query: url.searchParams, path: url.pathname };
    }
    return null;
  }
  listen(fn: Listener): void {
    this.listeners.add(fn);
  }
  start(): void {
    this.index = (history.state as Entry | null)?.index ?? 0;
    history.replaceState({ index: this.index } satisfies Entry, '');
    document.addEventListener('click', (e) => this.click(e));
    window.addEventListener('popstate', (e) => void this.pop(e));
    this.emit();
  }
  async go(to: string, options: { replace?: boolean; force?: boolean } = {}): Promise<void> {
    if (!options.force && this.guard.isNeeded() && !(await this.guard.ask('go'))) return;
    if (options.replace) history.replaceState({ index: this.index } satisfies Entry, '', to);
    else history.pushState({ index: ++this.index } satisfies Entry, '', to);
    this.emit();
  }
  /** Loads the present page once more. */
  reload(): void {
    this.emit();
  }

  private click(e: MouseEvent): void {
    if (e.defaultPrevented || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
    const a = e.composedPath().find((n): n is HTMLAnchorElement => n instanceof HTMLAnchorElement);
    if (!a?.href || a.target || a.hasAttribute('download') || a.origin !== location.origin) return;
    const url = new URL(a.href);
    if (!this.match(url)) return;
    e.preventDefault();
    void this.go(url.pathname + url.search);
  }
  private async pop(e: PopStateEvent): Promise<void> {
    if (this.awaited) {
      this.awaited();
      return;
    }
    const to = (e.state as Entry | null)?.index ?? 0;
    const steps = to - this.index;
    if (steps && this.guard.isNeeded()) {
      await this.step(-steps);
      if (!(await this.guard.ask('back'))) return;
      await this.step(steps);
    }
    this.index = to;
    this.emit();
  }
  private step(by: number): Promise<void> {
    return new Promise((done) => {
      this.awaited = () => {
        this.awaited = null;
        done();
      };
      history.go(by);
    });
  }
  private emit(): void {
    this.current = this.match(new URL(location.href));
    for (const fn of this.listeners) fn(this.current);
  }
}
