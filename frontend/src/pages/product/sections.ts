import type { Section } from '../../kit/form/field';
import { basics } from '../../parts/product/fields/basics';
import type { Choices } from '../../parts/product/fields/choices';
import { files } from '../../parts/product/fields/files';
import { linked } from '../../parts/product/fields/linked';
import { attributes, commercial, parts } from '../../parts/product/fields/more';
import { pageContent } from '../../parts/product/fields/page';
import { quality } from '../../parts/product/fields/quality';

/** The form of a product's record; what cannot be changed is shown and closed. */
export function recordSections(choices: Choices, locked: readonly string[], isNew: boolean): Section[] {
  return [
    basics(choices, isNew),
    quality(),
    files(),
    attributes(),
    parts(),
    commercial(),
    linked(choices),
    pageContent(choices),
  ].map((s) => ({ ...s, fields: s.fields.map((f) => ({ ...f, isLocked: locked.includes(f.name) })) }));
}
