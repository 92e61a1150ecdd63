import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, type Route } from '../../src/kit/page';
import { compile, Router } from '../../src/kit/router';
import { routes as real } from '../../src/pages/routes';

const route = (path: string): Route => ({ path, title: path, load: async () => ({ default: page({} as never) }) });
const routes = ['/', '/products', '/products/new', '/products/:id', '/products/:id/edit'].map(route);
const at = (router: Router, path: string) => router.match(new URL(path, 'http://localhost'));

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(() => vi.restoreAllMocks());

describe('match', () => {
  const router = new Router(routes);
  it('takes the first route that fits, with its parameters', () => {
    expect(at(router, '/products/new')?.route.path).toBe('/products/new');
    expect(at(router, '/products/7/edit')).toMatchObject({
      route: { path: '/products/:id/edit' },
      params: { id: '7' },
    });
    expect(at(router, '/products/')?.route.path).toBe('/products');
  });
  it('decodes parameters, even broken ones', () => {
    expect(at(router, '/products/%E6%9C%A8')?.params.id).toBe('木');
    expect(at(router, '/products/%zz')?.params.id).toBe('%zz');
  });
  it('keeps the query and knows no other address', () => {
    expect(at(router, '/products?page=3')?.query.get('page')).toBe('3');
    expect(at(router, '/product')).toBeNull();
    expect(at(router, '/products/1/edit/2')).toBeNull();
  });
  it('takes special characters in a path for themselves', () => {
    expect(compile('/a.b').pattern.test('/aXb')).toBe(false);
  });
});

describe('go', () => {
  it('shows a page and tells its listeners', async () => {
    const router = new Router(routes);
    const heard = vi.fn();
    router.listen(heard);
    await router.go('/products/7?x=1');
    expect(location.pathname + location.search).toBe('/products/7?x=1');
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ params: { id: '7' } });
  });
  it('stays when the guard says so, unless forced', async () => {
    const router = new Router(routes);
    router.guard = { isNeeded: () => true, ask: async () => false };
    await router.go('/products');
    expect(location.pathname).toBe('/');
    await router.go('/products', { force: true });
    expect(location.pathname).toBe('/products');
  });
});

describe('links', () => {
  const press = (a: HTMLAnchorElement, more: MouseEventInit = {}): boolean => {
    document.body.replaceChildren(a);
    const e = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...more });
    let isTaken = false;
    // What the router leaves alone must not leave the test either.
    const last = (): void => {
      isTaken = e.defaultPrevented;
      e.preventDefault();
    };
    window.addEventListener('click', last, { once: true });
    a.dispatchEvent(e);
    return isTaken;
  };
  const link = (href: string, more: Partial<HTMLAnchorElement> = {}) =>
    Object.assign(document.createElement('a'), { href, ...more });

  it('are taken over when they lead to a page of ours, and only then', () => {
    const router = new Router(routes);
    const go = vi.spyOn(router, 'go').mockResolvedValue();
    router.start();
    expect(press(link('/products?x=1'))).toBe(true);
    expect(go).toHaveBeenCalledWith('/products?x=1');
    expect(press(link('/files/1'))).toBe(false);
    expect(press(link('/products', { target: '_blank' }))).toBe(false);
    expect(press(link('/products'), { ctrlKey: true })).toBe(false);
    expect(press(link('https://example.com/products'))).toBe(false);
  });
});

describe('the routes of the console', () => {
  it('are unique, and each parent is a page', () => {
    const paths = real.map((r) => r.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(real.filter((r) => r.parent && !paths.includes(r.parent))).toEqual([]);
  });
});
