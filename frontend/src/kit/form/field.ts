import type { TemplateResult } from 'lit';
import type { Rule } from '../../api/constraints';
import type { Verb } from './validate';

export type Values = Record<string, unknown>;

/** What a control gets to draw itself with. */
export interface Control {
  id: string;
  label: string;
  /** JSON pointer of the value. */
  path: string;
  value: unknown;
  /** All values of the form. */
  values: Values;
  /** The values of the row, for a field of one. */
  row?: Values;
  invalid: boolean;
  describedBy: string;
  /** The name of a control that has no <label>, such as a cell in a row. */
  aria: string;
  /** `commit` when the user is done with it: it is checked then. `at` is the pointer of the part that was edited. */
  set: (value: unknown, commit?: boolean, at?: string) => void;
  /** Sets other fields too, in a row those of the row. */
  patch: (values: Values) => void;
  /** Says that something is wrong with a field, after the server was asked about it. */
  blame: (path: string, text: string) => void;
  error: (path: string) => string | undefined;
  warning: (path: string) => string | undefined;
}

export interface Field {
  /** The key of the record it fills, or the way to it: `commercial/website`. */
  name: string;
  label: string;
  rule: Partial<Rule>;
  verb: Verb;
  help: string;
  wide: boolean;
  /** Whether the field is there at all; what is not there is not sent. A field of a row gets the values of its row. */
  show?: (values: Values) => boolean;
  /** A check beyond its rule. */
  validate?(value: unknown, values: Values): string | undefined;
  /** The fields of each row, when the value is a list of records. */
  columns?: Field[];
  /** Whether it may stay empty for now, though not for good. */
  isDue?: boolean;
  /** Whether it can be read but not changed; it is sent as it is. */
  isLocked?: boolean;
  /** Whether it is several controls, which have labels of their own. */
  isGroup?: boolean;
  /** The value as the server wants it. */
  output?: (value: unknown) => unknown;
  /** Whether it is only asked, not sent, such as the repetition of a password. */
  isLocal?: boolean;
  control: (c: Control) => TemplateResult;
}

export interface Section {
  title: string;
  note?: string;
  columns?: 1 | 2;
  fields: Field[];
  /** What stands below the fields, such as a preview. */
  foot?: (values: Values) => unknown;
}

export const fieldsOf = (sections: readonly Section[]): Field[] => sections.flatMap((s) => s.fields);

export const isShown = (field: Field, values: Values): boolean => !field.show || field.show(values);

/**
 * What is sent: fields that are there and not empty, without spaces around. Their names and kinds were checked against
 * the record where they were declared (`fields<T>()`); this is the one place that takes their word for it.
 */
export function collect<T extends object = Values>(sections: readonly Section[], values: Values): T {
  const sent: Values = {};
  for (const f of fieldsOf(sections)) {
    if (f.isLocal || !isShown(f, values)) continue;
    const value = tidy(f.output ? f.output(values[f.name]) : values[f.name]);
    if (value !== undefined) put(sent, f.name.split('/'), value);
  }
  return sent as T;
}

/** Sets what is at the end of a way, with the records on it. */
function put(record: Values, [name = '', ...rest]: string[], value: unknown): void {
  if (!rest.length) record[name] = value;
  else put((record[name] ??= {}) as Values, rest, value);
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map((v) => tidy(v) ?? '');
  // What is blank is left out: a blank id or code is refused, as it might come to mean all.
  if (typeof value === 'object') {
    const tidied = Object.entries(value).map(([k, v]) => [k, tidy(v)] as const);
    return Object.fromEntries(tidied.filter(([, v]) => v !== undefined));
  }
  return value;
}
