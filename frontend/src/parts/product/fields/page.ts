import type { S } from '../../../api/client';
import { Menu, PageApp, PageContent, Theme } from '../../../api/constraints';
import { nameOf } from '../../../api/enums';
import { formatHint } from '../../../base/formats';
import { t } from '../../../base/i18n';
import * as controls from '../../../kit/form/controls';
import type { Field, Section, Values } from '../../../kit/form/field';
import { fields } from '../../../kit/form/fields';
import type { Choices } from './choices';

const p = fields<S<'PageContent'>>(PageContent, 'page/');
const m = fields<S<'Menu'>>(Menu);
const a = fields<S<'PageApp'>>(PageApp);
const theme = fields<S<'Theme'>>(Theme, 'page/theme/');

const isKind =
  (kind: S<'MenuKind'>) =>
  (row: Values): boolean =>
    row.kind === kind;

/** What was written for one kind of menu comes back when one returns to that kind. */
function menuKind(): Field {
  const kind = m.radio('kind', { wide: true });
  return {
    ...kind,
    control: (c) => {
      const set = (to: unknown): void => {
        const { row = {} } = c;
        c.patch({ kind: to, [`of_${row.kind}`]: row.content, content: row[`of_${to}`] ?? '' });
      };
      return kind.control({ ...c, set });
    },
  };
}

/** Menus at the left of the page (F073–F077). */
const menus = (): Field =>
  p.rows('menus', {
    layout: 'cards',
    columns: [
      menuKind(),
      m.text('title'),
      m.text('content', {
        label: t('链接地址'),
        help: t('以 https:// 开头。'),
        wide: true,
        inputmode: 'url',
        show: isKind('link'),
        validate: (url: string) => formatHint('https-url', url),
      }),
      m.textarea('content', {
        help: t('保留换行。'),
        placeholder: t('请输入'),
        rows: 5,
        count: false,
        show: isKind('text'),
      }),
      m.rich('content', { help: t('只保留安全的排版、图片和视频。'), show: isKind('rich') }),
    ],
    blank: () => ({ kind: 'text', title: '', content: '' }),
    title: (row) => [row.title, nameOf('MenuKind', row.kind as string)].filter(Boolean).join(' · '),
    add: t('添加菜单'),
  });

/** Where an icon leads, judged by its kind: an address of that shop, as its example shows (F078, F079). */
function appUrl({ apps }: Choices): Field {
  const optionOf = (kind: unknown) => apps.find((x) => x.kind === kind);
  const validate = (url: string, row: Values): string | undefined => {
    const hosts = optionOf(row.kind)?.hosts ?? [];
    if (!hosts.length || formatHint('https-url', url)) return undefined;
    const { hostname } = new URL(url.trim());
    const isAt = (domain: string): boolean => hostname === domain || hostname.endsWith(`.${domain}`);
    if (hosts.some(isAt)) return undefined;
    return t('{name}的链接须在 {hosts} 下', {
      name: nameOf('PageAppKind', row.kind as string),
      hosts: hosts.join('、'),
    });
  };
  const url = a.text('url', { wide: true, help: '', validate });
  return {
    ...url,
    rule: { ...url.rule, format: 'https-url' },
    control: (c) => {
      const example = optionOf(c.row?.kind)?.examples[0] ?? '';
      return controls.text({ placeholder: t('例如 {x}', { x: example }), max: url.rule.maxLength, inputmode: 'url' })(
        c,
      );
    },
  };
}

const isOther = (row: Values): boolean => row.kind === 'other';

const apps = (choices: Choices): Field =>
  p.rows('apps', {
    layout: 'cards',
    columns: [
      a.select('kind'),
      a.text('title', { show: isOther, required: true }),
      appUrl(choices),
      a.file('icon_file_id', { slot: 'app_icon', show: isOther }),
    ],
    blank: () => ({ kind: 'jd', url: '' }),
    title: (row) => [nameOf('PageAppKind', row.kind as string), row.title].filter(Boolean).join(' · '),
    add: t('添加应用'),
  });

/** What a maker adds to the page behind the code. */
export const pageContent = (choices: Choices): Section => ({
  title: t('扫码页内容'),
  note: t('菜单、应用和主题'),
  columns: 2,
  fields: [
    menus(),
    apps(choices),
    theme.colour('colour', { wide: true }),
    theme.file('header_picture_file_id', { slot: 'page_background', wide: false }),
    theme.file('footer_picture_file_id', { slot: 'page_background', wide: false }),
  ],
});
