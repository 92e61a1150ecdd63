import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { VoidReason } from '../../api/constraints';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

const f = fields<S<'VoidReason'>>(VoidReason);

/** Says what ends, and asks why; the reason is shown to whoever scans. */
export async function askVoid(
  what: string,
  consequence: string,
  save: (body: S<'VoidReason'>) => Promise<unknown>,
): Promise<boolean> {
  const done = await formDialog<S<'VoidReason'>>({
    title: t('作废{what}', { what }),
    width: 520,
    okText: t('作废'),
    danger: true,
    intro: html`<div class="alert error">${icon('warning')}<div>${consequence}</div></div>`,
    sections: [{ title: '', fields: [f.textarea('reason', { rows: 2 })] }],
    save,
  });
  if (done) message.success(t('已作废'));
  return done !== undefined;
}

/** Ends a product and everything coded below it (F086). */
export async function voidProduct(p: { id: string; name: string }): Promise<boolean> {
  const path = { id: p.id };
  const { batches, units } = await unwrap(api.GET('/api/v1/products/{id}/summary', { params: { path } }));
  const consequence = t(
    '作废不可恢复：产品码及其下 {batches} 个批次码、{units} 个单品码将全部失效，不能再赋码；已印制的码扫码时显示“已作废”和下面的原因。',
    { batches: num(batches), units: num(units) },
  );
  return askVoid(t('产品“{name}”', { name: p.name }), consequence, (body) =>
    unwrap(api.POST('/api/v1/products/{id}/void', { params: { path }, body })),
  );
}
