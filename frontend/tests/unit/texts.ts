// Reads the sources as TypeScript does, to find every text that people see.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SRC = join(import.meta.dirname, '../../src');
/** Catalogues and generated files are texts by nature. */
const EXCEPT = ['locales/', 'api/constraints.ts', 'api/error-texts.ts', 'api/schema.d.ts'];
const CHINESE = /[\u3400-\u9fff]/;

interface Found {
  /** Keys of the catalogue. */
  keys: Set<string>;
  /** Chinese that goes past the catalogue, with its place. */
  raw: string[];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !EXCEPT.some((e) => f.startsWith(e)))
    .map((f) => join(folder, f));
}

export function texts(): Found {
  const found: Found = { keys: new Set(), raw: [] };
  for (const file of filesIn(SRC)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    visit(source, source, found);
  }
  return found;
}

function visit(node: ts.Node, source: ts.SourceFile, found: Found): void {
  if (ts.isCallExpression(node) && node.expression.getText(source) === 't') {
    const [key, ...rest] = node.arguments;
    if (key && ts.isStringLiteralLike(key)) found.keys.add(key.text);
    else if (key) visit(key, source, found);
    for (const value of rest) visit(value, source, found);
    return;
  }
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  if (isText && CHINESE.test(node.text)) {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.raw.push(`${source.fileName.slice(SRC.length + 1)}:${line + 1} ${node.text.trim().slice(0, 40)}`);
  }
  ts.forEachChild(node, (child) => visit(child, source, found));
}
