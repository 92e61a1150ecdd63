import { expect, it, vi } from 'vitest';

const node = (name: string, more: object = {}) => ({
  code: name,
  name,
  is_choosable: true,
  expects_mandatory_standard: false,
  needs_licence: false,
  needs_ccc: false,
  note: null,
  children: [],
  ...more,
});
const gas = node('燃气器具', { needs_licence: true, needs_ccc: true, children: [node('家用燃气灶具')] });
const hat = node('安全帽', { needs_licence: true, expects_mandatory_standard: true });
vi.mock('../../src/api/client', () => ({
  api: { GET: () => undefined },
  unwrap: async () => [
    node('首批', { code: 'first', is_choosable: false, children: [gas, hat] }),
    node('目录', { code: 'licence', is_choosable: false, children: [hat] }),
  ],
}));
const { productTypes } = await import('../../src/parts/product/product-types');

it('are browsed from their groups and found by name or by what is expected of them', async () => {
  expect((await productTypes.below(undefined)).map((e) => [e.value, e.isGroup])).toEqual([
    ['first', true],
    ['licence', true],
  ]);
  expect((await productTypes.below('燃气器具')).map((e) => e.label)).toEqual(['家用燃气灶具']);
  const { entries, total } = await productTypes.search('许可');
  expect(entries.map((e) => e.value)).toEqual(['燃气器具', '安全帽']);
  expect(total).toBe(2);
  expect((await productTypes.search('ccc 燃气')).entries).toHaveLength(1);
  expect((await productTypes.find('家用燃气灶具'))?.path.map((p) => p.label)).toEqual(['首批', '燃气器具']);
  expect(await productTypes.find('first')).toBeUndefined();
  expect((await productTypes.find('安全帽'))?.hint).toBe('强制性国标 · 生产许可');
});
