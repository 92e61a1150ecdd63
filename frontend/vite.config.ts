import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { generate } from './scripts/gen-api.mjs';

// 360 and QQ browsers still ship Chromium 109-era kernels; iOS 15.4 is the oldest web view we support.
const TARGET = ['chrome109', 'edge109', 'firefox115', 'safari15.4'];

// What vite leaves to a running `pinma serve` (scripts/dev starts both).
const BACKEND = process.env.PINMA_BACKEND ?? 'http://127.0.0.1:8080';
const FROM_BACKEND = [
  '/01',
  '/api',
  '/feedback',
  '/files',
  '/health',
  '/leave',
  '/menus',
  '/outcomes',
  '/problems',
  '/swagger-ui',
].map((path) => `^${path}(/|\\?|$)`);

/** Generates the API's types anew while `npm run dev` runs: when the document changes, or another table is imported. */
const generated: Plugin = {
  name: 'generated',
  apply: 'serve',
  async configureServer({ watcher }) {
    await generate();
    watcher.add(resolve(import.meta.dirname, '../openapi'));
    watcher.on('change', () => void generate());
  },
};

export default defineConfig({
  plugins: [generated],
  build: {
    target: TARGET,
    cssTarget: TARGET,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 2048,
    // The English of the API's fields is a file of its own, beside that of the console: both are read at once.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'en-fields', test: /locales\/en\/fields/ }] } } },
  },
  server: { proxy: Object.fromEntries(FROM_BACKEND.map((path) => [path, BACKEND])) },
  // Some tests read all sources, on machines that are busy.
  test: { environment: 'happy-dom', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 },
});
