// What rich text may consist of. The editor writes nothing else, and the console shows nothing else; the server's
// sanitiser is the authority and keeps the same list. Whoever changes one changes the other.
//
// - Elements and their attributes are those of ELEMENTS. What is not listed is taken out and its content kept, except
//   for DROPPED, whose content goes too.
// - There is no `style`: colours and alignment are classes from CLASSES, so that a page needs no inline styles and
//   every colour keeps its contrast on white. Their looks are in crates/scan/src/page/style/rich.css.
// - `href` is an https address without user and password (safeLink); `rel` is always LINK_REL, `target` never stored.
// - `src` and `poster` are public files of this server (FILE_ADDRESS), uploaded for `page_picture` or `page_video`.
// - `controls` is always there on a video; numbers have one to four digits (NUMBER); `alt` is any text.

export const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  h2: ['class'],
  h3: ['class'],
  h4: ['class'],
  p: ['class'],
  br: [],
  hr: [],
  blockquote: [],
  ul: [],
  ol: ['start'],
  li: [],
  strong: [],
  em: [],
  u: [],
  s: [],
  sub: [],
  sup: [],
  span: ['class'],
  a: ['href', 'rel'],
  img: ['src', 'alt', 'width', 'height'],
  video: ['src', 'poster', 'controls'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
};

/** The classes an element may have; of each kind one at most. */
export const ALIGNMENTS = ['a-center', 'a-right', 'a-justify'] as const;
export const COLOURS = ['c-red', 'c-orange', 'c-green', 'c-blue', 'c-purple', 'c-grey'] as const;
export const MARKERS = ['m-red', 'm-yellow', 'm-green', 'm-blue'] as const;
export const CLASSES: Readonly<Record<string, readonly string[]>> = {
  p: ALIGNMENTS,
  h2: ALIGNMENTS,
  h3: ALIGNMENTS,
  h4: ALIGNMENTS,
  span: [...COLOURS, ...MARKERS],
};

/** What is taken out together with everything in it. */
export const DROPPED: readonly string[] = [
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
];

export const LINK_REL = 'noopener noreferrer nofollow';
export const FILE_ADDRESS = /^\/files\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const NUMBER = /^[1-9]\d{0,3}$/;

/** The address of a link as it may be stored, undefined when it may not. */
export function safeLink(text: string): string | undefined {
  if (!/^https:\/\//i.test(text.trim())) return undefined;
  try {
    const url = new URL(text.trim());
    return url.username || url.password || !url.hostname.includes('.') ? undefined : url.href;
  } catch {
    return undefined;
  }
}
