import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_units, UnitViewLabels } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { openCode } from '../../parts/code/code-dialog';
import { openExport } from '../../parts/code/export-dialog';
import { openPreview } from '../../parts/code/preview-dialog';
import { anyProduct, loadBatches, resolveBatch } from '../../parts/product/options';
import { verdictTones } from '../../parts/tones';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import { givenOf, openAssociate } from './associate';
import { enterUnitsExFactory } from './ex-factory';
import { voidUnits } from './void';

type Unit = S<'UnitView'>;
type Query = NonNullable<operations['list_units']['parameters']['query']>;
const s = search<Query>(list_units);
const c = columns<Unit>(UnitViewLabels);

const isActive = (u: Unit): boolean => u.state === 'active';

export default listPage<Unit, Query>({
  title: t('单品列表'),
  rowKey: (u) => `${u.product_id} ${u.serial}`,
  load: (query) => unwrap(api.GET('/api/v1/units', { params: { query } })),
  search: [
    s.pick('product_id', { ...anyProduct, resets: ['batch_id'] }),
    s.pick('batch_id', { load: (filter) => loadBatches(filter.product_id, 'id'), resolve: resolveBatch }),
    s.text('serial', t('完整序列号或开头部分')),
    s.choice('state'),
  ],
  tools: [
    {
      label: t('批量赋码'),
      icon: 'plus',
      primary: true,
      to: (list) => links.unitIssue({ product_id: list.filter.product_id }),
      permission: 'code.write',
    },
    {
      label: t('赋码后关联'),
      icon: 'link',
      permission: 'code.write',
      run: async (list) => {
        if (await openAssociate({ product_id: list.filter.product_id })) await list.reload();
      },
    },
    {
      label: t('批量出厂'),
      permission: 'code.write',
      run: async (list) => {
        if (await enterUnitsExFactory({ product_id: list.filter.product_id })) await list.reload();
      },
    },
    {
      label: t('标签'),
      icon: 'qrcode',
      to: (list) =>
        links.labels({ product_id: list.filter.product_id, subject: 'unit', batch_id: list.filter.batch_id }),
    },
    {
      label: t('导出'),
      icon: 'download',
      run: (list) => {
        const { product_id, batch_id, serial, state } = list.filter;
        if (state === 'voided') return message.warning(t('已作废的单品不能导出，请改选其他状态'));
        return openExport({ product_id, batch_id, serial });
      },
    },
    {
      label: t('批量作废'),
      permission: 'code.write',
      run: async (list) => {
        if (await voidUnits({ product_id: list.filter.product_id })) await list.reload();
      },
    },
  ],
  columns: [
    c.custom('serial', (u) => html`<a class="num" href=${links.unit(u)}>${u.serial}</a>`, {
      width: 156,
      fixed: true,
      role: 'heading',
      title: (u) => u.serial,
    }),
    c.custom('product_name', (u) => html`<a href=${links.product(u.product_id)}>${u.product_name}</a>`, {
      width: 140,
      title: (u) => u.product_name,
    }),
    c.code('trace_code', { width: 136 }),
    c.code('batch_no', { width: 104 }),
    c.custom(
      'parent',
      (u) => (u.parent ? html`<a class="num" href=${links.unit(u.parent)}>${u.parent.serial}</a>` : '–'),
      {
        width: 130,
        optional: true,
      },
    ),
    c.date('made_on'),
    c.date('expires_on'),
    c.date('ex_factory_on', { optional: true }),
    c.state('verdict', 'Verdict', verdictTones, { width: 128 }),
    c.time('issued_at'),
    c.text('state_reason', { optional: true }),
  ],
  rowActions: [
    {
      label: t('二维码'),
      show: isActive,
      run: (u) => openCode({ product: { id: u.product_id }, serial: u.serial, uri: u.uri }),
    },
    {
      label: t('关联'),
      show: isActive,
      run: async (u, list) => {
        if (await openAssociate(givenOf(u))) await list.reload();
      },
    },
    {
      label: t('出厂'),
      show: (u) => isActive(u) && !u.ex_factory_on,
      run: async (u, list) => {
        if (await enterUnitsExFactory({ product_id: u.product_id, first_serial: u.serial })) await list.reload();
      },
    },
    {
      label: t('标签'),
      show: isActive,
      to: (u) =>
        links.labels({ product_id: u.product_id, subject: 'unit', first_serial: u.serial, last_serial: u.serial }),
    },
    { label: t('预览'), run: (u) => openPreview({ product: u.product_id, serial: u.serial }, u.uri) },
    {
      label: t('作废'),
      danger: true,
      show: isActive,
      run: async (u, list) => {
        if (await voidUnits({ product_id: u.product_id, first_serial: u.serial })) await list.reload();
      },
    },
  ],
  empty: {
    text: t('还没有单品码'),
    action: () => html`<a class="btn primary" href=${links.unitIssue()}>${icon('plus')}${t('批量赋码')}</a>`,
  },
});
