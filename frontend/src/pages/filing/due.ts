import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { DueProductLabels, list_due_filing_products } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { fileIssued } from './file';

type Due = S<'DueProduct'>;
type Query = NonNullable<operations['list_due_filing_products']['parameters']['query']>;
const s = search<Query>(list_due_filing_products);
const c = columns<Due>(DueProductLabels);
const mayWrite = (): boolean => session.may('product.write');

const name = (d: Due) => html`<a class="ellipsis" href=${links.product(d.product_id)}>${d.product_name}</a>`;
const overdue = (d: Due) =>
  d.overdue
    ? html`<span class="tag danger">${t('{n} 期逾期', { n: num(d.overdue) })}</span>`
    : html`<span class="muted">0</span>`;
const span = (d: Due): string =>
  d.starts_on === d.ends_on ? d.starts_on : t('{from} 至 {to}', { from: d.starts_on, to: d.ends_on });
const expected = (d: Due) => (d.is_exact ? num(d.expected) : '–');

/** The products of which quantities are to be filed, those that are due first. */
export default listPage<Due, Query>({
  title: t('待填报'),
  rowKey: (d) => d.product_id,
  load: (query) => unwrap(api.GET('/api/v1/due-filing-products', { params: { query } })),
  search: [s.text('keyword')],
  columns: [
    c.custom('product_name', name, { width: 220, fixed: true, role: 'heading', title: (d) => d.product_name }),
    c.code('trace_code'),
    c.number('periods', { width: 100 }),
    c.custom('overdue', overdue, { width: 120 }),
    c.custom('starts_on', span, { width: 220, label: t('所属期'), title: span }),
    c.text('due_on', { width: 120 }),
    c.custom('expected', expected, { width: 110, align: 'end' }),
  ],
  rowActions: [
    { label: t('逐期填报'), to: (d) => links.filingsDueOf(d.product_id) },
    {
      label: t('按赋码数填报'),
      show: (d) => d.is_exact && mayWrite(),
      run: async (d, list) => {
        if (await fileIssued({ id: d.product_id, name: d.product_name })) await list.reload();
      },
    },
  ],
  tools: [
    {
      label: t('全部按赋码数填报'),
      permission: 'product.write',
      run: async (list) => {
        if (await fileIssued()) await list.reload();
      },
    },
    { label: t('批量填报记录'), to: () => links.filingBatches },
    { label: t('填报记录'), to: () => links.filings() },
  ],
  empty: { text: t('没有待填报的数量：已激活的产品都按周期填报了') },
});
