import { html } from 'lit';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { CreateFiling, UpdateFiling } from '../../api/constraints';
import { num, today } from '../../base/format';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { anyProduct } from '../../parts/product/options';
import { confirm } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

const f = fields<S<'CreateFiling'>>(CreateFiling);
const u = fields<S<'UpdateFiling'>>(UpdateFiling);

const note = (text: string) => html`<div class="alert">${icon('info')}<div>${text}</div></div>`;

/** Files what is missing of one period; the number of codes issued in it is where one begins. */
export async function fileDue(due: S<'DueFiling'>): Promise<boolean> {
  const text = due.is_exact
    ? t('该产品须填准确数量；本期赋出单品码 {n} 个，供参考。没有生产的填 0，停产的请在产品详情中登记暂停生产。', {
        n: num(due.issued),
      })
    : t('该产品可填估算数量。没有生产的填 0。');
  const done = await formDialog<S<'CreateFiling'>>({
    title: t('填报“{name}”{label}的数量', { name: due.product_name, label: due.label }),
    width: 520,
    okText: t('填报'),
    intro: note(text),
    values: {
      product_id: due.product_id,
      day: due.starts_on,
      quantity: due.is_exact && due.issued ? due.issued : undefined,
    },
    sections: [{ title: '', fields: [f.number('quantity'), f.textarea('note', { rows: 2 })] }],
    amend: (values) => ({ ...values, product_id: due.product_id, day: due.starts_on }),
    save: (body) => unwrap(api.POST('/api/v1/filings', { body })),
  });
  if (done) message.success(t('已填报'));
  return done !== undefined;
}

/** Files all that is missing of products whose units have codes of their own, as they were coded. */
export async function fileIssued(): Promise<boolean> {
  const text = t('一物一码、组合多码产品的待填报各期，按该期赋出的单品码数填报，没有赋码的填 0。填报后可以更正。');
  if (!(await confirm(t('全部按赋码数填报？'), text, { okText: t('填报') }))) return false;
  let total = 0;
  for (;;) {
    const { filed, left } = await unwrap(api.POST('/api/v1/filing-batches', { body: {} }));
    total += filed;
    if (!left) break;
  }
  message.success(t('已填报 {n} 期', { n: num(total) }));
  return true;
}

/** Files any period of any product. */
export async function fileAny(product_id?: string): Promise<boolean> {
  const done = await formDialog<S<'CreateFiling'>>({
    kind: 'drawer',
    title: t('填报产品数量'),
    width: 520,
    okText: t('填报'),
    values: { product_id, day: today() },
    sections: [
      {
        title: '',
        fields: [
          f.select('product_id', anyProduct),
          f.date('day'),
          f.number('quantity'),
          f.textarea('note', { rows: 2 }),
        ],
      },
    ],
    save: (body) => unwrap(api.POST('/api/v1/filings', { body })),
  });
  if (done) message.success(t('已填报'));
  return done !== undefined;
}

/** Corrects what was filed. */
export async function correct(filed: S<'FilingView'>): Promise<boolean> {
  const fresh = await unwrap(api.GET('/api/v1/filings/{id}', { params: { path: { id: filed.id } } }));
  const params = { path: { id: filed.id }, header: ifMatch(fresh.version) };
  const done = await formDialog<S<'UpdateFiling'>>({
    title: t('更正“{name}”{label}的数量', { name: fresh.product_name, label: fresh.label }),
    width: 520,
    okText: t('保存'),
    values: { quantity: fresh.quantity, note: fresh.note },
    sections: [{ title: '', fields: [u.number('quantity'), u.textarea('note', { rows: 2 })] }],
    save: (body) => unwrap(api.PUT('/api/v1/filings/{id}', { params, body })),
  });
  if (done) message.success(t('已保存'));
  return done !== undefined;
}
