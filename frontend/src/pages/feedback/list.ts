import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { FeedbackItemLabels, list_feedback } from '../../api/constraints';
import type { operations } from '../../api/schema';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { anyProduct } from '../../parts/product/options';
import { feedbackTones, verdictTones } from '../../parts/tones';
import { icon } from '../../ui/icons';
import { changeStatus, replyTo } from './act';
import './statistics';

type Item = S<'FeedbackItem'>;
type Query = NonNullable<operations['list_feedback']['parameters']['query']>;
const s = search<Query>(list_feedback);
const c = columns<Item>(FeedbackItemLabels);

const mayWrite = (): boolean => session.may('feedback.write');
const code = (f: Item): string => f.serial ?? f.batch_no ?? f.trace_code;

export default listPage<Item, Query>({
  title: t('消费者反馈'),
  rowKey: (f) => f.id,
  load: (query) => unwrap(api.GET('/api/v1/feedback', { params: { query } })),
  search: [
    s.choice('state'),
    s.choice('kind'),
    s.pick('product_id', anyProduct),
    s.text('batch_no'),
    s.range('received_from', 'received_to', t('反馈日期')),
    s.text('keyword'),
  ],
  intro: (list) => html`<pm-feedback-statistics .list=${list}></pm-feedback-statistics>`,
  columns: [
    c.custom(
      'text',
      (f) =>
        html`<a href=${links.feedback(f.id)}>${f.text}</a>${f.pictures ? html` <span class="muted nowrap">${icon('picture')}${f.pictures}</span>` : nothing}`,
      { width: 280, fixed: true, role: 'heading', title: (f) => f.text },
    ),
    c.choice('kind', 'FeedbackKind', { width: 96 }),
    c.state('state', 'FeedbackState', feedbackTones, { width: 88 }),
    c.custom('product_name', (f) => html`<a href=${links.product(f.product_id)}>${f.product_name}</a>`, {
      width: 150,
      title: (f) => f.product_name,
    }),
    c.custom('serial', (f) => html`<span class="num">${code(f)}</span>`, {
      label: t('所扫的码'),
      width: 140,
      title: code,
    }),
    c.state('verdict', 'Verdict', verdictTones, { width: 96, role: undefined }),
    c.code('contact', { width: 164 }),
    c.time('created_at', { sort: 'created_at' }),
    c.time('replied_at', { optional: true }),
    c.code('receipt_number', { width: 176, optional: true }),
  ],
  rowActions: [
    { label: t('查看'), to: (f) => links.feedback(f.id) },
    {
      label: t('回复'),
      show: mayWrite,
      run: async (f, list) => {
        if (await replyTo(f)) await list.reload();
      },
    },
    {
      label: t('状态'),
      show: mayWrite,
      run: async (f, list) => {
        if (await changeStatus(f)) await list.reload();
      },
    },
  ],
  empty: { text: t('还没有消费者反馈。扫码页底部有“意见反馈”，消费者提交后显示在这里。') },
});
