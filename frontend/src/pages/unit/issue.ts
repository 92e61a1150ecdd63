import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { IssueUnits } from '../../api/constraints';
import { num, today } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import type { Control, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formPage } from '../../kit/form/form-page';
import { findBatch, livingProduct, loadBatches } from '../../parts/product/options';
import { confirmMany } from '../../parts/unit/confirm-many';
import { runNote } from '../../parts/unit/run-note';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import '../../parts/code/inactive-note';

type Input = S<'IssueUnits'>;
const f = fields<Input>(IssueUnits);

const isRandom = (v: Values): boolean => v.serial_style === 'random';
const product = (c: Control): string | undefined => c.values.product_id as string | undefined;

/** What the batch says, for those who look at the dates; what is left empty is the batch's. */
async function datesOf(product_id: unknown, batch_no: unknown): Promise<Values> {
  const batch = await findBatch(product_id, batch_no);
  return { batch_made_on: batch?.made_on, batch_expires_on: batch?.expires_on ?? undefined };
}
const datesNote = (v: Values) =>
  v.batch_no && v.batch_made_on
    ? html`<div class="alert" role="status">${icon('info')}<div>${t(
        '日期不填则取批次的：生产日期 {made_on}，有效期至 {expires_on}。',
        { made_on: String(v.batch_made_on), expires_on: String(v.batch_expires_on ?? t('未填写')) },
      )}</div></div>`
    : '';

export default formPage<Input, S<'UnitIssue'>>({
  load: async ({ match }) => {
    const product_id = match.query.get('product_id') ?? undefined;
    const batch_no = match.query.get('batch_no') ?? undefined;
    return { values: { serial_style: 'sequential', product_id, batch_no, ...(await datesOf(product_id, batch_no)) } };
  },
  sections: () => [
    {
      title: t('产品与批次'),
      columns: 2,
      fields: [
        f.select('product_id', {
          ...livingProduct,
          help: '',
          placeholder: t('输入产品名称或追溯码搜索'),
          onPick: (_, c) => c.patch({ batch_no: undefined }),
        }),
        f.select('batch_no', {
          help: t('不选则暂不归入批次，可赋码后关联'),
          load: (c) => loadBatches(product(c), 'batch_no', 'active'),
          resolve: async (no) => ({ value: no, label: no }),
          disabled: (c) => !product(c),
          onPick: (o, c) => void datesOf(product(c), o?.value).then((dates) => c.patch(dates), message.failure),
        }),
        f.date('made_on', { max: today() }),
        f.date('expires_on', { min: (c) => (c.values.made_on as string) ?? '' }),
      ],
      foot: (v) => html`<pm-inactive-note .product=${v.product_id}></pm-inactive-note>${datesNote(v)}`,
    },
    {
      title: t('序列号'),
      columns: 2,
      fields: [
        f.radio('serial_style', { wide: true }),
        f.text('serial_prefix'),
        f.text('first_serial', {
          inputmode: 'numeric',
          help: t('数字，位数固定；不填则自动接续'),
          show: (v) => !isRandom(v),
        }),
        f.number('quantity'),
      ],
      foot: (v) => (isRandom(v) ? nothing : runNote(v)),
    },
  ],
  save: (body) => unwrap(api.POST('/api/v1/unit-issues', { body })),
  confirm: ({ quantity }) => confirmMany(quantity),
  submitText: t('赋码'),
  done: (u) =>
    t('已赋 {n} 个码：{first} 至 {last}', { n: num(u.quantity), first: u.first_serial, last: u.last_serial }),
  next: (u) => links.units({ product_id: u.product_id }),
  back: () => links.units(),
});
