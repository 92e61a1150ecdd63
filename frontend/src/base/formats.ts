// Hints for the formats openapi.json names. Codes are compared as the server reads them: without spaces, upper case.

import { t } from './i18n';

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** GB 32100-2015: 18 characters without I, O, S, V, Z; the last one checks the others modulo 31. */
function uscc(text: string): string | undefined {
  const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const code = bare(text);
  if (code.length !== 18) return t('统一社会信用代码应为 18 位，现为 {n} 位', { n: code.length });
  if ([...code].some((c) => !ALPHABET.includes(c))) return t('统一社会信用代码只含数字和大写字母，不含 I、O、S、V、Z');
  const sum = [...code.slice(0, 17)].reduce((s, c, i) => s + ALPHABET.indexOf(c) * (3 ** i % 31), 0);
  if (ALPHABET[(31 - (sum % 31)) % 31] !== code[17]) return t('统一社会信用代码校验位不正确，请核对');
  return undefined;
}

/** GB 12904: weights 3 and 1 from the right. */
function gtin(text: string): string | undefined {
  const code = bare(text);
  if (!/^(\d{8}|\d{12,14})$/.test(code)) return t('追溯码应为 8、12、13 或 14 位数字');
  const sum = [...code].reverse().reduce((s, c, i) => s + Number(c) * (i % 2 ? 3 : 1), 0);
  return sum % 10 ? t('追溯码校验位不正确，请核对') : undefined;
}

/** AI 10 and AI 21: 1–20 characters of GS1's CSET 82. */
export const CSET_82 = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/;
function gs1Text(text: string): string | undefined {
  if (!CSET_82.test(text.trim())) return t('只能包含数字、字母和 GS1 规定的符号，不能有汉字或空格');
  return text.trim().length > 20 ? t('最多 {n} 个字', { n: 20 }) : undefined;
}

function httpsUrl(text: string): string | undefined {
  return /^https:\/\/[^\s/@]+\.[^\s@]+$/.test(text.trim()) ? undefined : t('请填写以 https:// 开头的网址');
}

const simple = (pattern: RegExp, hint: () => string) => (text: string) =>
  pattern.test(text.trim()) ? undefined : hint();

const hints: Record<string, (text: string) => string | undefined> = {
  uscc,
  gtin,
  'batch-no': gs1Text,
  'serial-no': gs1Text,
  'https-url': httpsUrl,
  mobile: (text) => (/^(\+?86)?1[3-9]\d{9}$/.test(bare(text)) ? undefined : t('请填写 11 位手机号码')),
  email: simple(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, () => t('电子邮箱格式不正确')),
  'company-prefix': simple(/^\d{7,10}$/, () => t('厂商识别代码应为 7–10 位数字')),
  date: simple(/^\d{4}-\d{2}-\d{2}$/, () => t('日期格式应为 2026-11-21')),
};

/** What is wrong with a text of this format, as far as a browser can tell. */
export const formatHint = (format: string, text: string): string | undefined => hints[format]?.(text);
