import { api, type S, unwrap } from '../../api/client';
import { FilingArrearsLabels, list_filing_arrears } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { t } from '../../base/i18n';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';

type Arrears = S<'FilingArrears'>;
type Query = NonNullable<operations['list_filing_arrears']['parameters']['query']>;
const s = search<Query>(list_filing_arrears);
const c = columns<Arrears>(FilingArrearsLabels);

/** Which enterprises are behind with their filings; to read. */
export default listPage<Arrears, Query>({
  title: t('填报逾期企业'),
  rowKey: (a) => a.enterprise_id,
  load: (query) => unwrap(api.GET('/api/v1/platform/filing-arrears', { params: { query } })),
  search: [s.text('keyword', t('企业名称'))],
  columns: [
    c.text('enterprise_name', { width: 280, fixed: true, role: 'heading' }),
    c.number('products', { width: 120 }),
    c.number('overdue', { width: 120 }),
    c.text('oldest_due_on', { width: 130 }),
    c.number('days', { width: 120 }),
    c.time('counted_at'),
  ],
  empty: { text: t('没有逾期未填报的企业') },
});
