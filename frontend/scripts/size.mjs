// Budgets in gzip KiB: what a visitor downloads before the console works, and the largest part that comes later.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const ENTRY_BUDGET = 90;
const CHUNK_BUDGET = 30;
/** Large tools that come when somebody asks for one, by the module that opens them. */
const TOOLS = { 'editor-dialog': 130 };

const assets = new URL('../dist/assets/', import.meta.url);
const read = (file) => readFileSync(new URL(file, assets));
const weigh = (file) => gzipSync(read(file), { level: 9 }).length / 1024;
const named = (text, pattern) => [...text.matchAll(pattern)].map((m) => m[1]);

/** A file and everything it needs before it runs. */
function withImports(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const text = file.endsWith('.js') ? read(file).toString() : '';
  for (const needed of named(text, /(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) withImports(needed, found);
  return found;
}

const index = readFileSync(new URL('../index.html', assets), 'utf8');
const entry = new Set(named(index, /(?:src|href)="\/assets\/([^"]+\.(?:js|css))"/g));
// The first file loads the language, then the app: both come before anything is shown.
const app = readdirSync(assets).find((f) => /^app-.*\.js$/.test(f));
const appStyles = readdirSync(assets).filter((f) => /^app-.*\.css$/.test(f));
for (const file of [...entry, app, ...appStyles]) withImports(file, entry);

const kib = (n) => n.toFixed(1).padStart(6);
const total = [...entry].reduce((sum, file) => sum + weigh(file), 0);
const later = readdirSync(assets)
  .filter((f) => /\.(js|css)$/.test(f) && !entry.has(f))
  .map((file) => ({ file, size: weigh(file), budget: TOOLS[file.replace(/-[\w-]{8}\.js$/, '')] ?? CHUNK_BUDGET }))
  .sort((a, b) => b.size - a.size);
console.log(`entry ${kib(total)} / ${ENTRY_BUDGET} KiB in ${entry.size} files`);
for (const { file, size, budget } of later.slice(0, 4)) console.log(`chunk ${kib(size)} / ${budget} KiB ${file}`);
console.log(`all   ${kib(later.reduce((sum, x) => sum + x.size, total))} KiB`);
if (total > ENTRY_BUDGET || later.some((x) => x.size > x.budget)) {
  console.error('The size budget is exceeded.');
  process.exit(1);
}
