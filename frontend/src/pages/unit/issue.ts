import { nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { IssueUnits } from '../../api/constraints';
import { num, today } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import type { Control, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formPage } from '../../kit/form/form-page';
import { livingProduct, loadBatches } from '../../parts/product/options';
import { runNote } from '../../parts/unit/run-note';

type Input = S<'IssueUnits'>;
const f = fields<Input>(IssueUnits);

const isRandom = (v: Values): boolean => v.serial_style === 'random';
const product = (c: Control): string | undefined => c.values.product_id as string | undefined;

export default formPage<Input, S<'UnitIssue'>>({
  load: async ({ match }) => ({
    values: {
      serial_style: 'sequential',
      product_id: match.query.get('product_id') ?? undefined,
      batch_no: match.query.get('batch_no') ?? undefined,
    },
  }),
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
        }),
        f.date('made_on', { max: today() }),
        f.date('expires_on', { min: (c) => (c.values.made_on as string) ?? '' }),
      ],
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
  submitText: t('赋码'),
  done: (u) =>
    t('已赋 {n} 个码：{first} 至 {last}', { n: num(u.quantity), first: u.first_serial, last: u.last_serial }),
  next: (u) => links.units({ product_id: u.product_id }),
  back: () => links.units(),
});
