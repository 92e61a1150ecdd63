import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { NoticeTextLabels } from '../../api/constraints';
import { nameOf } from '../../api/enums';
import { lang, t } from '../../base/i18n';
import { columns } from '../../kit/list/columns';
import { listPage } from '../../kit/list/list-page';
import { facts, marks } from '../../kit/record/facts';
import { openDrawer } from '../../ui/dialog';

type Template = S<'NoticeText'> & { audience: string };
type Query = { page?: number; page_size?: number };
const c = columns<S<'NoticeText'>>(NoticeTextLabels);

const via = (x: S<'NoticeText'>): string => [t('站内'), ...x.via.map((ch) => nameOf('NoticeVia', ch))].join(t('、'));
const title = (x: S<'NoticeText'>): string => (lang() === 'en' ? x.title_en : x.title);
const text = (x: S<'NoticeText'>): string => (lang() === 'en' ? x.text_en : x.text);

async function load({ page = 1, page_size = 20 }: Query): Promise<{ items: Template[]; total: number }> {
  const all = await unwrap(api.GET('/api/v1/platform/notice-texts'));
  const of = (list: S<'NoticeText'>[], audience: string) => list.map((x) => ({ ...x, audience }));
  const items = [...of(all.enterprise, t('企业')), ...of(all.platform, t('平台'))];
  return { items: items.slice((page - 1) * page_size, page * page_size), total: items.length };
}

const show = (x: Template): Promise<unknown> =>
  openDrawer({
    title: title(x),
    width: 560,
    footer: false,
    body: () =>
      html`<div class="one-column">${facts([
        { label: t('代码'), value: html`<span class="num">${x.code}</span>` },
        { label: t('发给'), value: x.audience },
        { label: t('渠道'), value: via(x) },
        { label: t('内容'), value: x.text },
        { label: t('英文标题'), value: x.title_en },
        { label: t('英文内容'), value: x.text_en },
        { label: t('占位符'), value: marks(x.placeholders) },
      ])}</div>`,
  });

export default listPage<Template, Query>({
  title: t('消息模板'),
  rowKey: (x) => x.code,
  load,
  columns: [
    c.custom('title', title, { width: 180, fixed: true, role: 'heading', title }),
    c.custom('audience', (x) => (x as Template).audience, { width: 80, label: t('发给') }),
    c.choice('kind', 'NoticeKind', { width: 130 }),
    c.custom('via', via, { width: 170, label: t('渠道') }),
    c.custom('text', text, { width: 460, title: text }),
  ],
  rowActions: [{ label: t('查看'), run: show }],
});
