// Reads which file of the console imports which, types, style sheets and lazy imports included.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The file a relative import means; a style sheet may name what it loads (`?inline`). */
function target(from: string, specifier: string): string | undefined {
  const path = resolve(dirname(from), specifier.split('?')[0] ?? '');
  return [path, `${path}.ts`, join(path, 'index.ts')].find((p) => /\.\w+$/.test(p) && existsSync(p));
}

/** Every relative import of every TypeScript file below a folder, as paths from that folder. */
export function importsIn(root: string): Graph {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const path = join(root, file);
      const named = ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles.map((f) => f.fileName);
      const found = named.filter((name) => name.startsWith('.')).flatMap((name) => target(path, name) ?? []);
      return [file, new Set(found.map((f) => relative(root, f)))];
    }),
  );
}

/** The same graph with every file replaced by its folder; the imports inside one folder are left out. */
export function byFolder(files: Graph): Graph {
  const folders = new Map<string, Set<string>>();
  for (const [from, targets] of files)
    for (const to of targets) {
      const [a, b] = [dirname(from), dirname(to)];
      if (a !== b) folders.set(a, (folders.get(a) ?? new Set()).add(b));
    }
  return folders;
}

/** One way round each circle, the first node repeated at its end. */
export function circles(graph: Graph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) found.push([...path.slice(at), node].join(' → '));
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}
