import type { S } from '../../../api/client';
import { ProductRecord, QualityIndicator } from '../../../api/constraints';
import { nameOf } from '../../../api/enums';
import { today } from '../../../base/format';
import { t } from '../../../base/i18n';
import type { Section } from '../../../kit/form/field';
import { fields } from '../../../kit/form/fields';

const f = fields<S<'ProductRecord'>>(ProductRecord);
const q = fields<S<'QualityIndicator'>>(QualityIndicator);

/** What it was made by, and what was measured of it (F163). */
export const quality = (): Section => ({
  title: t('质量与证书'),
  columns: 2,
  fields: [
    f.lines('standards', { add: t('添加执行标准'), due: true }),
    f.text('licence_number'),
    f.text('certificate_number'),
    f.rows('quality_indicators', {
      layout: 'cards',
      columns: [
        q.select('kind'),
        q.text('name'),
        q.text('requirement'),
        q.text('result'),
        q.date('tested_on', { max: today() }),
        q.toggle('is_public', { on: t('公开'), off: t('不公开') }),
        q.file('report_file_id', { slot: 'inspection_report' }),
      ],
      blank: () => ({ kind: 'safety', is_public: true }),
      title: (row) => [nameOf('IndicatorKind', row.kind as string), row.name].filter(Boolean).join(' · '),
      add: t('添加质量指标'),
    }),
  ],
});
