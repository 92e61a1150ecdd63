import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Attempt, attemptNow } from '../../src/api/attempt';
import { IDEMPOTENCY_KEY, PATIENCE, sendKeyed, takesKey, withKey } from '../../src/api/keyed';

const post = (path = '/api/v1/unit-issues') =>
  new Request(`http://localhost${path}`, { method: 'POST', body: '{"quantity":1}' });
const problem = (status: number, code: string, headers = {}) => Response.json({ code }, { status, headers });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Answers one after the other; an error is no answer. */
function answers(...list: (Response | Error)[]) {
  const fetch = vi.fn(async (_: Request, __?: RequestInit) => {
    const next = list.shift();
    if (next instanceof Error || !next) throw next ?? new Error('asked once more');
    return next;
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}
async function sent(request: Request): Promise<Response> {
  const answer = sendKeyed(request);
  answer.catch(() => undefined);
  await vi.runAllTimersAsync();
  return answer;
}

it('knows which operations take a key', () => {
  const { paths } = JSON.parse(readFileSync('../openapi/openapi.json', 'utf8'));
  type Operation = { parameters?: { name: string }[] };
  for (const [path, { post, put }] of Object.entries<{ post?: Operation; put?: Operation }>(paths))
    for (const operation of [post, put].filter((o) => o !== undefined))
      expect([path, takesKey(path)]).toEqual([path, !!operation.parameters?.some((p) => p.name === IDEMPOTENCY_KEY)]);
});

describe('the key of a form', () => {
  it('stays until there is a definite answer', async () => {
    const form = new Attempt();
    const keyOf = (status?: number) =>
      form.during(async () => {
        const request = post();
        const answered = withKey(request);
        const headers = status === 429 ? { 'retry-after': '1' } : undefined;
        if (status) answered(new Response(null, { status, headers }));
        return request.headers.get(IDEMPOTENCY_KEY);
      });
    const first = await keyOf();
    expect(first).toMatch(/^[!-~]{1,255}$/);
    for (const open of [undefined, 500, 503, 401, 429]) expect(await keyOf(open)).toBe(first);
    expect(await keyOf(422)).toBe(first);
    const second = await keyOf(201);
    expect(second).not.toBe(first);
    expect(await keyOf()).not.toBe(second);
  });
  it('is another one in another form, for another address and without a form', async () => {
    const key = (request = post()) => {
      withKey(request);
      return request.headers.get(IDEMPOTENCY_KEY);
    };
    const form = new Attempt();
    const keys = [
      await form.during(async () => key()),
      await form.during(async () => key(post('/api/v1/recalls'))),
      await new Attempt().during(async () => key()),
      key(),
      key(),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(key(post('/api/v1/sessions'))).toBeNull();
    expect(attemptNow()).not.toBe(form);
  });
});

describe('a write with a key', () => {
  it('is sent again when no answer comes', async () => {
    const fetch = answers(new TypeError('cut'), new TypeError('cut'), new Response(null, { status: 201 }));
    expect((await sent(post())).status).toBe(201);
    expect(fetch).toHaveBeenCalledTimes(3);
    for (const [request] of fetch.mock.calls) expect(await request.text()).toBe('{"quantity":1}');
  });
  it('is given up after the third time', async () => {
    const fetch = answers(new TypeError('1'), new TypeError('2'), new TypeError('3'));
    await expect(sent(post())).rejects.toThrow('3');
    expect(fetch).toHaveBeenCalledTimes(3);
  });
  it('is asked for while the server is at work', async () => {
    const busy = () => problem(409, 'idempotency.in_flight', { 'retry-after': '1' });
    answers(busy(), busy(), new Response(null, { status: 201 }));
    expect((await sent(post())).status).toBe(201);
  });
  it('takes every other refusal as the answer', async () => {
    for (const response of [
      problem(409, 'product.wrong_state'),
      problem(422, 'idempotency.reused'),
      problem(503, 'db'),
    ]) {
      answers(response);
      expect((await sent(post())).status).toBe(response.status);
    }
  });
  it('does not wait for ever', async () => {
    let tries = 0;
    vi.stubGlobal('fetch', (_: Request, { signal }: RequestInit) => {
      if (++tries > 1) return Promise.resolve(new Response(null, { status: 201 }));
      return new Promise((_done, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
    });
    const start = Date.now();
    expect((await sent(post())).status).toBe(201);
    expect(Date.now() - start).toBeGreaterThanOrEqual(PATIENCE);
  });
});
