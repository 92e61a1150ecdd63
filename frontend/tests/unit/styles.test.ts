import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { importsIn } from './imports';

const SRC = join(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
const read = (file: string): string => readFileSync(join(SRC, file), 'utf8');
const sheets = files.filter((f) => f.endsWith('.css'));

/** Classes that a library writes: the editor of rich text. */
const FOREIGN = /^ProseMirror|^(selectedCell|column-resize-handle|resize-cursor|tableWrapper|is-)/;

it('every style sheet is loaded by a module or by index.css', () => {
  const byIndex = [...read('ui/css/index.css').matchAll(/@import "(.+)"/g)].map(([, path = '']) =>
    relative(SRC, resolve(SRC, 'ui/css', path)),
  );
  const loaded = new Set([...byIndex, ...[...importsIn(SRC).values()].flatMap((targets) => [...targets])]);
  expect(sheets.filter((sheet) => !loaded.has(sheet))).toEqual([]);
});

it('no style is for a class that nothing has', () => {
  const words = new Set(files.filter((f) => f.endsWith('.ts')).flatMap((f) => read(f).match(/[A-Za-z][\w-]*/g) ?? []));
  const dead = sheets.flatMap((sheet) => {
    const selectors = read(sheet).replace(/\/\*[\s\S]*?\*\/|\{[^{}]*\}|"[^"]*"|url\([^)]*\)/g, '{}');
    const classes = [...selectors.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name);
    return classes.filter((name) => !words.has(name) && !FOREIGN.test(name)).map((name) => `${sheet}: .${name}`);
  });
  expect(dead).toEqual([]);
});
