// What an ERP does with a client made by @hey-api/openapi-ts. That it compiles says that files are files in the types.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { client } from './generated/client.gen.js';
import {
  createSession,
  findCode,
  findCodePicture,
  findFile,
  issueUnits,
  listProducts,
  streamUnitExport,
  uploadFile,
} from './generated/sdk.gen.js';

const [base, picture, traceCode] = process.argv.slice(2) as [string, string, string];
client.setConfig({ baseUrl: base });

const signedIn = await createSession({
  body: { login_name: process.env.LOGIN_NAME!, password: process.env.PASSWORD! },
  throwOnError: true,
});
const token = signedIn.data.access_token;
client.setConfig({ auth: () => token });

/** The bytes at an address, fetched without the client. */
const plain = async (path: string, query: Record<string, string>) => {
  const answer = await fetch(`${base}${path}?${new URLSearchParams(query)}`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200);
  return Buffer.from(await answer.arrayBuffer());
};
const bytes = async (file: Blob | File) => Buffer.from(await file.arrayBuffer());

// A file goes in as it is.
const content = readFileSync(picture);
const uploaded = await uploadFile({
  query: { slot: 'product_picture' },
  body: { file: new File([content], '图片 1.png', { type: 'image/png' }) },
  throwOnError: true,
});
const kept = await findFile({ path: { id: uploaded.data.id }, throwOnError: true });
assert.equal(kept.data.name, '图片 1.png');
const url = new URL(kept.data.url, base);
assert.deepEqual(Buffer.from(await (await fetch(url)).arrayBuffer()), content);

// Codes with all that addresses escape.
const found = await listProducts({ query: { trace_code: traceCode }, throwOnError: true });
const product = found.data.items[0]!;
const prefix = 'T/?&%';
const [first, last] = [`${prefix}001`, `${prefix}003`];
const order = {
  headers: { 'Idempotency-Key': 'typescript-1' },
  body: { product_id: product.id, quantity: 3, serial_prefix: prefix, first_serial: '001' },
};
const issued = await issueUnits({ ...order, throwOnError: true });
const again = await issueUnits({ ...order, throwOnError: true });
assert.deepEqual(again.data, issued.data);
assert.equal(again.response.headers.get('idempotency-replayed'), 'true');
const scanned = await findCode({ query: { gtin: traceCode, serial: first }, throwOnError: true });
assert.equal(scanned.data.serial, first);
assert.notEqual(scanned.data.verdict, 'not_issued');

// Files come out byte by byte.
const asked = { format: 'png', serial: first } as const;
const code = await findCodePicture({ path: { id: product.id }, query: asked, throwOnError: true });
const png = await bytes(code.data as Blob);
assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
assert.deepEqual(png, await plain(`/api/v1/products/${product.id}/code`, asked));
const wanted = { product_id: product.id, format: 'png_zip', first_serial: first, last_serial: last } as const;
const archive = await streamUnitExport({ query: wanted, throwOnError: true });
const zip = await bytes(archive.data as Blob);
assert.equal(zip.subarray(0, 2).toString(), 'PK');
assert.deepEqual(zip, await plain('/api/v1/unit-exports/stream', wanted));

// A refusal is a problem, with its code.
const refused = await issueUnits({ body: { product_id: product.id, quantity: 0 } });
assert.equal(refused.response.status, 422);
assert.equal(refused.error?.code, 'request.invalid');
assert.equal(refused.error?.errors?.[0]?.pointer, '/quantity');
const missing = await findCode({ query: { gtin: traceCode, serial: 'T/?&%999' } });
assert.equal(missing.response.status, 404);
console.log(`typescript: ${png.length} bytes of PNG, ${zip.length} of ZIP`);
