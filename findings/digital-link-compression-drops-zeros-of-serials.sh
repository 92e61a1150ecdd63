#!/usr/bin/env bash
# digital-link.js 1.4.3: compressing a GS1 Digital Link and reading it back changes the serial number.
#
# Valid input: /01/06901234567892/21/00000001, whose serial is text of eight characters (AI 21 is alphanumeric).
# Seen: the compressed link decompresses to /21/1, without an error; a serial with a letter comes back whole.
# For users: a partner that shortens printed links with it sends readers to a serial that was never issued. We refuse
# compressed links (crates/identifiers/src/digital_link, `Compressed`) and print none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund digital-link.js@1.4.3
cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const { Utils } = require('digital-link.js');
console.log('digital-link.js', require('digital-link.js/package.json').version);

const link = (serial) => `https://example.com/01/06901234567892/21/${serial}`;
const thereAndBack = (uri) => Utils.decompressWebUri(Utils.compressWebUri(uri));
for (const [serial, back] of [
  ['A0000001', 'A0000001'],
  ['00000001', '1'],
]) {
  const found = thereAndBack(link(serial)).split('/').at(-1);
  console.log(`${serial} comes back as ${found}`);
  assert.equal(found, back, 'this changed');
}
JS
node run.mjs
