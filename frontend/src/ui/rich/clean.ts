// Rich text as the contract allows it, whatever came in: from the clipboard, from a draft, from the server.

import { CLASSES, DROPPED, ELEMENTS, FILE_ADDRESS, LINK_REL, NUMBER, safeLink } from './contract';

/** Other names of what is allowed. */
const ALIASES: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  ins: 'u',
  del: 's',
  strike: 's',
  font: 'span',
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

/** As deep and as many as the server takes (crates/product/src/page/outline.rs). */
export const DEPTH = 32;
export const NODES = 5_000;

/** Where a copy stands: the next node to look at, what it goes into, and how deep that is. */
interface Place {
  next: Node | null;
  into: Node;
  depth: number;
}

/** Copies what is allowed, level by level without recursion. What is too deep keeps its words; what is too much is left out. */
function copy(from: Node, to: Node): void {
  const places: Place[] = [{ next: from.firstChild, into: to, depth: 0 }];
  let nodes = 0;
  for (let place = places.at(-1); place; place = places.at(-1)) {
    const { next: node, into, depth } = place;
    if (!node) {
      places.pop();
      continue;
    }
    place.next = node.nextSibling;
    if (node.nodeType === Node.TEXT_NODE) into.appendChild(document.createTextNode(node.textContent ?? ''));
    if (!(node instanceof Element) || DROPPED.includes(node.localName)) continue;
    if (++nodes > NODES) return;
    const made = copied(node);
    if (made === 'nothing') continue;
    const goesIn = made instanceof Node && depth < DEPTH;
    if (goesIn) into.appendChild(made);
    places.push({ next: node.firstChild, into: goesIn ? made : into, depth: goesIn ? depth + 1 : depth });
  }
}

/** What stands for an element: its copy, only what is in it, or nothing. */
function copied(node: Element): HTMLElement | 'content' | 'nothing' {
  const given = node.localName;
  const name = ALIASES[given] ?? (BOXES.includes(given) && !node.querySelector(BLOCKS) ? 'p' : given);
  if (!(name in ELEMENTS)) return 'content';
  const made = rebuild(name, node);
  const needed = NEEDS[name];
  if (!needed || made.hasAttribute(needed)) return made;
  // A link that may not be one keeps its words; a picture without an address is nothing.
  return name === 'a' ? 'content' : 'nothing';
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

/** The text alone, for lists and counts. */
export const plainText = (source: string): string => clean(source).textContent?.trim() ?? '';

/** Whether nothing would be seen. */
export const isBlank = (source: string | null | undefined): boolean => {
  if (!source) return true;
  const content = clean(source);
  return !content.textContent?.trim() && !content.querySelector('img, video, hr, table');
};
