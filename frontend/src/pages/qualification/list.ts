import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { list_qualifications, QualificationViewLabels } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import type { operations } from '../../api/schema';
import { sized } from '../../api/upload';
import { t } from '../../base/i18n';
import { columns } from '../../kit/list/columns';
import type { ListHandle } from '../../kit/list/describe';
import { listPage } from '../../kit/list/list-page';
import { search } from '../../kit/list/search';
import { mark } from '../../kit/record/facts';
import { expiryTones } from '../../parts/tones';
import { confirm } from '../../ui/dialog';
import { openFile } from '../../ui/file/upload';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import { editQualification } from './form';

type Qualification = S<'QualificationView'>;
type Query = NonNullable<operations['list_qualifications']['parameters']['query']>;
const s = search<Query>(list_qualifications);
const c = columns<Qualification>(QualificationViewLabels);

export const kindOf = (q: Pick<Qualification, 'kind' | 'name'>): string =>
  q.kind === 'other' && q.name ? q.name : nameOf('QualificationKind', q.kind);

const thumb = (q: Qualification) => {
  const [first] = q.pictures;
  return html`<span class="with-thumb">${
    first
      ? html`<button type="button" class="thumb" aria-label=${t('查看大图 {name}', { name: first.name })} @click=${() => void openFile(first)}><img src=${sized(first.url, 360)} alt="" loading="lazy" /></button>`
      : html`<i>${icon('picture')}</i>`
  }<span class="ellipsis">${kindOf(q)}</span></span>`;
};
const number = (q: Qualification) => {
  const doubt = q.warnings.map((w) => w.message).join('\n');
  return html`<span class="num">${q.number}</span>${doubt ? html` <span class="doubt" title=${doubt} role="img" aria-label=${doubt}>${icon('warning')}</span>` : nothing}`;
};
const lasts = (q: Qualification) =>
  html`<span class="num">${q.expires_on ?? t('长期有效')}</span>${q.expiry_state === 'valid' ? nothing : html` ${mark(nameOf('ExpiryState', q.expiry_state), expiryTones[q.expiry_state])}`}`;

async function add(list: ListHandle): Promise<void> {
  if (await editQualification()) await list.reload();
}
async function remove(q: Qualification, list: ListHandle): Promise<void> {
  const text = t('删除后不再展示，扫码页立即不可见，证书图片的链接随即失效。');
  const title = t('删除资质“{no}”？', { no: q.number });
  if (!(await confirm(title, text, { danger: true, okText: t('删除') }))) return;
  await unwrap(api.DELETE('/api/v1/qualifications/{id}', { params: { path: { id: q.id } } }));
  message.success(t('已删除'));
  await list.reload();
}

export default listPage<Qualification, Query>({
  title: t('资质列表'),
  rowKey: (q) => q.id,
  load: (query) => unwrap(api.GET('/api/v1/qualifications', { params: { query } })),
  search: [
    s.choice('kind'),
    s.text('number'),
    s.range('issued_from', 'issued_to', t('发证时间')),
    s.choice('expiry_state'),
  ],
  tools: [{ label: t('添加资质'), icon: 'plus', primary: true, run: add, permission: 'qualification.write' }],
  columns: [
    c.index(),
    c.custom('kind', thumb, { width: 200, role: 'heading', title: kindOf }),
    c.custom('number', number, { width: 176, sort: 'number', title: (q) => q.number }),
    c.text('issuer', { width: 170 }),
    c.date('issued_on', { width: 116, sort: 'issued_on' }),
    c.custom('expires_on', lasts, { width: 184, sort: 'expires_on' }),
    c.custom('is_public', (q) => mark(q.is_public ? t('公开') : t('不公开'), q.is_public ? 'success' : ''), {
      width: 100,
      role: 'mark',
    }),
    c.time('created_at', { sort: 'created_at', optional: true }),
    c.time('updated_at', { optional: true }),
  ],
  rowActions: [
    {
      label: t('编辑'),
      run: async (q, list) => {
        if (await editQualification(q.id)) await list.reload();
      },
    },
    { label: t('删除'), danger: true, run: remove },
  ],
  empty: {
    text: t('还没有资质，添加后可选择在扫码页公开，到期前 60 天提醒'),
    action: (list) =>
      html`<button class="btn primary" type="button" @click=${() => void add(list)}>${icon('plus')}${t('添加资质')}</button>`,
  },
});
