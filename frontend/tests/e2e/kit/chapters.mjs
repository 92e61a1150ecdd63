// Finds the chapters. One is a file of the folder chapters/ that exports
//
//   default (story) => Promise     what people do, and what they must see
//   needs?: string[]               what is there before: names of given/index.mjs
//   quiet?: true                   measures time, so nothing else runs beside it
//   lossy?: true                   `story.proxy` stands before the server and can lose answers
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../chapters');

/** Chapters whose name holds one of the texts, all without any: long ones first, so that the last to end is short. */
export async function findChapters(texts = []) {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.mjs'));
  const size = (file) => statSync(join(FOLDER, file)).size;
  const names = files.sort((a, b) => size(b) - size(a)).map((file) => file.replace(/\.mjs$/, ''));
  // A name that is exactly one chapter's means that one, not all that contain it.
  const isWanted = (name) =>
    !texts.length || texts.some((text) => (names.includes(text) ? name === text : name.includes(text)));
  const unknown = texts.filter((text) => !names.some((name) => name.includes(text)));
  if (unknown.length)
    throw new Error(`no chapter is called ${unknown.join(', ')}; there are ${names.sort().join(', ')}`);
  return Promise.all(
    names.filter(isWanted).map(async (name) => {
      const { default: tell, needs = [], quiet = false, lossy = false } = await import(join(FOLDER, `${name}.mjs`));
      if (typeof tell !== 'function') throw new Error(`chapters/${name}.mjs exports no default function`);
      return { name, tell, needs, quiet, lossy };
    }),
  );
}
