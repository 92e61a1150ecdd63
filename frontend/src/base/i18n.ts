// The words of the console. The source text is Chinese and is its own key, so Chinese needs no catalogue; English has
// one, and a unit test proves it complete.

import type { Catalogue } from '../locales/catalogue';

export type Lang = 'zh-CN' | 'en';

const KEY = 'pinma.lang';
let catalogue: Catalogue = {};
let current: Lang = 'zh-CN';

export const lang = (): Lang => current;

/** The text in the reader's language, with `{name}` filled in. */
export function t(text: string, values?: Record<string, string | number>): string {
  const found = catalogue[text] ?? text;
  return values ? found.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : found;
}

/** Loads the language the reader chose last; Chinese when they never chose. */
export async function loadLang(): Promise<void> {
  if (localStorage.getItem(KEY) !== 'en') return;
  // The labels of fields come beside the rest, so that no file is large.
  const [english] = await Promise.all([import('../locales/en'), import('../locales/en/fields')]);
  setCatalogue('en', english.default);
}
export function setCatalogue(to: Lang, texts: Catalogue): void {
  current = to;
  catalogue = texts;
  document.documentElement.lang = to;
}
/** Texts are read once, when a page is built; so another language means another start. */
export function switchLang(to: Lang): void {
  localStorage.setItem(KEY, to);
  location.reload();
}
