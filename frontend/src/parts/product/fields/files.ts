import type { S } from '../../../api/client';
import { ProductRecord } from '../../../api/constraints';
import { t } from '../../../base/i18n';
import type { Section, Values } from '../../../kit/form/field';
import { fields } from '../../../kit/form/fields';

const f = fields<S<'ProductRecord'>>(ProductRecord);
const hasReports = (v: Values): boolean => ((v.report_file_ids as unknown[] | undefined) ?? []).length > 0;

/** What is uploaded: some of it everybody sees, reports only if their maker says so (F068, F155). */
export const files = (): Section => ({
  title: t('图片与文件'),
  columns: 2,
  fields: [
    f.files('picture_file_ids', { slot: 'product_picture', look: 'wall', due: true }),
    f.files('report_file_ids', { slot: 'inspection_report', due: true }),
    f.select('report_kind', { show: hasReports }),
    f.date('report_expires_on', { show: hasReports }),
    f.toggle('is_report_public', { on: t('公开'), off: t('不公开'), wide: true }),
    f.files('manual_file_ids', { slot: 'manual' }),
    f.files('certificate_file_ids', { slot: 'product_certificate' }),
  ],
});
