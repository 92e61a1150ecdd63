import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_scans, ScanItemLabels } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { anyProduct } from '../../parts/product/options';
import { verdictTones } from '../../parts/tones';

type Scan = S<'ScanItem'>;
type Query = NonNullable<operations['list_scans']['parameters']['query']>;
const s = search<Query>(list_scans);
const c = columns<Scan>(ScanItemLabels);

export default listPage<Scan, Query>({
  title: t('扫码记录'),
  rowKey: (scan) => scan.id,
  load: (query) => unwrap(api.GET('/api/v1/scans', { params: { query } })),
  search: [s.pick('product_id', anyProduct), s.text('code'), s.choice('verdict')],
  columns: [
    c.custom('product_name', (scan) => html`<a href=${links.product(scan.product_id)}>${scan.product_name}</a>`, {
      width: 180,
      fixed: true,
      role: 'heading',
      title: (scan) => scan.product_name,
    }),
    c.code('trace_code'),
    c.choice('level', 'Level', { width: 90 }),
    c.code('code', { width: 180 }),
    c.state('verdict', 'Verdict', verdictTones, { width: 100 }),
    c.text('region', { width: 200 }),
    c.time('scanned_at'),
    c.choice('channel', 'ScanChannel', { width: 80, optional: true }),
  ],
  empty: { text: t('还没有扫码记录，消费者扫码后显示在这里') },
});
