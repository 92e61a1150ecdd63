import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { S } from '../../src/api/client';
import { CreateBatch } from '../../src/api/constraints';
import { Autosave, autosavedOf, QUIET } from '../../src/kit/form/autosave';
import { fields, localField } from '../../src/kit/form/fields';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store whose saves take a second, and fail while they are told to. */
function store() {
  const log: string[] = [];
  const fake = {
    fails: false,
    log,
    load: async () => undefined,
    save: async (values: object, version: number) => {
      log.push(`save ${JSON.stringify(values)} v${version}`);
      await new Promise((done) => setTimeout(done, 1_000));
      if (fake.fails) throw new Error('断网');
      return `2026-11-21T06:32:0${log.length}Z`;
    },
    drop: async () => void log.push('drop'),
  };
  return fake;
}
function autosave() {
  const kept = store();
  const changed = vi.fn();
  return { kept, changed, auto: new Autosave(kept, () => 3, changed) };
}

describe('an autosaved form', () => {
  it('is kept two seconds after the last change, and says when', async () => {
    const { kept, auto, changed } = autosave();
    auto.note({ a: 1 });
    await vi.advanceTimersByTimeAsync(QUIET - 100);
    auto.note({ a: 2 });
    await vi.advanceTimersByTimeAsync(QUIET - 100);
    expect(kept.log).toEqual([]);
    expect(auto.isCurrent).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(auto.state.kind).toBe('saving');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept.log).toEqual(['save {"a":2} v3']);
    expect(auto.state).toEqual({ kind: 'saved', at: '2026-11-21T06:32:01Z' });
    expect(auto.isCurrent).toBe(true);
    expect(changed).toHaveBeenCalledTimes(2);
  });
  it('is saved one at a time, the newest last', async () => {
    const { kept, auto } = autosave();
    auto.note({ a: 1 });
    await vi.advanceTimersByTimeAsync(QUIET + 500);
    auto.note({ a: 2 });
    auto.note({ a: 3 });
    const all = auto.flush();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await all).toBe(true);
    expect(kept.log).toEqual(['save {"a":1} v3', 'save {"a":3} v3']);
  });
  it('that cannot be saved is tried again, with what was typed since', async () => {
    const { kept, auto } = autosave();
    kept.fails = true;
    auto.note({ a: 1 });
    await vi.advanceTimersByTimeAsync(QUIET + 1_000);
    expect(auto.state).toEqual({ kind: 'failed', reason: '断网' });
    expect(auto.isCurrent).toBe(false);
    kept.fails = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(auto.state.kind).toBe('saved');
    expect(kept.log).toHaveLength(2);
  });
  it('of an earlier visit is not overwritten before the user has decided', async () => {
    const { kept, auto } = autosave();
    auto.isHeld = true;
    auto.note({ a: 1 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await auto.flush()).toBe(false);
    expect(kept.log).toEqual([]);
    await auto.forget();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept.log).toEqual(['drop', 'save {"a":1} v3']);
  });
  it('ends with the form that was submitted: nothing is saved after it was dropped', async () => {
    const { kept, auto } = autosave();
    auto.note({ a: 1 });
    await vi.advanceTimersByTimeAsync(QUIET + 500);
    auto.note({ a: 2 });
    const ended = auto.end();
    await vi.advanceTimersByTimeAsync(10_000);
    await ended;
    auto.note({ a: 3 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept.log).toEqual(['save {"a":1} v3', 'drop']);
  });
});

it('holds the fields of a form that are sent, not what they were chosen from', () => {
  const f = fields<S<'CreateBatch'>>(CreateBatch);
  const no = f.text('batch_no');
  const sections = [{ title: '', fields: [no, f.date('made_on'), localField('again', { label: '' }, no.control)] }];
  expect(autosavedOf(sections, { batch_no: 'A', again: 'x', choices: [1] })).toEqual({ batch_no: 'A' });
});
