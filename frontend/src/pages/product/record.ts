// A product's record with its files in the place of their ids, as forms and pages show them.

import type { S } from '../../api/client';

type File = S<'FileView'>;
const LISTS = ['pictures', 'reports', 'manuals', 'certificates'] as const;
type Lists = Record<(typeof LISTS)[number], File[]>;

/** The files with these ids, in their order; what is gone is left out. */
export function filesOf(ids: readonly string[] | undefined, files: readonly File[]): File[] {
  return (ids ?? []).flatMap((id) => files.filter((f) => f.id === id));
}

/** The record of a product, files in place. */
export function withFiles(
  p: Pick<S<'ProductView'>, 'record' | 'files'>,
): Omit<S<'ProductRecord'>, keyof Lists> & Lists {
  const lists = Object.fromEntries(LISTS.map((name) => [name, filesOf(p.record[name], p.files)])) as Lists;
  return { ...p.record, ...lists };
}
