import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byFolder, circles, type Graph, importsIn } from './imports';

/** From the ground up: a file may import from its own layer and from those before it. */
const LAYERS = ['locales', 'base', 'api', 'ui', 'kit', 'parts', 'pages', 'shell'];

const files = importsIn(join(import.meta.dirname, '../../src'));

const layerOf = (file: string): number => {
  const folder = file.split('/')[0] ?? '';
  // What stands beside the folders, such as main.ts, is above them all.
  return file.includes('/') ? LAYERS.indexOf(folder) : LAYERS.length;
};
/** Imports of something above the file that imports it. */
const upward = (graph: Graph): string[] =>
  [...graph].flatMap(([from, targets]) =>
    [...targets].filter((to) => layerOf(to) > layerOf(from)).map((to) => `${from} → ${to}`),
  );
/** Imports of one page's folder by another's: what two pages share belongs to parts/. */
const sideways = (graph: Graph): string[] => {
  const page = (file: string): string | undefined => /^pages\/(\w[\w-]*)\//.exec(file)?.[1];
  return [...graph].flatMap(([from, targets]) =>
    [...targets].filter((to) => page(from) && page(to) && page(from) !== page(to)).map((to) => `${from} → ${to}`),
  );
};

describe('the sources of the console', () => {
  it('stand in folders that are known layers', () => {
    expect(files.size).toBeGreaterThan(200);
    expect([...files.keys()].filter((f) => layerOf(f) < 0)).toEqual([]);
  });
  it('import nothing from a layer above', () => {
    expect(upward(files)).toEqual([]);
  });
  it('have no circle of files', () => {
    expect(circles(files)).toEqual([]);
  });
  it('have no circle of folders', () => {
    expect(circles(byFolder(files))).toEqual([]);
  });
  it('have no page that imports from another page', () => {
    expect(sideways(files)).toEqual([]);
  });
});

describe('the check itself', () => {
  const graph = (edges: Record<string, string[]>): Graph =>
    new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));

  it('finds an import from a layer above', () => {
    expect(upward(graph({ 'ui/a.ts': ['kit/b.ts'], 'kit/b.ts': ['ui/a.ts'] }))).toEqual(['ui/a.ts → kit/b.ts']);
  });
  it('finds a circle of files, and one of folders that no file is in', () => {
    expect(circles(graph({ a: ['b'], b: ['c'], c: ['a'] }))).toEqual(['a → b → c → a']);
    const folders = byFolder(graph({ 'x/a.ts': ['y/b.ts'], 'y/c.ts': ['x/d.ts'] }));
    expect(circles(folders)).toEqual(['x → y → x']);
  });
  it('reads imports of types, of style sheets and lazy ones', () => {
    const here = importsIn(import.meta.dirname);
    expect(here.get('layers.test.ts')).toEqual(new Set(['imports.ts']));
    expect(files.get('base/i18n.ts')).toEqual(
      new Set(['locales/catalogue.ts', 'locales/en/index.ts', 'locales/en/fields.ts']),
    );
  });
});
