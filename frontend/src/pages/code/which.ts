import type { Download } from '../../api/download';
import { fetchFile } from '../../api/download';

/** A code: of a product, of a batch of it, or of one unit. */
export interface Which {
  product: string;
  batchNo?: string;
  serial?: string;
}
export type Query = Record<string, string | number | undefined>;

/** Draws a code as it will be downloaded. */
export const fetchCode = (which: Which, look: Query): Promise<Download> =>
  fetchFile(`/api/v1/products/${which.product}/code`, { ...look, batch_no: which.batchNo, serial: which.serial });
