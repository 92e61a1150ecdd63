import { api, type S, unwrap } from '../../api/client';
import { ClaimReviewLabels, DecideCodeClaim, list_code_claims_to_decide } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import type { operations } from '../../api/schema';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { mark } from '../../kit/record/facts';
import { claimCards } from '../../parts/claim';
import { claimTones, productTones } from '../../parts/tones';
import { openDrawer } from '../../ui/dialog';
import { message } from '../../ui/toast';

type Case = S<'ClaimReview'>;
type Query = NonNullable<operations['list_code_claims_to_decide']['parameters']['query']>;
const L = ClaimReviewLabels;
const s = search<Query>(list_code_claims_to_decide);
const c = columns<Case>(L);
const f = fields<S<'DecideCodeClaim'>>(DecideCodeClaim);
const at = (x: Case) => ({ params: { path: { id: x.id } } });
const isOpen = (x: Case): boolean => x.state === 'open';

/** Both sides, what they have registered, and the proofs. */
async function show(x: Case): Promise<void> {
  const view = await unwrap(api.GET('/api/v1/platform/code-claims/{id}', at(x)));
  const sides = [
    { label: t(L.claimant_name), value: view.claimant_name },
    { label: t(L.claimant_prefix), value: view.claimant_prefix },
    { label: t(L.respondent_name), value: view.respondent_name },
    { label: t(L.respondent_prefix), value: view.respondent_prefix },
    { label: t(L.product_name), value: view.product_name },
    {
      label: t(L.product_state),
      value: mark(nameOf('ProductState', view.product_state), productTones[view.product_state]),
    },
  ];
  const body = () => claimCards(view, sides);
  await openDrawer({ title: t('追溯码 {code} 的申诉', { code: view.trace_code }), width: 720, footer: false, body });
}

async function decide(x: Case, list: ListHandle, isApproved: boolean): Promise<void> {
  const done = await formDialog<S<'DecideCodeClaim'>>({
    title: isApproved ? t('裁定申诉成立') : t('裁定申诉不成立'),
    width: 520,
    okText: isApproved ? t('成立') : t('不成立'),
    danger: true,
    intro: isApproved
      ? t(
          '{respondent}的产品随即作废，已印制的码扫码后显示已作废和下面的理由；追溯码 {code} 归{claimant}。此裁定不能撤回。',
          {
            respondent: x.respondent_name,
            code: x.trace_code,
            claimant: x.claimant_name,
          },
        )
      : t('追溯码 {code} 仍由{respondent}使用。', { code: x.trace_code, respondent: x.respondent_name }),
    sections: [{ title: '', fields: [f.textarea('reason', { rows: 3 })] }],
    save: (body) =>
      isApproved
        ? unwrap(api.POST('/api/v1/platform/code-claims/{id}/approve', { ...at(x), body }))
        : unwrap(api.POST('/api/v1/platform/code-claims/{id}/reject', { ...at(x), body })),
  });
  if (!done) return;
  message.success(t('已裁定'));
  await list.reload();
}

export default listPage<Case, Query>({
  title: t('追溯码申诉'),
  rowKey: (x) => x.id,
  load: (query) => unwrap(api.GET('/api/v1/platform/code-claims', { params: { query } })),
  search: [s.text('trace_code'), s.choice('state')],
  columns: [
    c.code('trace_code', { role: 'heading' }),
    c.text('claimant_name', { width: 200 }),
    c.text('respondent_name', { width: 200 }),
    c.text('product_name', { width: 150 }),
    c.state('state', 'ClaimState', claimTones),
    c.text('reason', { width: 220 }),
    c.text('reply', { width: 180 }),
    c.time('created_at'),
    c.time('decided_at', { optional: true }),
  ],
  rowActions: [
    { label: t('查看'), run: show },
    { label: t('成立'), show: isOpen, run: (x, list) => decide(x, list, true) },
    { label: t('不成立'), danger: true, show: isOpen, run: (x, list) => decide(x, list, false) },
  ],
  empty: { text: t('没有申诉') },
});
