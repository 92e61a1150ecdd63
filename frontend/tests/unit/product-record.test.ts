import { describe, expect, it } from 'vitest';
import type { S } from '../../src/api/client';
import { Commercial, ProductRecord } from '../../src/api/constraints';
import { checkField, placeErrors } from '../../src/kit/form/check';
import { collect } from '../../src/kit/form/field';
import { fields } from '../../src/kit/form/fields';
import { changesOf } from '../../src/pages/product/template/changes';
import { valuesOf } from '../../src/parts/product/record';

const p = fields<S<'ProductRecord'>>(ProductRecord);
const c = fields<S<'Commercial'>>(Commercial, 'commercial/');
const file = (id: string) => ({ id, name: `${id}.png`, size: 1, media_type: 'image/png', url: `/files/${id}` });
const record = {
  name: '细工木板',
  picture_file_ids: ['a'],
  standards: ['GB 18580-2017'],
  quality_indicators: [{ kind: 'safety', name: '甲醛', result: '0.04', report_file_id: 'r', is_public: true }],
  commercial: { website: 'https://www.example.com' },
  page: { menus: [], apps: [], theme: { colour: '#1668dc', header_picture_file_id: 'h' } },
} as unknown as S<'ProductRecord'>;
const files = ['a', 'r', 'h'].map(file) as unknown as S<'FileView'>[];

describe('a field that is part of a part', () => {
  const website = c.text('website');
  it('is sent, checked and blamed by the way to it', () => {
    expect(collect([{ title: '', fields: [website] }], { 'commercial/website': ' https://x.example.com ' })).toEqual({
      commercial: { website: 'https://x.example.com' },
    });
    expect([...checkField(website, { 'commercial/website': 'http://x' }).keys()]).toEqual(['/commercial/website']);
    const error = { pointer: '/commercial/website', code: 'x', message: '不对' };
    expect(placeErrors([error], [website], {}).atFields.get('/commercial/website')).toBe('不对');
  });
});

describe('a field that may wait', () => {
  it('sends none of its empty lines and is not blamed for them', () => {
    const standards = p.lines('standards', { add: '', due: true });
    expect(checkField(standards, { standards: [''] }).size).toBe(0);
    expect(collect([{ title: '', fields: [standards] }], { standards: ['', 'GB 1'] })).toEqual({ standards: ['GB 1'] });
  });
});

describe('a record', () => {
  it('is filled in with its files in the place of their ids', () => {
    const values = valuesOf({ record, files });
    expect(values.picture_file_ids).toEqual([files[0]]);
    expect((values.quality_indicators as { report_file_id: unknown }[])[0]?.report_file_id).toEqual([files[1]]);
    expect(values['page/theme/header_picture_file_id']).toEqual([files[2]]);
    expect(values['commercial/website']).toBe('https://www.example.com');
  });
});

describe('a template', () => {
  const template = {
    record: {
      name: '板材',
      basics: { standards: ['GB 18580-2017'], warranty_period: '24 个月', coding_level: 'batch' },
      page: { menus: [{ title: '企业介绍', kind: 'text', content: '…' }], apps: [], theme: {} },
    },
    files: [],
  } as unknown as S<'ProductTemplateView'>;
  it('changes what differs, and nothing that is locked or that it says nothing of', () => {
    const now = { ...valuesOf({ record, files }), warranty_period: '12 个月' };
    const changes = changesOf(template, now, (name) => name === 'coding_level');
    expect(changes.map((x) => [x.key, x.before, x.after])).toEqual([
      ['warranty_period', '12 个月', '24 个月'],
      ['menus', '', '企业介绍'],
    ]);
  });
});
