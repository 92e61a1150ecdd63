// A whole page shown in a frame of ours, by `srcdoc`: its links are relative to the console, so a click would load the console in it.

import { t } from '../base/i18n';

/** The page with its own links leading to places in itself, and all others leading nowhere. */
export function framed(page: string): string {
  const inner = new DOMParser().parseFromString(page, 'text/html');
  for (const link of inner.querySelectorAll('a[href], area[href]')) {
    const to = link.getAttribute('href') ?? '';
    if (to.startsWith('#')) {
      link.setAttribute('href', `about:srcdoc${to}`);
      continue;
    }
    link.removeAttribute('href');
    link.setAttribute('title', t('预览中不打开其他页面'));
  }
  for (const form of inner.querySelectorAll('form')) form.replaceWith(...form.childNodes);
  return `<!doctype html>${inner.documentElement.outerHTML}`;
}
