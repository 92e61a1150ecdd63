import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const CONSOLE = join(ROOT, 'frontend/src');
const PAGE = join(ROOT, 'crates/scan/src/page');

const sheetsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.css'))
    .map((f) => join(folder, f));

it('rich text looks the same in the editor and on the page behind a code: one sheet, used by both', () => {
  const shared = join(PAGE, 'style/rich.css');
  expect(readFileSync(join(CONSOLE, 'ui/css/index.css'), 'utf8')).toContain('crates/scan/src/page/style/rich.css"');
  expect(readFileSync(join(PAGE, 'style.rs'), 'utf8')).toContain('include_str!("style/rich.css")');
  const others = [...sheetsIn(CONSOLE), ...sheetsIn(PAGE)].filter((f) => f !== shared);
  expect(others.length).toBeGreaterThan(20);
  expect(others.filter((f) => /\.rich-content\b/.test(readFileSync(f, 'utf8')))).toEqual([]);
});
