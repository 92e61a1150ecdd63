import { authorised } from './client';
import { failureOf, networkFailure } from './problem';

export interface Download {
  blob: Blob;
  name: string;
}

/** Fetches what only a request with the token can, such as the picture of a code. */
export async function fetchFile(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): Promise<Download> {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  let response: Response;
  try {
    response = await authorised(new Request(url));
  } catch {
    throw networkFailure();
  }
  if (!response.ok) throw failureOf(response.status, await response.json().catch(() => undefined), response.headers);
  return { blob: await response.blob(), name: fileName(response.headers.get('content-disposition')) };
}

/** The name a download was given: RFC 6266, the encoded form first. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'download';
}

/** Hands a file to the browser's downloads. */
export function save({ blob, name }: Download): void {
  const url = URL.createObjectURL(blob);
  follow(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Downloads from an address that needs no token. */
export function follow(url: string, name = ''): void {
  const a = document.createElement('a');
  a.href = url;
  a.download = name;
  document.body.append(a);
  a.click();
  a.remove();
}
