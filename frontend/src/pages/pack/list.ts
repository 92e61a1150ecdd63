import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_packs, PackItemLabels } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { openPack, openUnpack } from '../../parts/pack/act';
import { packProduct } from '../../parts/product/options';
import { openRecalls } from '../../parts/recall/options';
import { verdictTones } from '../../parts/tones';
import { icon } from '../../ui/icons';

type Pack = S<'PackItem'>;
type Query = NonNullable<operations['list_packs']['parameters']['query']>;
const s = search<Query>(list_packs);
const c = columns<Pack>(PackItemLabels);
const may = (): boolean => session.may('code.write');

export default listPage<Pack, Query>({
  title: t('组合列表'),
  rowKey: (p) => `${p.product_id} ${p.serial}`,
  load: (query) => unwrap(api.GET('/api/v1/packs', { params: { query } })),
  search: [s.pick('product_id', packProduct), s.pick('recall_id', openRecalls)],
  tools: [
    {
      label: t('装入组合'),
      icon: 'plus',
      primary: true,
      permission: 'code.write',
      run: async (list) => {
        if (await openPack()) await list.reload();
      },
    },
  ],
  columns: [
    c.custom('serial', (p) => html`<a class="num" href=${links.unit(p)}>${p.serial}</a>`, {
      width: 156,
      fixed: true,
      role: 'heading',
      title: (p) => p.serial,
    }),
    c.custom('product_name', (p) => html`<a href=${links.product(p.product_id)}>${p.product_name}</a>`, {
      width: 160,
      title: (p) => p.product_name,
    }),
    c.code('trace_code', { width: 136 }),
    c.state('verdict', 'Verdict', verdictTones, { width: 128 }),
    c.number('quantity'),
    c.number('contents'),
    c.time('packed_at'),
  ],
  rowActions: [
    { label: t('查看'), to: (p) => links.unit(p) },
    {
      label: t('装入'),
      show: may,
      run: async (p, list) => {
        if (await openPack({ product_id: p.product_id, serial: p.serial })) await list.reload();
      },
    },
    {
      label: t('移出'),
      show: may,
      danger: true,
      run: async (p, list) => {
        if (await openUnpack({ product_id: p.product_id, serial: p.serial })) await list.reload();
      },
    },
  ],
  empty: {
    text: t('还没有组合。先新增追溯方式为“组合多码”的产品并赋码，再把产品、批次、单品或其他组合装入。'),
    action: () => html`<a class="btn primary" href=${links.unitIssue()}>${icon('plus')}${t('批量赋码')}</a>`,
  },
});
