import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { FilingViewLabels, list_filings } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { anyProduct } from '../../parts/product/options';
import { correct, fileAny } from './file';

type Filing = S<'FilingView'>;
type Query = NonNullable<operations['list_filings']['parameters']['query']>;
const s = search<Query>(list_filings);
const c = columns<Filing>(FilingViewLabels);

const name = (f: Filing) => html`<a class="ellipsis" href=${links.product(f.product_id)}>${f.product_name}</a>`;
const quantity = (f: Filing) =>
  html`<span class="num">${num(f.quantity)}</span> <span class="muted">${f.is_exact ? t('准确') : t('估算')}</span>`;

export default listPage<Filing, Query>({
  title: t('填报记录'),
  rowKey: (f) => f.id,
  load: (query) => unwrap(api.GET('/api/v1/filings', { params: { query } })),
  search: [s.pick('product_id', anyProduct), s.text('keyword'), s.choice('period'), s.range('from', 'to', t('所属期'))],
  columns: [
    c.custom('product_name', name, { width: 220, fixed: true, role: 'heading', title: (f) => f.product_name }),
    c.code('trace_code'),
    c.choice('period', 'FilingPeriod', { width: 90 }),
    c.text('label', { width: 130 }),
    c.custom('quantity', quantity, { width: 150 }),
    c.text('note', { width: 180 }),
    c.time('filed_at'),
  ],
  actionsWidth: 90,
  rowActions: [
    {
      label: t('更正'),
      show: () => session.may('product.write'),
      run: async (f, list) => {
        if (await correct(f)) await list.reload();
      },
    },
  ],
  tools: [
    {
      label: t('填报'),
      icon: 'plus',
      primary: true,
      permission: 'product.write',
      run: async (list) => {
        if (await fileAny(list.filter.product_id)) await list.reload();
      },
    },
  ],
  empty: { text: t('还没有填报记录') },
});
