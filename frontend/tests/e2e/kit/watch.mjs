// What a page must never do while it is used: throw, log errors, break requests, or talk to anyone else.

/** Statuses with which the API refuses something; whether it should have is for the story to say. */
const REFUSALS = new Set([400, 401, 403, 404, 409, 412, 415, 422, 429]);
/** Chromium logs every answer of 400 and above. */
const STATUS_LINE = /^Failed to load resource: the server responded with a status of (\d+)/;

/** Notes what goes wrong in a context; `take` hands it over and forgets it. */
export function watch(ctx, base) {
  let faults = [];
  const note = (text) => faults.push(text);
  const onPage = (page) => {
    page.on('pageerror', (e) => note(`exception: ${e.stack ?? e}`));
    page.on('console', (m) => {
      if (m.type() !== 'error' && m.type() !== 'warning') return;
      const status = Number(STATUS_LINE.exec(m.text())?.[1]);
      if (!REFUSALS.has(status)) note(`console: ${m.text()} (${m.location().url})`);
    });
  };
  ctx.on('page', onPage);
  for (const page of ctx.pages()) onPage(page);
  ctx.on('request', (r) => {
    const { protocol, origin } = new URL(r.url());
    if (protocol.startsWith('http') && origin !== base) note(`request to someone else: ${r.url()}`);
  });
  ctx.on('requestfailed', (r) => {
    // Pages that are left, and downloads, abort what was under way.
    const why = r.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') note(`request failed: ${r.method()} ${r.url()} ${why}`);
  });
  ctx.on('response', (r) => {
    const isApi = new URL(r.url()).pathname.match(/^\/(api|01|feedback)\//);
    if (r.status() >= 500 || (r.status() >= 400 && !(isApi && REFUSALS.has(r.status()))))
      note(`${r.status()} ${r.request().method()} ${r.url()}`);
  });
  return {
    take() {
      const taken = faults;
      faults = [];
      return taken;
    },
  };
}
