import { api, unwrap } from '../../api/client';
import { ApiFailure } from '../../api/problem';
import { freshUrl, type UploadedFile } from '../../api/upload';
import type { Autosaved, AutosaveStore } from '../../kit/form/autosave';
import type { Values } from '../../kit/form/field';

interface Kept extends Record<string, unknown> {
  values: Values;
  version: number;
}

/** The addresses of files live ten minutes, an autosaved form longer. A file that is gone is shown without a picture. */
async function withFreshFiles(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(withFreshFiles));
  if (typeof value !== 'object' || value === null) return value;
  if ('media_type' in value && 'id' in value)
    return { ...value, url: await freshUrl(value as UploadedFile).catch(() => undefined) };
  const entries = Object.entries(value).map(async ([name, v]) => [name, await withFreshFiles(v)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** What was typed into the form of a product, kept by the server: another machine goes on where one stopped. */
export function productAutosave(id: string | undefined): AutosaveStore {
  const at = { params: { path: { subject: id ?? 'new' } } };
  return {
    load: async (): Promise<Autosaved | undefined> => {
      try {
        const found = await unwrap(api.GET('/api/v1/product-autosaves/{subject}', at));
        const { values, version } = found.content as Partial<Kept>;
        return { values: (await withFreshFiles(values)) as Values, version, savedAt: found.saved_at };
      } catch (e) {
        if (e instanceof ApiFailure && e.code === 'product.autosave_not_found') return undefined;
        throw e;
      }
    },
    save: async (values, version) => {
      const body = { content: { values, version } };
      return (await unwrap(api.PUT('/api/v1/product-autosaves/{subject}', { ...at, body }))).saved_at;
    },
    drop: async () => {
      await unwrap(api.DELETE('/api/v1/product-autosaves/{subject}', at));
    },
  };
}
