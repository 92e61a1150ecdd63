import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/api/constraints';
import { checkField } from '../../src/kit/form/check';
import { collect, type Values } from '../../src/kit/form/field';
import { fields } from '../../src/kit/form/fields';
import { shifted } from '../../src/kit/form/part';

interface Menu {
  title: string;
  kind: string;
  link: string;
  icon: string;
}
const rule = (label: string, more: Partial<Rule> = {}): Rule => ({ label, ...more });
const m = fields<Menu>({
  title: rule('标题', { required: true }),
  kind: rule('类型', { required: true }),
  link: rule('链接', { required: true, format: 'https-url' }),
  icon: rule('图标'),
});
const f = fields<{ menus: Menu[] }>({ menus: rule('菜单', { maxItems: 10 }) });
const isLink = (row: Values): boolean => row.kind === 'link';
const menus = f.rows('menus', {
  layout: 'cards',
  columns: [
    m.text('title'),
    m.select('kind', { options: [] }),
    m.text('link', { show: isLink }),
    m.file('icon', { slot: 'product_picture' }),
  ],
  blank: () => ({}),
  add: '',
});
const icon = { id: 'f1', name: 'a.png', size: 1, media_type: 'image/png' };

describe('rows', () => {
  it('are checked by the fields that are there in each', () => {
    const rows = [
      { title: '官网', kind: 'link', link: 'http://x' },
      { title: '', kind: 'text' },
    ];
    expect([...checkField(menus, { menus: rows }).keys()]).toEqual(['/menus/0/link', '/menus/1/title']);
  });
  it('send what is there: ids of nested files, nothing that is optional and empty', () => {
    const rows = [
      { title: ' 官网 ', kind: 'link', link: 'https://x.cn', icon: [icon] },
      { title: '简介', kind: 'text', link: 'https://x.cn', icon: [] },
    ];
    expect(collect([{ title: '', fields: [menus] }], { menus: rows })).toEqual({
      menus: [
        { title: '官网', kind: 'link', link: 'https://x.cn', icon: 'f1' },
        { title: '简介', kind: 'text' },
      ],
    });
  });
  it('are moved to any place', () => {
    expect(shifted(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(shifted(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(shifted(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'b', 'c']);
    expect(shifted(['a'], 5, 0)).toEqual(['a']);
  });
});
