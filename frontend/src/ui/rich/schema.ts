// The editor's schema: exactly what the contract allows, so that nothing else can be written.

import { Extension, type Extensions, type GlobalAttributes, Mark, mergeAttributes, Node } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { ALIGNMENTS, COLOURS, FILE_ADDRESS, LINK_REL, MARKERS, safeLink } from './contract';

const classIn = (element: HTMLElement, list: readonly string[]): string | null =>
  list.find((name) => element.classList.contains(name)) ?? null;

/** Alignment is a class of the block; without one it is as the page is. */
const Align = Extension.create({
  name: 'align',
  addGlobalAttributes(): GlobalAttributes {
    const align = {
      default: null,
      parseHTML: (e: HTMLElement) => classIn(e, ALIGNMENTS),
      renderHTML: (a: Record<string, unknown>) => (a.align ? { class: a.align as string } : {}),
    };
    return [{ types: ['paragraph', 'heading'], attributes: { align } }];
  },
});

/** A span with one class out of a list. */
const classMark = (name: string, list: readonly string[]): Mark =>
  Mark.create({
    name,
    addAttributes: () => ({ of: { default: null, rendered: false } }),
    parseHTML: () => [
      {
        tag: 'span',
        consuming: false,
        getAttrs: (e) => {
          const of = classIn(e, list);
          return of ? { of } : false;
        },
      },
    ],
    renderHTML: ({ mark }) => ['span', { class: mark.attrs.of as string }, 0],
  });

/** Letters above or below the line, as in m² and H₂O; one of them at a time. */
const shifted = (name: 'sub' | 'sup', other: 'sub' | 'sup'): Mark =>
  Mark.create({
    name,
    excludes: other,
    parseHTML: () => [{ tag: name }],
    renderHTML: () => [name, 0],
  });

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (e) => {
        const href = safeLink(e.getAttribute('href') ?? '');
        return href ? { href } : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes, { rel: LINK_REL }), 0],
});

/** Something shown from a file of this server. */
const isOurs = (e: HTMLElement) => (FILE_ADDRESS.test(e.getAttribute('src') ?? '') ? null : false);

const Picture = Node.create({
  name: 'picture',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    src: { default: null },
    alt: { default: '' },
    width: { default: null },
    height: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src]', getAttrs: isOurs }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});

const Video = Node.create({
  name: 'video',
  group: 'block',
  draggable: true,
  addAttributes: () => ({ src: { default: null }, poster: { default: null } }),
  parseHTML: () => [{ tag: 'video[src]', getAttrs: isOurs }],
  renderHTML: ({ HTMLAttributes }) => ['video', mergeAttributes(HTMLAttributes, { controls: '' })],
});

/** Cells without widths: a table is as wide as its page. */
const span = (name: string) => ({
  default: 1,
  parseHTML: (e: HTMLElement) => Number(e.getAttribute(name)) || 1,
  renderHTML: (a: Record<string, unknown>) => (a[name] === 1 ? {} : { [name]: a[name] }),
});
const cell = () => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, rendered: false, parseHTML: () => null },
});

export function extensions(placeholder: string): Extensions {
  return [
    Document,
    Text,
    Paragraph,
    Heading.configure({ levels: [2, 3, 4] }),
    HardBreak,
    HorizontalRule,
    Blockquote,
    BulletList,
    OrderedList.extend({ addAttributes: () => ({ start: { ...OL_START } }) }),
    ListItem,
    ListKeymap,
    Bold,
    Italic,
    Underline,
    Strike,
    shifted('sub', 'sup'),
    shifted('sup', 'sub'),
    classMark('colour', COLOURS),
    classMark('marker', MARKERS),
    Link,
    Picture,
    Video,
    Align,
    Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }),
    TableRow,
    TableHeader.extend({ addAttributes: cell }),
    TableCell.extend({ addAttributes: cell }),
    Placeholder.configure({ placeholder }),
    Dropcursor.configure({ color: '#1668dc', width: 2 }),
    Gapcursor,
    TrailingNode,
    UndoRedo,
  ];
}

const OL_START = {
  default: 1,
  parseHTML: (e: HTMLElement) => Number(e.getAttribute('start')) || 1,
  renderHTML: (a: Record<string, unknown>) => (a.start === 1 ? {} : { start: a.start }),
};
