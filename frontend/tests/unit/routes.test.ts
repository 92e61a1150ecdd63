import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { routes } from '../../src/pages/routes';

it('the server answers the index of the console at exactly the addresses of its pages', () => {
  // The server knows them by this file; everything else it does not know is 404.
  const known = readFileSync('../crates/server/src/console_routes.txt', 'utf8').trim().split('\n');
  expect(known).toEqual([...new Set(routes.map((r) => r.path))].sort());
});
