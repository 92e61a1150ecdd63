import type { Download } from '../../api/download';
import { fetchFile } from '../../api/download';

/** A code: of a product, of a batch of it, or of one unit. */
export interface Which {
  product: string;
  batchNo?: string;
  serial?: string;
}
export type Query = Record<string, string | number | undefined>;

const named = (which: Which): Query => ({ batch_no: which.batchNo, serial: which.serial });

/** Draws a code as it will be downloaded. */
export const fetchCode = (which: Which, look: Query): Promise<Download> =>
  fetchFile(`/api/v1/products/${which.product}/code`, { ...look, ...named(which) });

/** The page a scan of a code gets. */
export const fetchPreview = async (which: Which): Promise<string> =>
  (await fetchFile(`/api/v1/products/${which.product}/preview`, named(which))).blob.text();

/** The page a scan of a code got at the end of a day. */
export const fetchAsOf = async (which: Which, on: string): Promise<string> =>
  (await fetchFile(`/api/v1/products/${which.product}/as-of`, { on, ...named(which) })).blob.text();
