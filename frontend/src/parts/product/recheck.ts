// Looking over what is said of a product, so that it stays true (F174).

import { html, type TemplateResult } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { SelfCheck } from '../../api/constraints';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

const f = fields<S<'SelfCheck'>>(SelfCheck);

/** Asks whether all is still true, and notes it. */
export async function recheck(p: { id: string; name: string }): Promise<boolean> {
  const done = await formDialog<S<'SelfCheck'>>({
    title: t('复核产品“{name}”', { name: p.name }),
    width: 520,
    okText: t('复核'),
    intro: html`<p>${t('请对照流通中的产品核对登记的信息；有变化的，先编辑产品，保存即视为已核对。')}</p>`,
    values: { confirmed: false },
    sections: [{ title: '', fields: [f.toggle('confirmed')] }],
    save: (body) => unwrap(api.POST('/api/v1/products/{id}/recheck', { params: { path: { id: p.id } }, body })),
  });
  if (done) message.success(t('已复核'));
  return !!done;
}

/** What is to be looked over, as a line of the home page; nothing when nothing is. */
export function recheckReminder(total: number): TemplateResult[] {
  if (!total) return [];
  return [
    html`<div class="alert warning">${icon('warning')}<div class="alert-text">${t('{n} 个产品超过 180 天未核对信息，请复核。', { n: num(total) })}</div>
      <div class="btns"><a class="btn" href=${links.rechecks}>${t('去复核')}</a></div></div>`,
  ];
}
