// The API, for what the story needs in numbers and nobody types by hand.

import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

export async function apiAs(base, login_name, password) {
  const send = async (method, path, { token, body, headers = {} } = {}) => {
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
  const { access_token: token } = await send('POST', '/sessions', { body: { login_name, password } });
  return {
    get: (path) => send('GET', path, { token }),
    post: (path, body) => send('POST', path, { token, body }),
    /** Uploads a file; its id. */
    upload: async (slot, file) => {
      const body = new FormData();
      body.append('file', await openAsBlob(file), basename(file));
      return (await send('POST', `/files?slot=${slot}`, { token, body })).id;
    },
    put: (path, body, headers) => send('PUT', path, { token, body, headers }),
  };
}

/** A consumer's scan from an address. */
export const scan = (uri, from) => fetch(uri, { headers: { accept: 'application/json', 'x-forwarded-for': from } });

/** The check digit of a GTIN without it. */
export function withCheckDigit(digits) {
  const sum = [...digits].reverse().reduce((s, c, i) => s + Number(c) * (i % 2 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
