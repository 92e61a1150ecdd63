import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { FilingViewLabels, list_filings } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { dateTime, num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { mark } from '../../kit/record/facts';
import { anyProduct } from '../../parts/product/options';
import { showCorrections } from './corrections';
import { correct, fileAny } from './file';

type Filing = S<'FilingView'>;
type Query = NonNullable<operations['list_filings']['parameters']['query']>;
const s = search<Query>(list_filings);
const c = columns<Filing>(FilingViewLabels);

const name = (f: Filing) => html`<a class="ellipsis" href=${links.product(f.product_id)}>${f.product_name}</a>`;
/** What was filed at once, called by its time. */
const batchOption = (b: S<'FilingBatchView'>) => ({
  value: b.id,
  label: dateTime(b.filed_at),
  hint: t('{n} 期', { n: num(b.periods) }),
});
const filingBatches = {
  load: () => async () => {
    const found = await unwrap(api.GET('/api/v1/filing-batches', { params: { query: { page_size: 50 } } }));
    return found.items.map(batchOption);
  },
  resolve: async (id: string) =>
    batchOption(await unwrap(api.GET('/api/v1/filing-batches/{id}', { params: { path: { id } } }))),
};

const quantity = (f: Filing) =>
  html`<span class="num">${num(f.quantity)}</span> <span class="muted">${f.is_exact ? t('准确') : t('估算')}</span>${
    f.is_different ? html` <span class="tag warning">${t('赋码数 {n}', { n: num(f.coded_quantity ?? 0) })}</span>` : ''
  }`;
const state = (f: Filing) => {
  if (f.is_withdrawn) return mark(t('已撤回'), 'warning');
  return f.version > 1 ? mark(t('已更正'), 'processing') : mark(t('已填报'), 'success');
};

export default listPage<Filing, Query>({
  title: t('填报记录'),
  rowKey: (f) => f.id,
  load: (query) => unwrap(api.GET('/api/v1/filings', { params: { query } })),
  search: [
    s.pick('product_id', anyProduct),
    s.text('keyword'),
    s.choice('period'),
    s.pick('filing_batch_id', filingBatches),
    s.range('from', 'to', t('所属期')),
  ],
  columns: [
    c.custom('product_name', name, { width: 220, fixed: true, role: 'heading', title: (f) => f.product_name }),
    c.code('trace_code'),
    c.choice('period', 'FilingPeriod', { width: 90 }),
    c.text('label', { width: 210 }),
    c.custom('is_withdrawn', state, { width: 92, label: t('状态'), role: 'mark' }),
    c.custom('quantity', quantity, { width: 200 }),
    c.text('note', { width: 180 }),
    c.text('filed_by', { width: 110 }),
    c.time('filed_at'),
  ],
  rowActions: [
    {
      label: t('更正'),
      show: (f) => !f.is_withdrawn && session.may('product.write'),
      run: async (f, list) => {
        if (await correct(f)) await list.reload();
      },
    },
    { label: t('更正记录'), show: (f) => f.version > 1, run: (f) => showCorrections(f) },
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
