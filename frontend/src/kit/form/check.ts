import type { FieldError } from '../../api/problem';
import { type Field, isShown, type Values } from './field';
import { check, isEmpty } from './validate';

/** What is wrong with a field and the parts of it, by JSON pointer. */
export function checkField(f: Field, values: Values): Map<string, string> {
  const found = new Map<string, string>();
  if (!isShown(f, values)) return found;
  const value = values[f.name];
  const at = `/${f.name}`;
  const wrong = check(f.rule, value, f.label, f.verb) ?? (isEmpty(value) ? undefined : f.validate?.(value, values));
  if (wrong) found.set(at, wrong);
  if (!Array.isArray(value)) return found;
  value.forEach((item, i) => {
    if (f.columns) checkRow(f.columns, item, `${at}/${i}`, found);
    else if (f.isDue && item === '') return;
    else if (f.rule.items && typeof item === 'string') {
      const text = check({ ...f.rule.items, required: true }, item, f.label);
      if (text) found.set(`${at}/${i}`, text);
    }
  });
  return found;
}

function checkRow(columns: readonly Field[], row: Values, at: string, found: Map<string, string>): void {
  for (const column of columns)
    for (const [pointer, text] of checkField(column, row)) found.set(`${at}${pointer}`, text);
}

/** Whether a pointer is of this field or of something in it. */
export const isOf = (pointer: string, name: string): boolean =>
  pointer === `/${name}` || pointer.startsWith(`/${name}/`);

/** Where what the server found wrong is shown: at a field, by JSON pointer, or above the form when it has no such field. */
export function placeErrors(
  errors: readonly FieldError[],
  fields: readonly Field[],
  values: Values,
): { atFields: Map<string, string>; general: string[] } {
  const isHere = (e: FieldError): boolean => fields.some((f) => isShown(f, values) && isOf(e.pointer, f.name));
  return {
    atFields: new Map(errors.filter(isHere).map((e) => [e.pointer, e.message])),
    general: errors.filter((e) => !isHere(e)).map((e) => e.message),
  };
}
