import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { DueFilingLabels, list_due_filings } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { anyProduct } from '../../parts/product/options';
import { fileDue } from './file';

type Due = S<'DueFiling'>;
type Query = NonNullable<operations['list_due_filings']['parameters']['query']>;
const s = search<Query>(list_due_filings);
const c = columns<Due>(DueFilingLabels);

const name = (d: Due) => html`<a class="ellipsis" href=${links.product(d.product_id)}>${d.product_name}</a>`;
const dueOn = (d: Due) =>
  html`<span class="num">${d.due_on}</span>${d.is_overdue ? html` <span class="tag danger">${t('已逾期')}</span>` : ''}`;

/** The periods that are to be filed, one a row, the most urgent first. */
export default listPage<Due, Query>({
  title: t('待填报各期'),
  rowKey: (d) => `${d.product_id} ${d.starts_on}`,
  load: (query) => unwrap(api.GET('/api/v1/due-filings', { params: { query } })),
  search: [s.pick('product_id', anyProduct), s.text('keyword')],
  columns: [
    c.custom('product_name', name, { width: 220, fixed: true, role: 'heading', title: (d) => d.product_name }),
    c.code('trace_code'),
    c.choice('period', 'FilingPeriod', { width: 90 }),
    c.text('label', { width: 210 }),
    c.custom('due_on', dueOn, { width: 180 }),
    c.number('issued', { width: 110 }),
    c.number('voided', { width: 110 }),
    c.number('expected', { width: 110 }),
  ],
  rowActions: [
    {
      label: t('填报'),
      show: () => session.may('product.write'),
      run: async (d, list) => {
        if (await fileDue(d)) await list.reload();
      },
    },
  ],
  tools: [{ label: t('填报记录'), to: () => links.filings() }],
  empty: { text: t('没有待填报的数量：已激活的产品都按周期填报了') },
});
