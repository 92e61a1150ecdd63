// The Global Product Classification, as the server has it: all of it after an import, else its segments.

import { api, type S, unwrap } from '../../api/client';
import { lang } from '../../base/i18n';
import type { TreeEntry, TreeSource } from '../../ui/tree';

type Node = S<'GpcNode'>;
type Name = S<'GpcName'>;

const nameOf = (n: Name): string => (lang() === 'en' && n.title_en ? n.title_en : n.title);

function entry(n: Node): TreeEntry {
  const other = lang() === 'en' ? n.title : n.title_en;
  return {
    value: n.code,
    label: nameOf(n),
    hint: other === nameOf(n) ? '' : other,
    path: n.path.map((p) => ({ value: p.code, label: nameOf(p) })),
    hasChildren: n.has_children,
  };
}
/** As many as are shown at once; who wants others types on. */
const SHOWN = 50;

async function ask(query: { keyword?: string; parent?: string }): Promise<{ entries: TreeEntry[]; total: number }> {
  const found = await unwrap(api.GET('/api/v1/reference/gpc', { params: { query: { ...query, page_size: SHOWN } } }));
  return { entries: found.items.map(entry), total: found.total };
}

export const gpc: TreeSource = {
  search: (keyword) => ask({ keyword }),
  below: async (parent) => {
    const found = await unwrap(
      api.GET('/api/v1/reference/gpc', { params: { query: { ...(parent ? { parent } : {}), page_size: 200 } } }),
    );
    return found.items.map(entry);
  },
  find: async (value) => (await ask({ keyword: value })).entries.find((e) => e.value === value),
};

/** A brick that is not in what was imported is taken as it is. */
export const isGpcCode = (typed: string): boolean => /^\d{8}$/.test(typed);
