// What is pasted from word processors and web pages, before it is cleaned: their inline styles as classes of the contract, their
// pictures as places to be filled, and a list of what cannot stay.

import { FILE_ADDRESS, safeLink } from './contract';

/** What was made of a paste. */
export interface Pasted {
  html: string;
  /** Pictures that came along, each in the place of its token. */
  pictures: { token: string; file: File }[];
  /** How many pictures, videos and links did not stay. */
  lost: { media: number; links: number };
}

/** More pictures than anybody pastes. */
const MOST_PICTURES = 50;

type Rgb = readonly [number, number, number];

const NAMES: Readonly<Record<string, Rgb>> = {
  red: [255, 0, 0],
  darkred: [139, 0, 0],
  maroon: [128, 0, 0],
  orange: [255, 165, 0],
  yellow: [255, 255, 0],
  green: [0, 128, 0],
  lime: [0, 255, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  cyan: [0, 255, 255],
  aqua: [0, 255, 255],
  teal: [0, 128, 128],
  purple: [128, 0, 128],
  fuchsia: [255, 0, 255],
  magenta: [255, 0, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
};

function rgbOf(text: string): Rgb | undefined {
  const s = text.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(s)?.[1];
  if (hex) {
    const six = hex.length === 3 ? [...hex].map((c) => c + c).join('') : hex;
    return [0, 2, 4].map((i) => Number.parseInt(six.slice(i, i + 2), 16)) as unknown as Rgb;
  }
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(s);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : NAMES[s];
}

/** The name of a colour among ours; none for black, white and what is nearly so. */
function hueOf([r, g, b]: Rgb): 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple' | 'grey' | undefined {
  const max = Math.max(r, g, b);
  const spread = max - Math.min(r, g, b);
  if (max < 70 || (spread < 24 && max > 235)) return undefined;
  if (spread < 24) return 'grey';
  const sixth = max === r ? ((g - b) / spread + 6) % 6 : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  const hue = sixth * 60;
  if (hue < 16 || hue >= 345) return 'red';
  if (hue < 45) return 'orange';
  if (hue < 70) return 'yellow';
  if (hue < 170) return 'green';
  return hue < 258 ? 'blue' : 'purple';
}

/** Text in a colour that is not ours is in the nearest one that can be read on white. */
const textClass = (colour: string): string | undefined => {
  const rgb = rgbOf(colour);
  const hue = rgb && hueOf(rgb);
  return hue && `c-${hue === 'yellow' ? 'orange' : hue}`;
};
const markerClass = (colour: string): string | undefined => {
  const rgb = rgbOf(colour);
  const hue = rgb && hueOf(rgb);
  if (!hue || hue === 'grey') return undefined;
  return `m-${{ orange: 'yellow', purple: 'red' }[hue as string] ?? hue}`;
};

/** The styles an element has of its own: Word writes properties of its own making, which no browser keeps. */
function styleOf(e: Element): (name: string) => string {
  const declared = (e.getAttribute('style') ?? '').split(';').map((d) => d.split(':', 2).map((part) => part.trim()));
  return (name) => declared.findLast(([key]) => key?.toLowerCase() === name)?.[1]?.toLowerCase() ?? '';
}

/** What a text is given by the elements around it, the nearest first. */
function looksOf(node: Node): { classes: string[]; shift: 'sub' | 'sup' | undefined; isBold: boolean } {
  let colour: string | undefined;
  let marker: string | undefined;
  let shift: 'sub' | 'sup' | undefined;
  let weight = '';
  for (let e = node.parentElement; e && e.localName !== 'body'; e = e.parentElement) {
    // A link has a look of its own.
    if (e.localName === 'a') colour ??= '';
    const style = styleOf(e);
    colour ??= style('color') || (e.localName === 'font' ? e.getAttribute('color') : null) || undefined;
    marker ??= style('mso-highlight') || style('background-color') || style('background') || undefined;
    const valign = style('vertical-align');
    if (!shift && valign === 'super') shift = 'sup';
    if (!shift && valign === 'sub') shift = 'sub';
    weight ||= style('font-weight');
  }
  const classes = [colour && textClass(colour), marker && markerClass(marker)].filter((c): c is string => !!c);
  return { classes, shift, isBold: weight === 'bold' || Number(weight) >= 600 };
}

function dress(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim()) continue;
    const { classes, shift, isBold } = looksOf(text);
    const wrap = (name: string, className = ''): void => {
      const around = body.ownerDocument.createElement(name);
      if (className) around.className = className;
      text.replaceWith(around);
      around.append(text);
    };
    for (const c of classes) wrap('span', c);
    if (shift) wrap(shift);
    if (isBold && !text.parentElement?.closest('b, strong, h1, h2, h3, h4, h5, h6')) wrap('strong');
  }
  for (const e of body.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6, center')) {
    const side =
      styleOf(e)('text-align') || e.getAttribute('align')?.toLowerCase() || (e.localName === 'center' ? 'center' : '');
    if (['center', 'right', 'justify'].includes(side)) e.classList.add(`a-${side}`);
  }
}

/** The file a picture holds in its address. */
function fileIn(address: string, name: string): File | undefined {
  const found = /^data:(image\/(?:jpeg|png));base64,(.+)$/is.exec(address);
  if (!found) return undefined;
  try {
    const bytes = Uint8Array.from(atob(found[2]!.replace(/\s/g, '')), (c) => c.charCodeAt(0));
    return new File([bytes], name, { type: found[1]!.toLowerCase() });
  } catch {
    return undefined;
  }
}

/** Reads what was pasted. */
export function readPasted(source: string): Pasted {
  const { body } = new DOMParser().parseFromString(source, 'text/html');
  const pictures: Pasted['pictures'] = [];
  const lost = { media: 0, links: 0 };
  for (const e of body.querySelectorAll('img, video, iframe, object, embed, svg')) {
    const address = e.getAttribute('src') ?? '';
    if (FILE_ADDRESS.test(address)) continue;
    const file =
      e.localName === 'img' && pictures.length < MOST_PICTURES ? fileIn(address, `${pictures.length + 1}`) : undefined;
    if (!file) {
      lost.media += 1;
      continue;
    }
    // A character of private use: nobody types it, and it is gone before anything is saved.
    const token = `\uE0F0${pictures.length}\uE0F1`;
    pictures.push({ token, file });
    e.replaceWith(token);
  }
  for (const e of body.querySelectorAll('a[href]')) {
    const href = e.getAttribute('href') ?? '';
    if (!href.startsWith('#') && !safeLink(href)) lost.links += 1;
  }
  dress(body);
  return { html: body.innerHTML, pictures, lost };
}
