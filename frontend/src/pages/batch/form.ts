import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { CreateBatch } from '../../api/constraints';
import { num, today } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import type { Control, Field, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formPage } from '../../kit/form/form-page';
import '../../parts/code/inactive-note';
import { findBatch, livingProduct } from '../../parts/product/options';
import { confirmMany } from '../../parts/unit/confirm-many';
import { runNote } from '../../parts/unit/run-note';

type Input = S<'CreateBatch'>;
const f = fields<Input>(CreateBatch);

const isUnits = (v: Values): boolean => v.coding_mode === 'unit';

/** The number of a batch. Units may be added to one that is there; its dates are known then and not asked for again. */
function batchNo(): Field {
  const field = f.text('batch_no', { max: 20 });
  const fetched = async (c: Control, value: unknown): Promise<void> => {
    // Whether it is there says the server, at the latest when the form is sent.
    const batch = await findBatch(c.values.product_id, value).catch(() => undefined);
    if (batch && isUnits(c.values)) c.patch({ made_on: batch.made_on, expires_on: batch.expires_on ?? undefined });
  };
  const control = (c: Control) => {
    const set: Control['set'] = (value, commit, at) => {
      c.set(value, commit, at);
      if (commit) void fetched(c, value);
    };
    return field.control({ ...c, set });
  };
  return { ...field, control };
}

export default formPage<Input, S<'BatchView'>>({
  load: async (ctx) => ({
    values: { product_id: ctx.match.query.get('product_id') ?? undefined, made_on: today(), coding_mode: 'batch' },
  }),
  sections: () => [
    {
      title: t('批次信息'),
      columns: 2,
      fields: [
        f.select('product_id', { ...livingProduct, help: '', placeholder: t('输入产品名称或追溯码搜索') }),
        batchNo(),
        f.date('made_on', { max: today() }),
        f.date('expires_on', { min: (c) => (c.values.made_on as string) ?? '' }),
      ],
      foot: (v) => html`<pm-inactive-note .product=${v.product_id}></pm-inactive-note>`,
    },
    {
      title: t('赋码'),
      columns: 2,
      fields: [
        f.radio('coding_mode', { wide: true }),
        f.number('quantity', { show: isUnits, required: true, help: '' }),
        f.text('serial_prefix', { show: isUnits }),
        f.text('first_serial', { show: isUnits, inputmode: 'numeric', help: t('数字，位数固定；不填则自动接续') }),
      ],
      foot: (v) => (isUnits(v) ? runNote(v) : undefined),
    },
  ],
  save: (body) => unwrap(api.POST('/api/v1/batches', { body })),
  confirm: (b) => confirmMany(b.coding_mode === 'unit' ? b.quantity : null),
  done: (b) =>
    b.units
      ? t('批次 {no} 已赋码，共 {n} 个单品码', { no: b.batch_no, n: num(b.units) })
      : t('批次 {no} 已新增', { no: b.batch_no }),
  next: (b) => links.batches({ product_id: b.product_id }),
  back: () => links.batches(),
});
