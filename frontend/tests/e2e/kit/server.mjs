// The real binary, on a database and in a folder of its own.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FRONTEND = resolve(import.meta.dirname, '../../..');
const DIST = join(FRONTEND, 'dist');
const BIN = resolve(process.env.PINMA_BIN ?? join(FRONTEND, '../target/debug/pinma'));
const READY_WITHIN = 60_000;

/** Servers that run; none outlives the tests, however they end. */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Where the scans of the story come from, as an operator's table of addresses would say. */
const REGIONS = ['10.33.9.0,10.33.9.255,330109', '10.33.2.0,10.33.2.255,330203', '10.31.1.0,10.31.1.255,310104'];

function newest(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, name)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);
}

/** Fails unless program and console are built, and the console from what is there. */
export function demandBuilds() {
  if (!existsSync(BIN)) throw new Error(`no pinma at ${BIN}: build it, or name it in PINMA_BIN`);
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('the console is not built: npm run build');
  if (newest(join(FRONTEND, 'src')) > statSync(join(DIST, 'index.html')).mtimeMs)
    throw new Error('the built console is older than its sources: npm run build');
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Where the server keeps its rows: a new database of the PostgreSQL server in TEST_DATABASE_URL, or a file of its own. */
function ownDatabase() {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return {};
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const createdb = join(process.env.PINMA_TEST_POSTGRES_BIN ?? '', 'createdb');
  execFileSync(createdb, [`--maintenance-db=${server}`, name]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { DATABASE_URL: url.href };
}

/** The program, on its own data, with mails going to this server; known to the world by another address when there is a proxy. */
export async function startServer(smtp, publicUrl) {
  const data = mkdtempSync(join(tmpdir(), 'pinma-e2e-'));
  const regions = join(data, 'regions.csv');
  writeFileSync(regions, `${REGIONS.join('\n')}\n`);
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: undefined,
    ...ownDatabase(),
    PINMA_DATA: data,
    PINMA_LISTEN: `127.0.0.1:${port}`,
    PINMA_PUBLIC_URL: publicUrl ?? base,
    PINMA_WEB: DIST,
    PINMA_SMS: 'development',
    PINMA_SMTP_URL: smtp,
    PINMA_MAIL_FROM: '品码 <notice@pinma.example.com>',
    PINMA_IP_REGIONS: regions,
    PINMA_TRUSTED_PROXIES: '127.0.0.1',
    PINMA_LOG: 'warn',
  };
  const child = spawn(BIN, ['serve', '--migrate'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
  const stop = () =>
    new Promise((done) => {
      const end = () => {
        rmSync(data, { recursive: true, force: true });
        done();
      };
      if (child.exitCode !== null) return end();
      child.once('exit', end);
      child.kill('SIGTERM');
    });

  const until = Date.now() + READY_WITHIN;
  for (;;) {
    const isUp = await fetch(`${base}/api/v1/registrations/rules`).then(
      (r) => r.ok,
      () => false,
    );
    if (isUp) break;
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`the server did not start:\n${log}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    base,
    /** Lets all products have been activated some days ago, as if time had passed: what is filed has ended. */
    age(days) {
      const rows = (table, column, when) =>
        env.DATABASE_URL
          ? `UPDATE ${table} SET ${column} = ${column} - interval '${days} days' ${when};`
          : `UPDATE ${table} SET ${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '-${days} days') ${when};`;
      const text =
        rows('products', 'activated_at', 'WHERE activated_at IS NOT NULL') + rows('unit_ranges', 'issued_at', '');
      if (!env.DATABASE_URL) return execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(data, 'pinma.db'), text]);
      const psql = join(process.env.PINMA_TEST_POSTGRES_BIN ?? '', 'psql');
      return execFileSync(psql, ['-q', '-v', 'ON_ERROR_STOP=1', '-c', text, env.DATABASE_URL]);
    },
    /** Loses what jobs made, as a backup without it does that is restored. */
    loseOutcomes() {
      const folder = join(data, 'outcomes');
      for (const file of readdirSync(folder)) rmSync(join(folder, file));
    },
    stop,
    log: () => log,
    /** Runs another command of the binary beside the server. */
    run(args, input) {
      const ran = spawnSync(BIN, args, { env, input, encoding: 'utf8' });
      if (ran.status !== 0) throw new Error(`pinma ${args.join(' ')}: ${ran.stderr}`);
      return ran.stdout;
    },
  };
}
