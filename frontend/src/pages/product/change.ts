// 变更申请: the form of a product once more, with what was reviewed open, and a reason.

import { html } from 'lit';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { CreateChangeRequest } from '../../api/constraints';
import { ApiFailure } from '../../api/problem';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formPage, type Loaded } from '../../kit/form/form-page';
import { readChoices } from '../../parts/product/fields/basics';
import type { Choices } from '../../parts/product/fields/choices';
import '../../parts/product/preview';
import { valuesOf } from '../../parts/product/record';
import { icon } from '../../ui/icons';
import { recordSections } from './sections';

type Product = S<'ProductView'>;
type Input = S<'ProductRecord'> & { reason: string };
const f = fields<S<'CreateChangeRequest'>>(CreateChangeRequest);
const told = (loaded: Loaded) => loaded.values.told as { choices: Choices; product: Product };

/** The record stands below `/record` in the request, and by itself in the form. */
function inForm(e: unknown): unknown {
  if (!(e instanceof ApiFailure)) return e;
  const errors = e.errors.map((x) => ({ ...x, pointer: x.pointer.replace(/^\/record(?=\/)/, '') }));
  return new ApiFailure(e.status, { code: e.code, detail: e.message, errors, request_id: e.requestId }, e.retryAfter);
}

export default formPage<Input, S<'ChangeRequestView'>>({
  load: async (ctx) => {
    const { id = '' } = ctx.match.params;
    const [choices, product] = await Promise.all([
      readChoices(),
      unwrap(api.GET('/api/v1/products/{id}', { params: { path: { id } } })),
    ]);
    return { values: { ...valuesOf(product), told: { choices, product } }, version: product.version };
  },
  intro: () =>
    html`<div class="alert info" role="note">${icon('info')}<div class="alert-text">${t(
      '修改需要变更的内容并说明原因。审核通过后生效并成为新版本；在此之前，扫码页仍显示原版本。追溯码不能变更。',
    )}</div></div>`,
  sections: (_, loaded) => [
    { title: t('变更申请'), fields: [f.textarea('reason', { rows: 2 })] },
    ...recordSections(told(loaded).choices, ['trace_code'], false),
  ],
  aside: (record) => html`<pm-product-preview .record=${record}></pm-product-preview>`,
  submitText: t('提交申请'),
  save: async ({ reason, ...record }, ctx, version) => {
    const params = { path: { id: ctx.match.params.id ?? '' }, header: ifMatch(version) };
    try {
      return await unwrap(api.POST('/api/v1/products/{id}/change-requests', { params, body: { record, reason } }));
    } catch (e) {
      throw inForm(e);
    }
  },
  done: (r) => (r.state === 'approved' ? t('变更已通过自动检查并生效') : t('变更申请已提交，等待平台审核')),
  next: (r) => links.product(r.product_id),
  back: (ctx) => links.product(ctx.match.params.id ?? ''),
});
