import { afterEach, describe, expect, it } from 'vitest';
import * as constraints from '../../src/api/constraints';
import { nameOf, optionsOf } from '../../src/api/enums';
import { lang, setCatalogue, t } from '../../src/base/i18n';
import english from '../../src/locales/en';
import { texts } from './texts';

afterEach(() => setCatalogue('zh-CN', {}));

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();

/** Labels and help of every field in the generated constraints. */
function fieldTexts(): Set<string> {
  const found = new Set<string>();
  for (const [name, table] of Object.entries(constraints)) {
    if (name === 'enums') continue;
    for (const value of Object.values(table as Record<string, string | constraints.Rule>)) {
      if (typeof value === 'string') found.add(value);
      else for (const text of [value.label, value.help]) if (text) found.add(text);
    }
  }
  return found;
}

describe('the catalogue', () => {
  const { keys, raw } = texts();
  const wanted = new Set([...keys, ...fieldTexts()]);

  it('has an English text for every text of the console and every field of the API', () => {
    expect([...wanted].filter((key) => !english[key])).toEqual([]);
  });
  it('has nothing that is not used', () => {
    expect(Object.keys(english).filter((key) => !wanted.has(key))).toEqual([]);
  });
  it('fills in the same values in both languages', () => {
    const differing = Object.entries(english).filter(([zh, en]) => `${placeholders(zh)}` !== `${placeholders(en)}`);
    expect(differing).toEqual([]);
  });
  it('has no Chinese left in its English', () => {
    expect(Object.values(english).filter((text) => /[\u3400-\u9fff]/.test(text))).toEqual([]);
  });
  it('is used for every text: no Chinese is written past it', () => {
    expect(raw).toEqual([]);
  });
});

describe('t', () => {
  it('is the text itself in Chinese, with values filled in', () => {
    expect(t('请填写{label}', { label: '产品名称' })).toBe('请填写产品名称');
    expect(t('共 {n} 条，{x}', { n: 3 })).toBe('共 3 条，{x}');
  });
  it('is the English text when English is chosen', () => {
    setCatalogue('en', english);
    expect(lang()).toBe('en');
    expect(document.documentElement.lang).toBe('en');
    expect(t('请填写{label}', { label: t('产品名称') })).toBe('Product name is required');
  });
});

describe('codes', () => {
  it('are called by their names in both languages', () => {
    expect(nameOf('CodeState', 'voided')).toBe('已作废');
    expect(optionsOf('CodingMode').map((o) => o.label)).toEqual(['一批一码', '一物一码']);
    setCatalogue('en', english);
    expect(nameOf('CodeState', 'voided')).toBe('Voided');
    expect(nameOf('CodeState', 'unheard_of')).toBe('unheard_of');
  });
});
