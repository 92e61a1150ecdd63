// The names of codes, from the OpenAPI document, in the reader's language.

import { lang } from '../base/i18n';
import { type EnumName, enums } from './constraints';

export type Code<N extends EnumName> = keyof (typeof enums)[N] & string;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function nameOf<N extends EnumName>(name: N, code: string | null | undefined): string {
  const table = enums[name] as Record<string, { zh: string; en: string }>;
  const names = table[code ?? ''];
  if (!names) return code ?? '';
  return lang() === 'en' ? capital(names.en) : names.zh;
}
export function optionsOf<N extends EnumName>(name: N): { value: Code<N>; label: string }[] {
  return Object.keys(enums[name]).map((code) => ({ value: code as Code<N>, label: nameOf(name, code) }));
}
