// A proxy that lets the server do the work and then loses the answer, as networks do: of each POST the first one.
import { createHash } from 'node:crypto';
import http from 'node:http';

const collect = async (stream) => {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
};

/** What makes two POSTs the same try: a browser that repeats one by itself sends the same bytes, a form has a key. */
function nameOf(request, body) {
  const key = request.headers['idempotency-key'];
  return `${request.url} ${key ?? createHash('sha256').update(body).digest('hex')}`;
}

/**
 * Starts it; `to` says where the server is. `lose('cut')` closes the connection in place of the answer, `lose('swallow')` keeps it open
 * and says nothing until `letGo()` closes it, `lose()` loses nothing. `lost` names the addresses whose answer was lost, and the status it had.
 */
export async function startLossyProxy() {
  const seen = new Set();
  const lost = [];
  const held = new Set();
  let target;
  let mode;
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer(async (request, response) => {
    const body = await collect(request);
    const headers = { ...request.headers, 'content-length': body.length };
    delete headers['transfer-encoding'];
    if (!body.length && request.method !== 'POST') delete headers['content-length'];
    const { hostname, port } = new URL(target);
    const onward = http.request({ hostname, port, agent, method: request.method, path: request.url, headers });
    onward.once('error', () => response.destroy());
    onward.once('response', async (answer) => {
      const content = await collect(answer);
      const isFirst = mode && request.method === 'POST' && !seen.has(nameOf(request, body));
      if (isFirst) {
        seen.add(nameOf(request, body));
        lost.push(`${answer.statusCode} ${request.url}`);
        if (mode === 'cut') request.socket.destroy();
        else {
          held.add(request.socket);
          request.socket.once('close', () => held.delete(request.socket));
        }
        return;
      }
      response.writeHead(answer.statusCode, answer.headers);
      response.end(content);
    });
    onward.end(body);
  });
  // Browsers repeat by themselves what went over a connection that was there already.
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://localhost:${server.address().port}`,
    to: (base) => (target = base),
    lose: (how) => (mode = how),
    isHolding: () => held.size > 0,
    letGo() {
      for (const socket of held) socket.destroy();
      held.clear();
    },
    lost,
    stop: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
