import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { DueRecheckLabels, list_due_rechecks } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { recheck } from '../../parts/product/recheck';

type Due = S<'DueRecheck'>;
type Query = NonNullable<operations['list_due_rechecks']['parameters']['query']>;
const s = search<Query>(list_due_rechecks);
const c = columns<Due>(DueRecheckLabels);
const mayWrite = (): boolean => session.may('product.write');

const name = (d: Due) => html`<a class="ellipsis" href=${links.product(d.product_id)}>${d.product_name}</a>`;

/** What nobody looked over for long, the longest first (F174). */
export default listPage<Due, Query>({
  title: t('待复核产品'),
  rowKey: (d) => d.product_id,
  load: (query) => unwrap(api.GET('/api/v1/due-rechecks', { params: { query } })),
  search: [s.text('keyword', t('产品名称、规格型号或商标'))],
  columns: [
    c.custom('product_name', name, { width: 220, fixed: true, role: 'heading', title: (d) => d.product_name }),
    c.code('trace_code'),
    c.text('model', { width: 170 }),
    c.time('rechecked_at'),
    c.number('days', { width: 110 }),
  ],
  rowActions: [
    {
      label: t('复核'),
      show: mayWrite,
      run: async (d, list) => {
        if (await recheck({ id: d.product_id, name: d.product_name })) await list.reload();
      },
    },
    { label: t('编辑'), to: (d) => links.productEdit(d.product_id), show: mayWrite },
  ],
  empty: { text: t('没有待复核的产品：已激活产品的信息在 180 天内都核对过') },
});
