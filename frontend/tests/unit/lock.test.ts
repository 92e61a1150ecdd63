import { afterEach, expect, it, vi } from 'vitest';
import { withStorageLock } from '../../src/base/lock';

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

it('lets one in at a time, and the next one also when the first failed', async () => {
  vi.useFakeTimers();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} in`);
      await new Promise((done) => setTimeout(done, 500));
      log.push(`${name} out`);
      if (fails) throw new Error(name);
    };
  const both = Promise.allSettled([
    withStorageLock(localStorage, 'x', work('a', true)),
    withStorageLock(localStorage, 'x', work('b')),
  ]);
  await vi.advanceTimersByTimeAsync(5000);
  await both;
  const first = log[0]?.[0];
  const second = first === 'a' ? 'b' : 'a';
  expect(log).toEqual([`${first} in`, `${first} out`, `${second} in`, `${second} out`]);
});

it('is taken from a holder that died', async () => {
  vi.useFakeTimers();
  localStorage.setItem('pinma.lock.x', `gone:${Date.now() + 10_000}`);
  const done = vi.fn();
  void withStorageLock(localStorage, 'x', async () => done());
  await vi.advanceTimersByTimeAsync(9_000);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(done).toHaveBeenCalled();
});
