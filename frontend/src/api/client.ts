import createClient from 'openapi-fetch';
import { reportHealth } from '../base/health';
import { IDEMPOTENCY_KEY, sendKeyed, withKey } from './keyed';
import { ApiFailure, failureOf, networkFailure } from './problem';
import type { components, paths } from './schema';
import { baseHeaders, session } from './session';

export type S<K extends keyof components['schemas']> = components['schemas'][K];

/** How often a read that met a busy server is repeated, and for how long at most it waits. */
const RETRIES = 2;
const LONGEST_WAIT = 3;

/** `fetch` with the token of the session; renews it, or has the person sign in again, when it is refused. */
export async function authorised(request: Request): Promise<Response> {
  const answered = withKey(request);
  const spare = request.clone();
  const token = await session.token();
  let response = await send(request, token);
  if (response.status === 401 && token && (await session.recover(token)))
    response = await send(spare, await session.token());
  answered(response);
  return response;
}

async function send(request: Request, token: string | undefined): Promise<Response> {
  for (const [name, value] of Object.entries(baseHeaders())) request.headers.set(name, value);
  if (token) request.headers.set('authorization', `Bearer ${token}`);
  if (request.headers.has(IDEMPOTENCY_KEY)) {
    const response = await sendKeyed(request);
    reportHealth('ok');
    return response;
  }
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(request.clone());
    // A write may be refused for want of something else, such as a way to send SMS.
    const isDown = response.status === 503 && request.method === 'GET';
    reportHealth(isDown ? 'unavailable' : 'ok');
    if (!isDown || attempt === RETRIES) return response;
    const seconds = Math.min(Number(response.headers.get('retry-after')) || 1, LONGEST_WAIT);
    await new Promise((done) => setTimeout(done, seconds * 1000));
  }
}

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: authorised });

type Reply<D, E> = { data?: D; error?: E; response: Response };

/** Turns a reply into its data or a thrown ApiFailure, so that a page needs one try/catch at most. */
export async function unwrap<D, E>(reply: Promise<Reply<D, E>>): Promise<NonNullable<D>> {
  let r: Reply<D, E>;
  try {
    r = await reply;
  } catch (e) {
    if (e instanceof ApiFailure || (e instanceof DOMException && e.name === 'AbortError')) throw e;
    reportHealth(navigator.onLine ? 'unavailable' : 'offline');
    throw networkFailure();
  }
  if (r.response.ok) return r.data as NonNullable<D>;
  throw failureOf(r.response.status, r.error, r.response.headers);
}

/** The header that says which version of a record was read. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });
