import { describe, expect, it } from 'vitest';
import { IssueUnits, ProductRecord, Register, UpdateEnterprise } from '../../src/api/constraints';
import { check } from '../../src/kit/form/validate';

const hint = (rule: Parameters<typeof check>[0], value: unknown) => check(rule, value, '此项');

describe('what openapi.json says of a field', () => {
  it('asks for what is required, in the words of its control', () => {
    expect(hint(Register.name, '')).toBe('请填写此项');
    expect(hint(Register.name, '   ')).toBe('请填写此项');
    expect(check(Register.enterprise_types, [], '企业类型', 'choose')).toBe('请选择企业类型');
    expect(check(Register.licence_file_id, undefined, '营业执照', 'upload')).toBe(
      Register.licence_file_id.required ? '请上传营业执照' : undefined,
    );
    expect(hint(UpdateEnterprise.email, '')).toBeUndefined();
  });
  it('counts characters, not UTF-16 units, and not the spaces around', () => {
    const max = ProductRecord.name.maxLength ?? 0;
    expect(max).toBeGreaterThan(10);
    expect(hint(ProductRecord.name, '𠮷'.repeat(max))).toBeUndefined();
    expect(hint(ProductRecord.name, ` ${'木'.repeat(max)} `)).toBeUndefined();
    expect(hint(ProductRecord.name, '木'.repeat(max + 1))).toBe(`最多 ${max} 个字`);
  });
  it('keeps numbers whole and within their limits', () => {
    const { minimum = 0, maximum = 0 } = IssueUnits.quantity;
    expect([minimum, maximum]).toEqual([1, 1_000_000_000]);
    expect(hint(IssueUnits.quantity, Number.NaN)).toBe('请输入数字');
    expect(hint(IssueUnits.quantity, 1.5)).toBe('请输入整数');
    expect(hint(IssueUnits.quantity, minimum - 1)).toBe(`不能小于 ${minimum}`);
    expect(hint(IssueUnits.quantity, maximum + 1)).toBe(`不能大于 ${maximum}`);
    expect(hint(IssueUnits.quantity, maximum)).toBeUndefined();
  });
  it('reads what is pasted without what nobody sees', () => {
    const seen = (text: string): string => `\u202d${[...text].join('\u00ad\u200b')}\ufe0d\u202c`;
    expect(hint({ format: 'mobile' }, seen('138 0013-8111'))).toBeUndefined();
    expect(hint({ format: 'uscc' }, seen('91330109589891087U'))).toBeUndefined();
    expect(hint({ format: 'gtin' }, seen('6 901234 567892'))).toBeUndefined();
    expect(hint({ format: 'batch-no' }, seen('LOT-1'))).toBeUndefined();
    expect(hint({ maxLength: 3 }, '\u2066三\u00ad个\u200b字\u2069')).toBeUndefined();
    expect(hint({ maxLength: 2 }, '三\u200b个字')).toBe('最多 2 个字');
    expect(hint({ pattern: '^\\d{8}$' }, seen('83000000'))).toBeUndefined();
    expect(hint({ required: true, minLength: 1 }, '\u200b\u3164\u2800')).toBe('请填写此项');
  });
  it('says what cannot be meant', () => {
    for (const zeros of ['000000000000000000', '0000 0000 0000 0000 00'])
      expect(hint({ format: 'uscc' }, zeros)).toContain('全为 0');
    expect(hint({ format: 'uscc' }, '11010519491231002X')).toContain('公民身份号码');
    expect(hint({ format: 'batch-no' }, '..')).toContain('“..”');
    for (const day of ['0026-11-01', '12027-11-30', '1899-12-31', '2026-02-30', '2026/11/1', '今天'])
      expect(hint({ format: 'date' }, day), day).toContain('1900–9999');
    for (const day of ['1900-01-01', '9999-12-31', '2024-02-29']) expect(hint({ format: 'date' }, day)).toBeUndefined();
  });
  it('limits lists and matches patterns', () => {
    expect(hint({ maxItems: 2 }, ['a', 'b', 'c'])).toBe('最多 2 项');
    expect(hint({ minItems: 2 }, ['a'])).toBe('至少 2 项');
    expect(hint({ pattern: '^\\d{6}$' }, '12345')).toBe('此项格式不正确');
    expect(hint({ pattern: '^\\d{6}$' }, '123456')).toBeUndefined();
  });
});

describe('formats', () => {
  it('checks credit codes as the registry writes them', () => {
    expect(hint(Register.uscc, '91330109589891087U')).toBeUndefined();
    expect(hint(Register.uscc, ' ９1330109589891087u ')).toBeUndefined();
    expect(hint(Register.uscc, '91330109589891087X')).toContain('校验位');
    expect(hint(Register.uscc, '9133010958989108IU')).toContain('不含 I、O、S、V、Z');
    expect(hint({ format: 'uscc' }, '9133')).toContain('现为 4 位');
  });
  it('checks the digit of a trace code of any length', () => {
    for (const code of ['2058989108994', '6901234567892', '06901234567892', '96385074', '036000291452'])
      expect(hint({ format: 'gtin' }, code), code).toBeUndefined();
    expect(hint({ format: 'gtin' }, '6901234567890')).toContain('校验位');
    expect(hint({ format: 'gtin' }, '690123456789')).toContain('校验位');
    expect(hint({ format: 'gtin' }, '69012')).toContain('8、12、13 或 14 位');
  });
  it('knows what may stand in a serial', () => {
    expect(hint({ format: 'serial-no' }, 'A-2026/0001')).toBeUndefined();
    expect(hint({ format: 'serial-no' }, '木板1')).toContain('不能有汉字');
    expect(hint({ format: 'serial-no' }, 'A 1')).toContain('空格');
    expect(hint({ format: 'serial-no' }, '0'.repeat(21))).toBe('最多 20 个字');
  });
  it('checks phones, addresses and dates lightly', () => {
    expect(hint({ format: 'mobile' }, '138 0571 2345')).toBeUndefined();
    expect(hint({ format: 'mobile' }, '23805712345')).toContain('手机');
    expect(hint({ format: 'email' }, 'a@b')).toContain('邮箱');
    expect(hint({ format: 'https-url' }, 'http://example.com')).toContain('https://');
    expect(hint({ format: 'date' }, '2026/11/21')).toContain('日期');
    expect(hint({ format: 'company-prefix' }, '123456')).toContain('7–10');
  });
});
