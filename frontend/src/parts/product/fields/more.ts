import type { S } from '../../../api/client';
import { Commercial, ProductAttribute, ProductPart, ProductRecord } from '../../../api/constraints';
import { nameOf } from '../../../api/enums';
import { t } from '../../../base/i18n';
import type { Section, Values } from '../../../kit/form/field';
import { fields } from '../../../kit/form/fields';

const f = fields<S<'ProductRecord'>>(ProductRecord);
const a = fields<S<'ProductAttribute'>>(ProductAttribute);
const p = fields<S<'ProductPart'>>(ProductPart);
const c = fields<S<'Commercial'>>(Commercial, 'commercial/');

/** What no field is for (F072). */
export const attributes = (): Section => ({
  title: t('特性属性'),
  note: t('在固定字段之外补充，扫码页可展示'),
  fields: [
    f.rows('attributes', {
      columns: [a.text('name'), a.text('value'), a.toggle('is_public')],
      blank: () => ({ name: '', value: '', is_public: true }),
      add: t('增加更多产品特性属性'),
    }),
  ],
});

/** What goes into it, and from whom under which name (F164, F165). */
export const parts = (): Section => ({
  title: t('来料与零部件'),
  note: t('供应商名称只有本企业可见，公众看到的是公开名称'),
  fields: [
    f.rows('parts', {
      layout: 'cards',
      columns: [
        p.select('kind'),
        p.text('name'),
        p.text('model'),
        p.text('licence_number'),
        p.text('supplier_name'),
        p.text('supplier_alias'),
        p.toggle('is_public', { on: t('公开'), off: t('不公开') }),
      ],
      blank: () => ({ kind: 'component', is_public: true }),
      title: (row) => [nameOf('PartKind', row.kind as string), row.name].filter(Boolean).join(' · '),
      add: t('添加来料或零部件'),
    }),
  ],
});

const hasEvidence = (v: Values): boolean => ((v.evidence_file_ids as unknown[] | undefined) ?? []).length > 0;

/** What a maker adds for its business (F147, F166), and what backs it and the parts (F162). */
export const commercial = (): Section => ({
  title: t('商业信息'),
  note: t('证明材料也用于来料与零部件'),
  columns: 2,
  fields: [
    c.textarea('honours', { rows: 2 }),
    c.text('credit_grade'),
    c.text('website', { inputmode: 'url' }),
    c.text('lottery_url', { inputmode: 'url' }),
    f.files('evidence_file_ids', { slot: 'evidence' }),
    f.toggle('is_evidence_public', { on: t('公开'), off: t('不公开'), show: hasEvidence }),
  ],
});
