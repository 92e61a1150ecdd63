// Rich text as the contract allows it, whatever came in: from the clipboard, from a draft, from the server.

import { CLASSES, DROPPED, ELEMENTS, FILE_ADDRESS, LINK_REL, NUMBER, safeLink } from './contract';

/** Other names of what is allowed. */
const ALIASES: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  ins: 'u',
  del: 's',
  strike: 's',
  h1: 'h2',
  h5: 'h4',
  h6: 'h4',
};
/** Boxes without a meaning of their own become paragraphs, unless they hold paragraphs. */
const BOXES = ['div', 'section', 'article', 'address', 'pre', 'center', 'dd', 'dt'];
const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, section, article, img, video, hr, pre';
/** What is nothing without its address. */
const NEEDS: Readonly<Record<string, string>> = { a: 'href', img: 'src', video: 'src' };

/** The value an attribute may have, undefined when it may have none. */
function allowed(name: string, attribute: string, from: Element): string | undefined {
  const value = from.getAttribute(attribute);
  switch (attribute) {
    case 'rel':
      return LINK_REL;
    case 'controls':
      return '';
    case 'href':
      return safeLink(value ?? '');
    case 'src':
    case 'poster':
      return value && FILE_ADDRESS.test(value) ? value : undefined;
    case 'class': {
      const known = [...from.classList].filter((c) => CLASSES[name]?.includes(c));
      return known.join(' ') || undefined;
    }
    case 'alt':
      return value ?? '';
    default:
      return value && NUMBER.test(value) && value !== '1' ? value : undefined;
  }
}

function rebuild(name: string, from: Element): HTMLElement {
  const made = document.createElement(name);
  for (const attribute of ELEMENTS[name] ?? []) {
    const value = allowed(name, attribute, from);
    if (value !== undefined) made.setAttribute(attribute, value);
  }
  return made;
}

function copy(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.textContent ?? ''));
    if (!(node instanceof Element)) continue;
    const given = node.localName;
    if (DROPPED.includes(given)) continue;
    const name = ALIASES[given] ?? (BOXES.includes(given) && !node.querySelector(BLOCKS) ? 'p' : given);
    if (!(name in ELEMENTS)) {
      copy(node, to);
      continue;
    }
    const made = rebuild(name, node);
    const needed = NEEDS[name];
    const isBare = needed && !made.hasAttribute(needed);
    // A link that may not be one keeps its words; a picture without an address is nothing.
    if (isBare && name !== 'a') continue;
    if (!isBare) to.appendChild(made);
    copy(node, isBare ? to : made);
  }
}

/** The allowed part of some HTML, built anew from nodes: nothing of the source is ever parsed into the page. */
export function clean(source: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(source, 'text/html').body, fragment);
  return fragment;
}

export function cleanHtml(source: string): string {
  const box = document.createElement('div');
  box.append(clean(source));
  return box.innerHTML;
}

/** How many pictures and videos cleaning takes out, so that it can be said. */
export function lostMedia(source: string): number {
  const before = new DOMParser().parseFromString(source, 'text/html').querySelectorAll('img, video').length;
  return before - clean(source).querySelectorAll('img, video').length;
}

/** The text alone, for lists and counts. */
export const plainText = (source: string): string => clean(source).textContent?.trim() ?? '';

/** Whether nothing would be seen. */
export const isBlank = (source: string | null | undefined): boolean => {
  if (!source) return true;
  const content = clean(source);
  return !content.textContent?.trim() && !content.querySelector('img, video, hr, table');
};
