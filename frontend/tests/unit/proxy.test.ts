import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import config from '../../vite.config';

it('npm run dev asks the server for every address the server has', () => {
  const document = readFileSync(join(import.meta.dirname, '../../../openapi/openapi.json'), 'utf8');
  const paths = Object.keys((JSON.parse(document) as { paths: object }).paths);
  const proxied = Object.keys(config.server?.proxy ?? {}).map((pattern) => new RegExp(pattern));
  expect(paths.filter((path) => !proxied.some((pattern) => pattern.test(path)))).toEqual([]);
});
