import { expect, it } from 'vitest';
import { list_batches, list_brands, list_products, list_units } from '../../src/api/constraints';
import { search } from '../../src/kit/list/search';

const labels = (field: { options?: readonly { label: string }[] }): string[] =>
  (field.options ?? []).map((o) => o.label);

it('a filter by state offers the states of what is listed, though others have the same codes', () => {
  expect(labels(search(list_units).choice('state'))).toEqual(['有效', '已作废']);
  expect(labels(search(list_batches).choice('state'))).toEqual(['有效', '已作废']);
  expect(labels(search(list_brands).choice('state'))).toEqual(['使用中', '已作废']);
});

it('options stand in the order of their declaration, which people know, not in that of their codes', () => {
  expect(labels(search(list_products).choice('state'))).toEqual([
    '草稿',
    '待审核',
    '已驳回',
    '已通过',
    '已激活',
    '已作废',
  ]);
  expect(labels(search(list_products).choice('coding_level'))).toEqual([
    '一品一码',
    '一批一码',
    '一物一码',
    '组合多码',
  ]);
});
