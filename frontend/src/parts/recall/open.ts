import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { EndRecall, OpenRecall } from '../../api/constraints';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import type { Control, Field, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { confirm } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import { livingProduct, loadBatches } from '../product/options';

type Input = S<'OpenRecall'>;
type Target = Partial<Pick<Input, 'product_id' | 'batch_no' | 'first_serial' | 'last_serial'>>;
const f = fields<Input>(OpenRecall);
const end = fields<S<'EndRecall'>>(EndRecall);
const product = (c: Control): string | undefined => c.values.product_id as string | undefined;

/** What is asked when nothing was chosen before: the product, and how much of it. */
const choice = (): Field[] => [
  f.select('product_id', {
    ...livingProduct,
    wide: true,
    help: '',
    placeholder: t('输入产品名称或追溯码搜索'),
    onPick: (_, c) => c.patch({ batch_no: undefined }),
  }),
  f.toggle('whole_product', {
    wide: true,
    show: (v) => !v.batch_no && !v.first_serial,
    on: t('召回整个产品'),
    off: t('只召回一部分'),
    validate: (whole, v) =>
      whole || v.batch_no || v.first_serial ? undefined : t('请选择批次、填写起始序列号，或选择召回整个产品'),
  }),
  f.select('batch_no', {
    wide: true,
    help: '',
    show: (v: Values) => !v.first_serial && !v.whole_product,
    load: (c) => loadBatches(product(c), 'batch_no', 'active'),
    resolve: async (no) => ({ value: no, label: no }),
    disabled: (c) => !product(c),
  }),
  f.text('first_serial', { show: (v) => !v.batch_no && !v.whole_product, help: '' }),
  f.text('last_serial', { show: (v) => !v.batch_no && !v.whole_product, help: '' }),
];

/** Asks once more before everything of a product is recalled, by its name. */
async function confirmWhole(id: string): Promise<boolean> {
  const { record } = await unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } } }));
  return confirm(
    t('召回整个产品“{name}”？', { name: record.name }),
    t('追溯码 {code} 的所有批次和单品都会显示召回警示。', { code: record.trace_code }),
    { okText: t('召回整个产品'), danger: true },
  );
}

/** Warns whoever scans; says before what will happen. */
export async function openRecall(target: Target = {}, what = '', units = 0): Promise<boolean> {
  const reach = units
    ? t('该批次的 {n} 个单品码同时显示“正在召回”。', { n: num(units) })
    : t('范围内的批次码和单品码同时显示“正在召回”。');
  const done = await formDialog<Input>({
    title: what ? t('召回{what}', { what }) : t('发起召回'),
    width: 560,
    okText: t('发起召回'),
    danger: true,
    intro: html`<div class="alert error">${icon('warning')}<div>${t('发起后立即生效：消费者扫码会看到醒目的召回警示、原因和处理建议。')}${reach}${t('召回可以结束，但记录永久保留。')}</div></div>`,
    sections: [
      {
        title: '',
        columns: 2,
        fields: [
          ...(target.product_id ? [] : choice()),
          f.textarea('reason', { rows: 2 }),
          f.textarea('advice', { rows: 2 }),
        ],
      },
    ],
    values: { whole_product: false, ...target },
    save: async (input) => {
      const body = { ...target, ...input };
      if (body.whole_product && !(await confirmWhole(body.product_id))) return false;
      return unwrap(api.POST('/api/v1/recalls', { body }));
    },
  });
  if (done) message.success(t('已发起召回'));
  return done !== undefined;
}

/** Takes the warning back, with the reason why it is no longer needed. */
export async function endRecall(r: S<'RecallView'>): Promise<boolean> {
  const done = await formDialog<S<'EndRecall'>>({
    title: t('结束召回'),
    width: 520,
    okText: t('结束召回'),
    intro: html`<div class="alert warning">${icon('warning')}<div>${t('结束后，扫码不再显示召回警示；请确认问题产品已经处理完毕。')}</div></div>`,
    sections: [{ title: '', fields: [end.textarea('reason', { rows: 2 })] }],
    save: (body) => unwrap(api.POST('/api/v1/recalls/{id}/end', { params: { path: { id: r.id } }, body })),
  });
  if (done) message.success(t('召回已结束'));
  return done !== undefined;
}
