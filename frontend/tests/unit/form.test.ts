import { describe, expect, it } from 'vitest';
import type { S } from '../../src/api/client';
import { CreateBatch, ProductAttribute, ProductRecord } from '../../src/api/constraints';
import { failureOf } from '../../src/api/problem';
import { checkField, placeErrors } from '../../src/kit/form/check';
import { collect, type Values } from '../../src/kit/form/field';
import { fields, localField } from '../../src/kit/form/fields';

const f = fields<S<'CreateBatch'>>(CreateBatch);
const p = fields<S<'ProductRecord'>>(ProductRecord);
const a = fields<S<'ProductAttribute'>>(ProductAttribute);
const isUnits = (v: Values): boolean => v.coding_mode === 'unit';

const quantity = f.number('quantity', { show: isUnits, required: true });
const batchNo = f.text('batch_no');
const attributes = p.rows('attributes', {
  columns: [a.text('name'), a.text('value'), a.toggle('is_public')],
  blank: () => ({}),
  add: '',
});
const standards = p.lines('standards', { add: '' });
const all = [batchNo, quantity, attributes, standards];
const error = (pointer: string, message = pointer) => ({ pointer, code: 'x', message });

describe('fields', () => {
  it('take label, limits and options from the document', () => {
    expect(batchNo.label).toBe(CreateBatch.batch_no.label);
    expect(batchNo.rule.maxLength).toBe(CreateBatch.batch_no.maxLength);
    expect(f.radio('coding_mode').verb).toBe('choose');
  });
  it('are only checked while they are there', () => {
    expect(checkField(quantity, { coding_mode: 'unit' })).toEqual(new Map([['/quantity', `请填写${quantity.label}`]]));
    expect(checkField(quantity, { coding_mode: 'batch' }).size).toBe(0);
  });
  it('name the place in a list that is wrong', () => {
    const rows = [
      { name: '材质', value: '杨木', is_public: true },
      { name: '', value: '', is_public: true },
    ];
    expect([...checkField(attributes, { attributes: rows }).keys()]).toEqual([
      '/attributes/1/name',
      '/attributes/1/value',
    ]);
    expect([...checkField(standards, { standards: ['GB/T 5849-2016', ''] }).keys()]).toEqual(['/standards/1']);
  });
  it('have checks of their own after those of the document', () => {
    const again = localField(
      'again',
      { label: '确认', required: true, validate: (v: string, all) => (v === all.one ? undefined : '不一致') },
      batchNo.control,
    );
    expect(checkField(again, { one: 'a', again: 'b' }).get('/again')).toBe('不一致');
    expect(checkField(again, { one: 'a', again: '' }).get('/again')).toBe('请填写确认');
    expect(checkField(again, { one: 'a', again: 'a' }).size).toBe(0);
  });
});

describe('what is sent', () => {
  it('is what is there: tidied, without what is empty, hidden or only asked', () => {
    const local = localField('again', { label: '' }, batchNo.control);
    const sections = [{ title: '', fields: [...all, local] }];
    const values = {
      batch_no: ' 20261101A ',
      quantity: 5,
      coding_mode: 'batch',
      again: 'x',
      standards: [' GB 1 ', ''],
    };
    expect(collect(sections, values)).toEqual({ batch_no: '20261101A', standards: ['GB 1', ''] });
    expect(collect(sections, { ...values, coding_mode: 'unit' })).toMatchObject({ quantity: 5 });
  });
  it('are the ids of files', () => {
    const file = (id: string) => ({ id, name: 'a.png', size: 1, media_type: 'image/png' });
    const sections = [{ title: '', fields: [p.files('picture_file_ids', { slot: 'product_picture' })] }];
    expect(collect(sections, { picture_file_ids: [file('1'), file('2')] })).toEqual({ picture_file_ids: ['1', '2'] });
  });
});

describe('what the server found wrong', () => {
  it('lands at its field, however deep', () => {
    const { atFields, general } = placeErrors([error('/batch_no'), error('/attributes/2/value')], all, {});
    expect([...atFields.keys()]).toEqual(['/batch_no', '/attributes/2/value']);
    expect(general).toEqual([]);
  });
  it('is said above the form when its field is not there', () => {
    const errors = [error('/quantity'), error('/batch_number'), error('', '全部')];
    const { atFields, general } = placeErrors(errors, all, { coding_mode: 'batch' });
    expect(atFields.size).toBe(0);
    expect(general).toEqual(['/quantity', '/batch_number', '全部']);
    expect(placeErrors(errors, all, { coding_mode: 'unit' }).atFields.get('/quantity')).toBe('/quantity');
  });
});

describe('failed answers', () => {
  it('are read from a problem document', () => {
    const body = { code: 'request.invalid', detail: '请检查', errors: [error('/name')], request_id: 'r1' };
    const e = failureOf(422, body, new Headers({ 'retry-after': '7' }));
    expect(e).toMatchObject({
      status: 422,
      code: 'request.invalid',
      message: '请检查',
      requestId: 'r1',
      retryAfter: 7,
    });
    expect(e.errors).toHaveLength(1);
  });
  it('from something in between still say something', () => {
    const e = failureOf(502, undefined, new Headers());
    expect(e).toMatchObject({ status: 502, code: 'http', message: '服务暂时不可用（502）' });
    expect(e.errors).toEqual([]);
  });
});
