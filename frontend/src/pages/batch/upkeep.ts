import { html } from 'lit';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { UpdateBatch } from '../../api/constraints';
import { today } from '../../base/format';
import { t } from '../../base/i18n';
import type { Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { filesOf } from '../../parts/product/record';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

const f = fields<S<'UpdateBatch'>>(UpdateBatch);
const hasQuantity = (v: Values): boolean => v.quantity !== undefined && v.quantity !== null && v.quantity !== '';
const hasReports = (v: Values): boolean => ((v.report_file_ids as unknown[] | undefined)?.length ?? 0) > 0;

/** 维护: what is said of a batch besides its number, which is printed and cannot change (F093). */
export async function keepUp(id: string): Promise<boolean> {
  const b = await unwrap(api.GET('/api/v1/batches/{id}', { params: { path: { id } } }));
  const params = { path: { id }, header: ifMatch(b.version) };
  const { made_on, expires_on, quantity, quantity_kind, report_kind, is_report_public, note } = b;
  const done = await formDialog<S<'UpdateBatch'>>({
    kind: 'drawer',
    title: b.is_ex_factory ? t('更正批次 {no}', { no: b.batch_no }) : t('维护批次 {no}', { no: b.batch_no }),
    width: 560,
    okText: t('保存'),
    intro: html`<div class="alert ${b.is_ex_factory ? 'warning' : ''}">${icon(b.is_ex_factory ? 'warning' : 'info')}<div>${
      b.is_ex_factory
        ? t('该批次已出厂：修改日期、数量、检验报告或其是否公开须填写更正原因，原因和修改前后的值在扫码页公开。')
        : t('批次号已印制，不能修改；日期的修改对该批次的单品同时生效。')
    }</div></div>`,
    sections: [
      {
        title: '',
        columns: 2,
        fields: [
          f.date('made_on', { max: today() }),
          f.date('expires_on', { min: (x) => (x.values.made_on as string) ?? '' }),
          f.number('quantity'),
          f.radio('quantity_kind', { show: hasQuantity, required: true }),
        ],
      },
      {
        title: t('检验报告'),
        fields: [
          f.files('report_file_ids', { slot: 'inspection_report' }),
          f.radio('report_kind', { show: hasReports, required: true }),
          f.toggle('is_report_public', { show: hasReports, on: t('公开'), off: t('不公开') }),
        ],
      },
      {
        title: '',
        fields: [
          f.textarea('note', { rows: 2 }),
          ...(b.is_ex_factory ? [f.textarea('correction_reason', { rows: 2 })] : []),
        ],
      },
    ],
    values: {
      made_on,
      expires_on,
      quantity,
      quantity_kind: quantity_kind ?? 'exact',
      report_kind: report_kind ?? 'factory',
      report_file_ids: filesOf(b.report_file_ids, b.files),
      is_report_public,
      note,
    },
    save: (body) => unwrap(api.PUT('/api/v1/batches/{id}', { params, body })),
  });
  if (done) message.success(t('批次 {no} 已保存', { no: b.batch_no }));
  return done !== undefined;
}
