import { api, type S, unwrap } from '../../api/client';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { askVoid } from '../../parts/product/void';

/** Ends a batch and the codes of its units. */
export const voidBatch = (b: S<'BatchView'>): Promise<boolean> =>
  askVoid(
    t('批次“{no}”', { no: b.batch_no }),
    t('作废不可恢复：批次码及其下 {units} 个单品码将全部失效；已印制的码扫码时显示“已作废”和下面的原因。', {
      units: num(b.units),
    }),
    (body) => unwrap(api.POST('/api/v1/batches/{id}/void', { params: { path: { id: b.id } }, body })),
  );
