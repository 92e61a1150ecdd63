import type { S } from '../../../api/client';
import { LinkedCode, ProductRecord } from '../../../api/constraints';
import { nameOf } from '../../../api/enums';
import { t } from '../../../base/i18n';
import type { Section } from '../../../kit/form/field';
import { fields } from '../../../kit/form/fields';
import type { TreeEntry, TreeSource } from '../../../ui/tree';
import type { Choices } from './choices';

const f = fields<S<'ProductRecord'>>(ProductRecord);
const l = fields<S<'LinkedCode'>>(LinkedCode);

/** Platforms below the schemes they take; a product keeps the name. */
function platformTree(platforms: Choices['platforms']): TreeSource {
  const schemes = [...new Set(platforms.map((p) => p.scheme))];
  const group = (scheme: S<'TraceScheme'>): TreeEntry => ({
    value: scheme,
    label: nameOf('TraceScheme', scheme),
    hint: '',
    path: [],
    hasChildren: true,
    isGroup: true,
  });
  const entry = (p: S<'TracePlatform'>): TreeEntry => ({
    value: p.name,
    label: p.name,
    hint: nameOf('PlatformReach', p.reach),
    path: [{ value: p.scheme, label: nameOf('TraceScheme', p.scheme) }],
    hasChildren: false,
    isGroup: false,
  });
  const entries = platforms.map(entry);
  return {
    search: async (keyword) => {
      const found = entries.filter((e) => e.label.includes(keyword.trim()));
      return { entries: found, total: found.length };
    },
    below: async (scheme) => (scheme ? entries.filter((e) => e.path.at(-1)?.value === scheme) : schemes.map(group)),
    find: async (name) => entries.find((e) => e.value === name),
  };
}

/** Where else it is registered, and what it is called there (F142, F145). */
export const linked = ({ platforms }: Choices): Section => ({
  title: t('关联标识'),
  note: t('追溯码之外，同一产品在其他追溯技术方案中的编码'),
  fields: [
    f.tree('platform', {
      source: platformTree(platforms),
      free: () => true,
      placeholder: t('选择或直接输入'),
    }),
    f.rows('linked_codes', {
      columns: [l.select('scheme'), l.text('code')],
      blank: () => ({ scheme: 'ecode', code: '' }),
      add: t('添加关联标识'),
    }),
  ],
});
