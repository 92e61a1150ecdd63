import { html } from 'lit';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { CreateFiling, UpdateFiling } from '../../api/constraints';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { anyProduct } from '../../parts/product/options';
import { confirm } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

const f = fields<S<'CreateFiling'>>(CreateFiling);
const u = fields<S<'UpdateFiling'>>(UpdateFiling);

export const note = (text: string) => html`<div class="alert">${icon('info')}<div>${text}</div></div>`;

/** Says that it is filed, and whether it is another number than that of the codes. */
function told(filed: S<'FilingView'>, text: string): void {
  if (!filed.is_different) {
    message.success(text);
    return;
  }
  message.warning(
    t('{text}，但填报的 {n} 与赋码数 {coded} 不符，请核对；如有错误请更正', {
      text,
      n: num(filed.quantity),
      coded: num(filed.coded_quantity ?? 0),
    }),
  );
}

/** Files what is missing of one period; the number of codes issued in it is where one begins. */
export async function fileDue(due: S<'DueFiling'>): Promise<boolean> {
  const text = due.is_exact
    ? t(
        '该产品须填准确数量；本期赋出单品码 {n} 个，其中已作废 {voided} 个，应填 {expected}。没有生产的填 0，停产的请在产品详情中登记暂停生产。',
        {
          n: num(due.issued),
          voided: num(due.voided),
          expected: num(due.expected),
        },
      )
    : t('该产品可填估算数量。没有生产的填 0。');
  const done = await formDialog<S<'CreateFiling'>>({
    title: t('填报“{name}”{label}的数量', { name: due.product_name, label: due.label }),
    width: 520,
    okText: t('填报'),
    intro: note(text),
    values: {
      product_id: due.product_id,
      day: due.starts_on,
      quantity: due.is_exact && due.issued ? due.expected : undefined,
    },
    sections: [{ title: '', fields: [f.number('quantity'), f.textarea('note', { rows: 2 })] }],
    save: (filled) => {
      const body = { ...filled, product_id: due.product_id, day: due.starts_on };
      return unwrap(api.POST('/api/v1/filings', { body }));
    },
  });
  if (done) told(done as S<'FilingView'>, t('已填报'));
  return done !== undefined;
}

/** Files what is missing of one product or of all as it was coded, once the numbers are confirmed. */
export async function fileIssued(product?: { id: string; name: string }): Promise<boolean> {
  const query = product ? { product_id: product.id } : {};
  const seen = await unwrap(api.GET('/api/v1/filing-batches/preview', { params: { query } }));
  if (!seen.periods) {
    message.warning(t('没有可按赋码数填报的所属期'));
    return false;
  }
  const numbers = { n: num(seen.periods), zeros: num(seen.zeros), quantity: num(seen.quantity) };
  const title = product
    ? t('按赋码数填报“{name}”的 {n} 期？', { name: product.name, ...numbers })
    : t('按赋码数填报 {products} 个产品的 {n} 期？', { products: num(seen.products), ...numbers });
  const text = [
    t('共 {n} 期，数量合计 {quantity}；其中 {zeros} 期没有赋码，将填 0。', numbers),
    t(
      '数量为各期赋出的单品码数减去截止日前作废的。请确认填 0 的各期确实没有生产；填报后可以更正，也可以在批量填报记录中撤回。',
    ),
    seen.left ? t('一次最多填报 1000 期，其余 {left} 期请再次填报。', { left: num(seen.left) }) : '',
  ].join('');
  if (!(await confirm(title, text, { okText: t('填报 {n} 期', numbers) }))) return false;
  const body = { ...query, periods: seen.periods, zeros: seen.zeros };
  await unwrap(api.POST('/api/v1/filing-batches', { body }));
  message.success(t('已填报 {n} 期', numbers));
  return true;
}

/** Files any period of any product. */
export async function fileAny(product_id?: string): Promise<boolean> {
  const done = await formDialog<S<'CreateFiling'>>({
    kind: 'drawer',
    title: t('填报产品数量'),
    width: 520,
    okText: t('填报'),
    values: { product_id },
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
  if (done) told(done as S<'FilingView'>, t('已填报'));
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
    sections: [
      { title: '', fields: [u.number('quantity'), u.textarea('note', { rows: 2 }), u.textarea('reason', { rows: 2 })] },
    ],
    save: (body) => unwrap(api.PUT('/api/v1/filings/{id}', { params, body })),
  });
  if (done) told(done as S<'FilingView'>, t('已保存'));
  return done !== undefined;
}
