export interface Option<V = string | number> {
  value: V;
  label: string;
  /** A second, quieter text. */
  hint?: string;
}
export type LoadOptions = (keyword: string) => Promise<readonly Option[]>;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Options whose text, hint or value contains the keyword. */
export function filterOptions(options: readonly Option[], keyword: string): readonly Option[] {
  const wanted = fold(keyword.trim());
  if (!wanted) return options;
  return options.filter((o) => [o.label, o.hint ?? '', String(o.value)].some((text) => fold(text).includes(wanted)));
}

/** The next position in a list of `length` for an arrow, Home or End; undefined for other keys. */
export function step(key: string, at: number, length: number): number | undefined {
  if (!length) return undefined;
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
