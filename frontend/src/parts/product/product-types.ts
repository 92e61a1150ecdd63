// Types of products, read once: a tree small enough to be held.

import { api, type S, unwrap } from '../../api/client';
import { t } from '../../base/i18n';
import type { TreeEntry, TreeSource } from '../../ui/tree';

type Node = S<'ProductTypeNode'>;

let read: Promise<TreeEntry[]> | undefined;

/** What is expected of a type, in a few words. */
function expected(n: Node): string {
  return [
    n.is_choosable && n.expects_mandatory_standard ? t('强制性国标') : '',
    n.needs_licence ? t('生产许可') : '',
    n.needs_ccc ? t('CCC 认证') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
/** Every type after the one above it. A product keeps the name, not the code. */
function flatten(nodes: readonly Node[], path: TreeEntry['path'] = []): TreeEntry[] {
  return nodes.flatMap((n) => {
    const here: TreeEntry = {
      value: n.is_choosable ? n.name : n.code,
      label: n.name,
      hint: expected(n),
      path,
      hasChildren: n.children.length > 0,
      isGroup: !n.is_choosable,
    };
    return [here, ...flatten(n.children, [...path, { value: here.value, label: n.name }])];
  });
}
function all(): Promise<TreeEntry[]> {
  read ??= unwrap(api.GET('/api/v1/reference/product-types'))
    .then((tree) => flatten(tree))
    .catch((e) => {
      read = undefined;
      throw e;
    });
  return read;
}

export const productTypes: TreeSource = {
  search: async (keyword) => {
    const words = keyword.trim().toLowerCase().split(/\s+/);
    const fits = (e: TreeEntry): boolean =>
      !e.isGroup && words.every((w) => `${e.label} ${e.hint}`.toLowerCase().includes(w));
    const found = (await all()).filter(fits);
    // A type can be of the nine classes and under licence; it is one choice.
    const entries = found.filter((e, i) => found.findIndex((other) => other.value === e.value) === i);
    return { entries, total: entries.length };
  },
  below: async (parent) => (await all()).filter((e) => e.path.at(-1)?.value === parent),
  find: async (value) => (await all()).find((e) => e.value === value && !e.isGroup),
};
