import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { BatchViewLabels, list_batches } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { openCode } from '../../parts/code/code-dialog';
import { openExport } from '../../parts/code/export-dialog';
import { openPreview } from '../../parts/code/preview-dialog';
import { anyProduct } from '../../parts/product/options';
import { verdictTones } from '../../parts/tones';
import { icon } from '../../ui/icons';
import { enterExFactory } from './ex-factory';
import { keepUp } from './upkeep';
import { voidBatch } from './void';

type Batch = S<'BatchView'>;
type Query = NonNullable<operations['list_batches']['parameters']['query']>;
const s = search<Query>(list_batches);
const c = columns<Batch>(BatchViewLabels);

const isActive = (b: Batch): boolean => b.state === 'active';

async function after(done: Promise<boolean>, list: ListHandle): Promise<void> {
  if (await done) await list.reload();
}

const unitsLink = (b: Batch): string => links.units({ product_id: b.product_id, batch_id: b.id });

export default listPage<Batch, Query>({
  title: t('批次列表'),
  rowKey: (b) => b.id,
  load: (query) => unwrap(api.GET('/api/v1/batches', { params: { query } })),
  search: [
    s.pick('product_id', anyProduct),
    s.text('batch_no'),
    s.range('made_from', 'made_to', t('生产日期')),
    s.choice('state'),
    s.text('keyword', t('产品名称、规格型号或商标')),
  ],
  tools: [
    {
      label: t('新增批次'),
      icon: 'plus',
      primary: true,
      to: (list) => links.batchNew({ product_id: list.filter.product_id }),
      permission: 'code.write',
    },
  ],
  columns: [
    c.custom('batch_no', (b) => html`<a class="num" href=${links.batch(b.id)}>${b.batch_no}</a>`, {
      width: 150,
      fixed: true,
      sort: 'batch_no',
      role: 'heading',
      title: (b) => b.batch_no,
    }),
    c.custom('product_name', (b) => html`<a href=${links.product(b.product_id)}>${b.product_name}</a>`, {
      width: 140,
      title: (b) => b.product_name,
    }),
    c.code('trace_code', { width: 136 }),
    c.date('made_on', { sort: 'made_on' }),
    c.date('expires_on'),
    c.date('ex_factory_on'),
    c.custom('units', (b) => html`<a class="num" href=${unitsLink(b)}>${num(b.units)}</a>`, {
      width: 100,
      align: 'end',
    }),
    c.custom('quantity', (b) => html`<span class="num">${b.quantity ? num(b.quantity) : '–'}</span>`, {
      width: 100,
      align: 'end',
      optional: true,
    }),
    c.state('verdict', 'Verdict', verdictTones, { width: 110 }),
    c.time('created_at', { sort: 'created_at' }),
    c.text('state_reason', { optional: true }),
    c.time('updated_at', { optional: true }),
  ],
  rowActions: [
    { label: t('维护'), show: isActive, run: (b, list) => after(keepUp(b.id), list) },
    {
      label: t('出厂'),
      show: (b) => isActive(b) && !b.ex_factory_on,
      run: (b, list) => after(enterExFactory(b), list),
    },
    {
      label: t('二维码'),
      show: isActive,
      run: (b) => openCode({ product: { id: b.product_id }, batchNo: b.batch_no, uri: b.uri }),
    },
    { label: t('预览'), run: (b) => openPreview({ product: b.product_id, batchNo: b.batch_no }, b.uri) },
    {
      label: t('标签'),
      show: isActive,
      to: (b) => links.labels({ product_id: b.product_id, subject: 'batch', batch_id: b.id }),
    },
    { label: t('单品'), to: unitsLink },
    {
      label: t('导出单品码'),
      show: (b) => isActive(b) && b.units > 0,
      run: (b) => openExport({ product_id: b.product_id, batch_id: b.id }),
    },
    { label: t('作废'), danger: true, show: isActive, run: (b, list) => after(voidBatch(b), list) },
  ],
  empty: {
    text: t('还没有批次'),
    action: () => html`<a class="btn primary" href=${links.batchNew()}>${icon('plus')}${t('新增批次')}</a>`,
  },
});
