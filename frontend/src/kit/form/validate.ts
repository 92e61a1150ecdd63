// Early hints while a form is filled in. The server judges again and has the last word; what is checked here comes
// from the rules in openapi.json.

import type { Rule } from '../../api/constraints';
import { formatHint } from '../../base/formats';
import { t } from '../../base/i18n';
import { dropUnseen, isBlank, lengthOf } from '../../base/unseen';

export const isEmpty = (v: unknown): boolean =>
  v === undefined ||
  v === null ||
  v === '' ||
  (typeof v === 'number' && Number.isNaN(v)) ||
  (Array.isArray(v) && v.length === 0);

/** 填写, 选择 or 上传: what to do with an empty field. */
export type Verb = 'fill' | 'choose' | 'upload';

export function missing(verb: Verb, label: string): string {
  if (verb === 'choose') return t('请选择{label}', { label });
  return verb === 'upload' ? t('请上传{label}', { label }) : t('请填写{label}', { label });
}

/** What is wrong with a value, or undefined. */
export function check(rule: Partial<Rule>, value: unknown, label: string, verb: Verb = 'fill'): string | undefined {
  if (typeof value === 'number' && Number.isNaN(value)) return t('请输入数字');
  if (isEmpty(value) || (typeof value === 'string' && isBlank(value)))
    return rule.required ? missing(verb, label) : undefined;
  if (typeof value === 'string') return checkText(rule, value, label);
  if (typeof value === 'number') return checkNumber(rule, value);
  return Array.isArray(value) ? checkList(rule, value) : undefined;
}

function checkText(rule: Partial<Rule>, value: string, label: string): string | undefined {
  const length = lengthOf(value);
  if (rule.minLength !== undefined && length < rule.minLength) return t('至少 {n} 个字', { n: rule.minLength });
  if (rule.maxLength !== undefined && length > rule.maxLength) return t('最多 {n} 个字', { n: rule.maxLength });
  if (rule.pattern && !new RegExp(rule.pattern, 'u').test(dropUnseen(value).trim()))
    return t('{label}格式不正确', { label });
  return rule.format ? formatHint(rule.format, value) : undefined;
}

function checkNumber(rule: Partial<Rule>, value: number): string | undefined {
  if (!Number.isInteger(value)) return t('请输入整数');
  if (rule.minimum !== undefined && value < rule.minimum) return t('不能小于 {n}', { n: rule.minimum });
  if (rule.maximum !== undefined && value > rule.maximum) return t('不能大于 {n}', { n: rule.maximum });
  return undefined;
}

function checkList(rule: Partial<Rule>, value: unknown[]): string | undefined {
  if (rule.minItems !== undefined && value.length < rule.minItems) return t('至少 {n} 项', { n: rule.minItems });
  if (rule.maxItems !== undefined && value.length > rule.maxItems) return t('最多 {n} 项', { n: rule.maxItems });
  return undefined;
}
