import { api, type S, unwrap } from '../../api/client';
import { FilingBatchViewLabels, WithdrawFilingBatch } from '../../api/constraints';
import { session } from '../../api/session';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { mark } from '../../kit/record/facts';
import { message } from '../../ui/toast';
import { note } from './file';

type Batch = S<'FilingBatchView'>;
const c = columns<Batch>(FilingBatchViewLabels);
const w = fields<S<'WithdrawFilingBatch'>>(WithdrawFilingBatch);

const scope = (b: Batch): string => b.product_name ?? t('{n} 个产品', { n: num(b.products) });

/** Takes back what was filed at once; the periods are owed again. */
async function withdraw(b: Batch): Promise<boolean> {
  const text = t(
    '将撤回 {n} 期；之后单独更正过的 {kept} 期不受影响。撤回的各期须重新填报，原填报的数量和撤回原因留存。',
    {
      n: num(b.standing),
      kept: num(b.periods - b.standing),
    },
  );
  const done = await formDialog<S<'WithdrawFilingBatch'>>({
    title: t('撤回批量填报？'),
    width: 520,
    okText: t('撤回'),
    danger: true,
    intro: note(text),
    sections: [{ title: '', fields: [w.textarea('reason', { rows: 2 })] }],
    save: (body) => unwrap(api.POST('/api/v1/filing-batches/{id}/withdraw', { params: { path: { id: b.id } }, body })),
  });
  if (done) message.success(t('已撤回 {n} 期', { n: num(b.standing) }));
  return done !== undefined;
}

export default listPage<Batch, { page?: number; page_size?: number }>({
  title: t('批量填报记录'),
  rowKey: (b) => b.id,
  load: (query) => unwrap(api.GET('/api/v1/filing-batches', { params: { query } })),
  columns: [
    c.custom('product_name', scope, { width: 220, fixed: true, role: 'heading', label: t('范围'), title: scope }),
    c.custom('withdrawn_at', (b) => (b.withdrawn_at ? mark(t('已撤回'), 'warning') : mark(t('有效'), 'success')), {
      width: 92,
      label: t('状态'),
      role: 'mark',
    }),
    c.number('periods', { width: 90 }),
    c.number('zeros', { width: 110 }),
    c.number('quantity', { width: 110 }),
    c.text('filed_by', { width: 110 }),
    c.time('filed_at'),
    c.number('withdrawn_periods', { width: 100 }),
    c.text('withdrawal_reason', { width: 180 }),
  ],
  rowActions: [
    { label: t('明细'), to: (b) => links.filings({ filing_batch_id: b.id }) },
    {
      label: t('撤回'),
      danger: true,
      show: (b) => !b.withdrawn_at && b.standing > 0 && session.may('product.write'),
      run: async (b, list) => {
        if (await withdraw(b)) await list.reload();
      },
    },
  ],
  empty: { text: t('还没有批量填报') },
});
