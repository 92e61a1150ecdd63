import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_recalls, RecallViewLabels } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { mark } from '../../kit/record/facts';
import { anyProduct } from '../../parts/product/options';
import { endRecall, openRecall } from '../../parts/recall/open';
import { showReach } from '../../parts/recall/reach';

type Recall = S<'RecallView'>;
type Query = NonNullable<operations['list_recalls']['parameters']['query']>;
const s = search<Query>(list_recalls);
const c = columns<Recall>(RecallViewLabels);

/** What is recalled, in a few words. */
const reach = (r: Recall): string => {
  if (r.batch_no) return t('批次 {no}', { no: r.batch_no });
  if (!r.first_serial) return t('整个产品');
  return r.first_serial === r.last_serial ? r.first_serial : `${r.first_serial} – ${r.last_serial}`;
};

export default listPage<Recall, Query>({
  title: t('召回列表'),
  rowKey: (r) => r.id,
  load: (query) => unwrap(api.GET('/api/v1/recalls', { params: { query } })),
  search: [s.pick('product_id', anyProduct)],
  tools: [
    {
      label: t('发起召回'),
      icon: 'warning',
      permission: 'code.write',
      run: async (list) => {
        if (await openRecall()) await list.reload();
      },
    },
  ],
  columns: [
    c.custom('product_name', (r) => html`<a href=${links.product(r.product_id)}>${r.product_name}</a>`, {
      width: 150,
      fixed: true,
      role: 'heading',
      title: (r) => r.product_name,
    }),
    c.custom('level', (r) => html`<span class="num">${reach(r)}</span>`, {
      width: 200,
      label: t('召回范围'),
      title: reach,
    }),
    c.custom('state', (r) => (r.ended_at ? mark(t('已结束'), '') : mark(t('正在召回'), 'danger')), {
      width: 92,
      label: t('状态'),
      role: 'mark',
    }),
    c.text('reason', { width: 200 }),
    c.text('advice', { width: 200 }),
    c.time('opened_at'),
    c.time('ended_at'),
    c.text('end_reason', { optional: true }),
  ],
  rowActions: [
    { label: t('影响'), run: (r) => showReach(r) },
    { label: t('涉及的组合'), to: (r) => links.packs({ recall_id: r.id }) },
    {
      label: t('结束召回'),
      show: (r) => !r.ended_at && session.may('code.write'),
      run: async (r, list) => {
        if (await endRecall(r)) await list.reload();
      },
    },
  ],
  empty: { text: t('没有召回') },
});
