import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { CodeClaimViewLabels, CreateCodeClaim, list_code_claims, ReplyCodeClaim } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { mark } from '../../kit/record/facts';
import { claimCards } from '../../parts/claim';
import { claimTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

type Claim = S<'CodeClaimView'>;
type Query = NonNullable<operations['list_code_claims']['parameters']['query']>;
const s = search<Query>(list_code_claims);
const c = columns<Claim>(CodeClaimViewLabels);
const filing = fields<S<'CreateCodeClaim'>>(CreateCodeClaim);
const replying = fields<S<'ReplyCodeClaim'>>(ReplyCodeClaim);
const at = (claim: Claim) => ({ params: { path: { id: claim.id } } });
const isOpen = (claim: Claim): boolean => claim.state === 'open' && session.may('product.write');

async function file(list: ListHandle): Promise<void> {
  const done = await formDialog<S<'CreateCodeClaim'>>({
    title: t('提交追溯码申诉'),
    width: 560,
    okText: t('提交'),
    intro: t(
      '属于本企业的追溯码被其他企业登记时，可在此申诉。对方会看到申诉理由并可作说明，由平台裁定；成立的，对方产品作废，本企业即可用该码新增产品。',
    ),
    sections: [
      {
        title: '',
        fields: [
          filing.text('trace_code', { inputmode: 'numeric' }),
          filing.textarea('reason', { rows: 3 }),
          filing.files('proof_file_ids', { slot: 'claim_proof' }),
        ],
      },
    ],
    save: (body) => unwrap(api.POST('/api/v1/code-claims', { body })),
  });
  if (!done) return;
  message.success(t('申诉已提交，请等待平台裁定'));
  await list.reload();
}

async function show(claim: Claim): Promise<void> {
  const view = await unwrap(api.GET('/api/v1/code-claims/{id}', at(claim)));
  const product = view.product_id
    ? [
        {
          label: t(CodeClaimViewLabels.product_id),
          value: html`<a href=${links.product(view.product_id)}>${t('查看产品')}</a>`,
        },
      ]
    : [];
  const body = () =>
    claimCards(view, [{ label: t(CodeClaimViewLabels.side), value: nameOf('ClaimSide', view.side) }, ...product]);
  await openDrawer({ title: t('追溯码 {code} 的申诉', { code: view.trace_code }), width: 640, footer: false, body });
}

async function reply(claim: Claim, list: ListHandle): Promise<void> {
  const done = await formDialog<S<'ReplyCodeClaim'>>({
    title: t('对申诉作说明'),
    width: 520,
    okText: t('提交'),
    sections: [{ title: '', fields: [replying.textarea('reply', { rows: 4 })] }],
    save: (body) => unwrap(api.POST('/api/v1/code-claims/{id}/reply', { ...at(claim), body })),
  });
  if (!done) return;
  message.success(t('说明已提交'));
  await list.reload();
}

async function withdraw(claim: Claim, list: ListHandle): Promise<void> {
  const sure = await confirm(t('撤回该申诉？'), t('撤回后平台不再裁定；以后可以重新提交。'), { okText: t('撤回') });
  if (!sure) return;
  await unwrap(api.POST('/api/v1/code-claims/{id}/withdraw', at(claim)));
  message.success(t('已撤回'));
  await list.reload();
}

export default listPage<Claim, Query>({
  title: t('追溯码申诉'),
  rowKey: (claim) => claim.id,
  load: (query) => unwrap(api.GET('/api/v1/code-claims', { params: { query } })),
  search: [s.choice('side'), s.choice('state')],
  tools: [{ label: t('提交申诉'), icon: 'plus', primary: true, run: file, permission: 'product.write' }],
  columns: [
    c.code('trace_code', { role: 'heading' }),
    c.custom('side', (claim) => mark(nameOf('ClaimSide', claim.side), ''), { width: 110, role: 'mark' }),
    c.state('state', 'ClaimState', claimTones),
    c.text('reason', { width: 240 }),
    c.text('reply', { width: 200 }),
    c.text('decision_reason', { width: 200 }),
    c.time('created_at'),
    c.time('decided_at', { optional: true }),
  ],
  rowActions: [
    { label: t('查看'), run: show },
    { label: t('作说明'), show: (claim) => isOpen(claim) && claim.side === 'received' && !claim.reply, run: reply },
    { label: t('撤回'), show: (claim) => isOpen(claim) && claim.side === 'filed', run: withdraw },
  ],
  empty: {
    text: t('没有申诉。属于本企业的追溯码被其他企业登记时，可以提交申诉，由平台裁定'),
    action: (list) =>
      session.may('product.write')
        ? html`<button class="btn primary" type="button" @click=${() => void file(list)}>${icon('plus')}${t('提交申诉')}</button>`
        : undefined,
  },
});
