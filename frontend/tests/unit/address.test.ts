import { describe, expect, it } from 'vitest';
import { readState, writeState } from '../../src/kit/list/address';

const KEYS = ['keyword', 'state', 'made_from'];
const read = (text: string) => readState(new URLSearchParams(text), KEYS);
const usual = { filter: {}, page: 1, size: 20, sort: '' };

describe('the address of a list', () => {
  it('comes back as it was written', () => {
    const state = { filter: { keyword: '木板 & 5+5', state: 'active' }, page: 3, size: 50, sort: '-created_at' };
    expect(read(writeState(state))).toEqual(state);
  });
  it('is bare for a list as it opens', () => {
    expect(writeState(usual)).toBe('');
    expect(read('')).toEqual(usual);
  });
  it('names only what is not as usual', () => {
    expect(writeState({ ...usual, page: 2 })).toBe('page=2');
    expect(writeState({ ...usual, size: 100 })).toBe('page_size=100');
  });
  it('is not trusted', () => {
    expect(read('page=-4&page_size=999999&evil=1&keyword=')).toEqual(usual);
    expect(read('page=2abc')).toMatchObject({ page: 2 });
    expect(read('page=x')).toMatchObject({ page: 1 });
  });
});
