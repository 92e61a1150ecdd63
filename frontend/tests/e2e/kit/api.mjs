// The API, for what the story needs in numbers and nobody types by hand.

import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

/** The file as a form sends it. */
async function fileForm(file) {
  const body = new FormData();
  body.append('file', await openAsBlob(file), basename(file));
  return body;
}

/** The API as anyone may call it, or with a token as the account it belongs to. */
export function visitor(base, token) {
  const send = async (method, path, body, headers = {}) => {
    const response = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: {
        'x-requested-with': 'pinma',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body instanceof FormData ? body : body && JSON.stringify(body),
    });
    const answer = await response.json().catch(() => undefined);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    /** Sends a file to an address that takes one; its id. */
    sendFile: async (path, file) => (await send('POST', path, await fileForm(file))).id,
  };
}

/** The API as somebody who signs in. */
export async function apiAs(base, login_name, password) {
  const { access_token } = await visitor(base).post('/sessions', { login_name, password });
  const api = visitor(base, access_token);
  return {
    ...api,
    /** Uploads a file for one of the slots; its id. */
    upload: (slot, file) => api.sendFile(`/files?slot=${slot}`, file),
  };
}

/** A consumer's scan from an address. */
export const scan = (uri, from) => fetch(uri, { headers: { accept: 'application/json', 'x-forwarded-for': from } });

/** The check digit of a GTIN without it. */
export function withCheckDigit(digits) {
  const sum = [...digits].reverse().reduce((s, c, i) => s + Number(c) * (i % 2 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
