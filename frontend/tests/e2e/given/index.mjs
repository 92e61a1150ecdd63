// What a chapter may find there when it begins: `export const needs = ['board', 'batches']`. Everything is made over the
// API, in tenths of a second, together with what it needs itself.
import { associated, batches, units, voided } from './codes.mjs';
import { brand, enterprise, operator, profile, rival, signedIn, verified } from './enterprise.mjs';
import { board, moreProducts, plywood, richProduct } from './products.mjs';

/** Each thing by its name: how it is made, and after what. */
const GIVEN = {
  enterprise: { make: enterprise, needs: [] },
  verified: { make: verified, needs: ['enterprise', 'operator'] },
  profile: { make: profile, needs: ['verified'] },
  signedIn: { make: signedIn, needs: ['enterprise'] },
  brand: { make: brand, needs: ['enterprise'] },
  rival: { make: rival, needs: [] },
  operator: { make: operator, needs: [] },
  board: { make: board, needs: ['profile', 'brand'] },
  plywood: { make: plywood, needs: ['profile'] },
  moreProducts: { make: moreProducts, needs: ['board', 'plywood'] },
  richProduct: { make: richProduct, needs: ['brand'] },
  batches: { make: batches, needs: ['board'] },
  units: { make: units, needs: ['plywood'] },
  associated: { make: associated, needs: ['units'] },
  voided: { make: voided, needs: ['units'] },
};

/** Makes what is named and what that needs, each once; signing in comes last, so that its page shows the rest. */
export async function given(story, names) {
  const made = new Set();
  const make = async (name) => {
    if (made.has(name)) return;
    made.add(name);
    const one = GIVEN[name];
    if (!one) throw new Error(`nothing is called ${name} in given/index.mjs`);
    for (const needed of one.needs) await make(needed);
    await one.make(story);
  };
  for (const name of names.filter((name) => name !== 'signedIn')) await make(name);
  if (names.includes('signedIn')) await make('signedIn');
}
