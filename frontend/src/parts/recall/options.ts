import { api, unwrap } from '../../api/client';
import { t } from '../../base/i18n';
import type { LoadOptions } from '../../ui/option';

/** What a recall is called where one is chosen. */
const named = (r: { product_name: string; batch_no?: string | null; first_serial?: string | null; reason: string }) =>
  [r.product_name, r.batch_no ?? r.first_serial, r.reason].filter(Boolean).join(' · ');

/** The recalls that are open, to be chosen from. */
export const openRecalls = {
  load: (): LoadOptions => async (keyword) => {
    const found = await unwrap(api.GET('/api/v1/recalls', { params: { query: { is_open: true, page_size: 100 } } }));
    const all = found.items.map((r) => ({ value: r.id, label: named(r) }));
    return all.filter((o) => o.label.includes(keyword.trim()));
  },
  resolve: async (id: string) => {
    const found = await unwrap(api.GET('/api/v1/recalls', { params: { query: { page_size: 100 } } }));
    const recall = found.items.find((r) => r.id === id);
    return { value: id, label: recall ? named(recall) : t('召回') };
  },
};
