// Hints for the formats openapi.json names. Codes are compared as the server reads them: without spaces and what nobody sees, upper
// case.

import { isDay } from './calendar';
import { t } from './i18n';
import { dropUnseen } from './unseen';

const tidy = (text: string): string => dropUnseen(text).normalize('NFKC').trim();
const bare = (text: string): string =>
  tidy(text)
    .replace(/[\s\-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();

/** GB 11643: an identity number, with its birthday and its check character. */
function isResident(code: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(code) || !isDay(code.replace(/^.{6}(.{4})(..)(..).*$/, '$1-$2-$3'))) return false;
  const sum = [...code.slice(0, 17)].reduce((s, c, i) => s + Number(c) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11] === code[17];
}

/** GB 32100-2015: 18 characters without I, O, S, V, Z; the last one checks the others modulo 31. */
function uscc(text: string): string | undefined {
  const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const code = bare(text);
  if (code.length !== 18) return t('统一社会信用代码应为 18 位，现为 {n} 位', { n: code.length });
  if ([...code].some((c) => !ALPHABET.includes(c))) return t('统一社会信用代码只含数字和大写字母，不含 I、O、S、V、Z');
  const sum = [...code.slice(0, 17)].reduce((s, c, i) => s + ALPHABET.indexOf(c) * (3 ** i % 31), 0);
  if (ALPHABET[(31 - (sum % 31)) % 31] !== code[17])
    return isResident(code)
      ? t('这是公民身份号码，请填写营业执照上的 18 位代码')
      : t('统一社会信用代码校验位不正确，请核对');
  return /^0+$/.test(code) ? t('统一社会信用代码不能全为 0') : undefined;
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
  const value = tidy(text);
  if (!CSET_82.test(value)) return t('只能包含数字、字母和 GS1 规定的符号，不能有汉字或空格');
  if (/^\.\.?$/.test(value)) return t('不能只有“.”或“..”，浏览器会从网址中去掉');
  return value.length > 20 ? t('最多 {n} 个字', { n: 20 }) : undefined;
}

function httpsUrl(text: string): string | undefined {
  return /^https:\/\/[^\s/@]+\.[^\s@]+$/.test(tidy(text)) ? undefined : t('请填写以 https:// 开头的网址');
}

const simple = (pattern: RegExp, hint: () => string) => (text: string) =>
  pattern.test(tidy(text)) ? undefined : hint();

const hints: Record<string, (text: string) => string | undefined> = {
  uscc,
  gtin,
  'batch-no': gs1Text,
  'serial-no': gs1Text,
  'https-url': httpsUrl,
  mobile: (text) => (/^((\+|00)?86)?1[3-9]\d{9}$/.test(bare(text)) ? undefined : t('请填写 11 位手机号码')),
  email: simple(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, () => t('电子邮箱格式不正确')),
  'company-prefix': simple(/^\d{7,10}$/, () => t('厂商识别代码应为 7–10 位数字')),
  date: (text) => (isDay(text) ? undefined : t('日期格式应为 2026-11-21，年份为 1900–9999')),
};

/** What is wrong with a text of this format, as far as a browser can tell. */
export const formatHint = (format: string, text: string): string | undefined => hints[format]?.(text);
