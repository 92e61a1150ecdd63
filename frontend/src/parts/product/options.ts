// Products and batches as options of a select that searches while one types.

import { api, type S, unwrap } from '../../api/client';
import { nameOf } from '../../api/enums';
import type { LoadOptions, Option } from '../../ui/option';

type Named = Pick<S<'ProductItem'>, 'id' | 'trace_code' | 'name' | 'model' | 'state'>;
/** What is not activated says so: its codes are not valid yet. */
const hint = (p: Named): string =>
  p.state === 'activated' ? p.model : `${p.model} · ${nameOf('ProductState', p.state)}`;
const option = (p: Named): Option<string> => ({ value: p.id, label: `${p.trace_code} ${p.name}`, hint: hint(p) });

const loadProducts =
  (isWanted: (p: S<'ProductItem'>) => boolean, coding_level?: S<'CodingLevel'>): LoadOptions =>
  async (keyword) => {
    const query = { keyword: keyword.trim() || undefined, coding_level, page_size: 20 };
    return (await unwrap(api.GET('/api/v1/products', { params: { query } }))).items.filter(isWanted).map(option);
  };
const resolveProduct = async (id: string): Promise<Option> => {
  const { record, state } = await unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } } }));
  return option({ ...record, id, state });
};

/** Any product, for filters. */
export const anyProduct = { load: () => loadProducts(() => true), resolve: resolveProduct };
/** Products that can still be coded, for forms. */
export const livingProduct = { load: () => loadProducts((p) => p.state !== 'voided'), resolve: resolveProduct };
/** Products whose units are packs. */
export const packProduct = {
  load: () => loadProducts((p) => p.state !== 'voided', 'combination'),
  resolve: resolveProduct,
};

/** The batches of a product, called by their id or by their number. */
export const loadBatches =
  (product_id: string | undefined, by: 'id' | 'batch_no', state?: S<'CodeState'>): LoadOptions =>
  async (keyword) => {
    const query = { product_id, batch_no: keyword.trim() || undefined, state, page_size: 20 };
    const found = await unwrap(api.GET('/api/v1/batches', { params: { query } }));
    return found.items.map((b) => ({
      value: b[by],
      label: product_id ? b.batch_no : `${b.batch_no}（${b.product_name}）`,
      hint: b.made_on,
    }));
  };
/** The batch of a product that has this number. */
export async function findBatch(product_id: unknown, batch_no: unknown): Promise<S<'BatchView'> | undefined> {
  if (typeof product_id !== 'string' || typeof batch_no !== 'string' || !product_id || !batch_no) return undefined;
  const query = { product_id, batch_no, page_size: 20 };
  const found = await unwrap(api.GET('/api/v1/batches', { params: { query } }));
  return found.items.find((b) => b.batch_no === batch_no);
}
export const resolveBatch = async (id: string): Promise<Option> => {
  const b = await unwrap(api.GET('/api/v1/batches/{id}', { params: { path: { id } } }));
  return { value: b.id, label: b.batch_no, hint: b.made_on };
};

/** A brand that may still be chosen. */
export const activeBrand = {
  load: (async (keyword) => {
    const query = { keyword: keyword.trim() || undefined, state: 'active' as const, page_size: 20 };
    const found = await unwrap(api.GET('/api/v1/brands', { params: { query } }));
    return found.items.map((b) => ({ value: b.id, label: b.name, hint: b.name_en ?? undefined }));
  }) satisfies LoadOptions,
  resolve: async (id: string): Promise<Option<string>> => {
    const b = await unwrap(api.GET('/api/v1/brands/{id}', { params: { path: { id } } }));
    return { value: b.id, label: b.name };
  },
};
