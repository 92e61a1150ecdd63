// Writes with an Idempotency-Key can be repeated, so they are, as long as nobody knows what became of them.

import { Attempt, attemptNow } from './attempt';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** How often a write without an answer is repeated, and how long each is waited for. */
const REPEATS = 2;
export const PATIENCE = 20_000;
const PAUSE = 1_000;
/** How often a write is asked for that the server is still busy with. */
const ASKS = 30;

/** The operations of visitors, of the platform and of one's own account take no key; a test compares this with the document. */
const WITHOUT_KEY =
  /^\/api\/v1\/(sessions|sms-codes|password-resets|registrations|platform|me|product-autosaves|products\/preview)(\/|$)/;

/** Whether a write to this address, a POST or a PUT, is done once for each key. */
export const takesKey = (path: string): boolean => path.startsWith('/api/v1/') && !WITHOUT_KEY.test(path);

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Whether an answer says that the first request of its key is still under way. */
async function isInFlight(response: Response): Promise<boolean> {
  if (response.status !== 409) return false;
  const problem = await response
    .clone()
    .json()
    .catch(() => undefined);
  return problem?.code === 'idempotency.in_flight';
}

/** `run`, repeated while there is no answer, and asked for again while the server is at work. */
export async function repeated(
  run: () => Promise<Response>,
  isGivenUp: () => boolean = () => false,
): Promise<Response> {
  let unanswered = 0;
  for (let asked = 0; ; asked++) {
    try {
      const response = await run();
      if (asked >= ASKS || !(await isInFlight(response))) return response;
      await pause((Number(response.headers.get('retry-after')) || 1) * 1000);
    } catch (e) {
      if (isGivenUp() || !navigator.onLine || unanswered++ === REPEATS) throw e;
      await pause(PAUSE);
    }
  }
}

/** A write as `fetch` sends it, given up when no answer comes. */
function sendOnce(request: Request): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  request.signal.addEventListener('abort', () => patience.abort(), { once: true });
  return fetch(request.clone(), { signal: patience.signal }).finally(() => clearTimeout(timer));
}

/** Sends a write under the key it has. */
export const sendKeyed = (request: Request): Promise<Response> =>
  repeated(
    () => sendOnce(request),
    () => request.signal.aborted,
  );

/** Gives a write the key of the form it belongs to; answers what is to be told of its answer. */
export function withKey(request: Request): (response: Response) => void {
  const { pathname } = new URL(request.url);
  if (!/^(POST|PUT)$/.test(request.method) || !takesKey(pathname)) return () => undefined;
  const attempt = attemptNow();
  const address = `${request.method} ${pathname}`;
  request.headers.set(IDEMPOTENCY_KEY, attempt.key(address));
  return (response) => {
    // Whoever is told to come back has not been answered.
    const isOpen = response.status >= 500 || response.status === 401 || response.headers.has('retry-after');
    if (!isOpen) attempt.settle(address);
  };
}

/** The key of an upload: each file that is chosen is one. */
export const uploadKey = (path: string): string => new Attempt().key(path);
