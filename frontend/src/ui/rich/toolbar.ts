// The buttons above the text, and what each does.

import AlignCenterOutlined from '@ant-design/icons-svg/es/asn/AlignCenterOutlined';
import AlignLeftOutlined from '@ant-design/icons-svg/es/asn/AlignLeftOutlined';
import AlignRightOutlined from '@ant-design/icons-svg/es/asn/AlignRightOutlined';
import BoldOutlined from '@ant-design/icons-svg/es/asn/BoldOutlined';
import ClearOutlined from '@ant-design/icons-svg/es/asn/ClearOutlined';
import ItalicOutlined from '@ant-design/icons-svg/es/asn/ItalicOutlined';
import LineOutlined from '@ant-design/icons-svg/es/asn/LineOutlined';
import LinkOutlined from '@ant-design/icons-svg/es/asn/LinkOutlined';
import OrderedListOutlined from '@ant-design/icons-svg/es/asn/OrderedListOutlined';
import RedoOutlined from '@ant-design/icons-svg/es/asn/RedoOutlined';
import StrikethroughOutlined from '@ant-design/icons-svg/es/asn/StrikethroughOutlined';
import UnderlineOutlined from '@ant-design/icons-svg/es/asn/UnderlineOutlined';
import UndoOutlined from '@ant-design/icons-svg/es/asn/UndoOutlined';
import UnorderedListOutlined from '@ant-design/icons-svg/es/asn/UnorderedListOutlined';
import type { IconDefinition } from '@ant-design/icons-svg/es/types';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { html, type TemplateResult } from 'lit';
import { t } from '../../base/i18n';
import { drawn } from '../icons';
import type { MenuItem } from '../menu';

export interface Tool {
  label: string;
  face: IconDefinition | string;
  run: (e: Editor) => unknown;
  isOn?: (e: Editor) => boolean;
  isOff?: (e: Editor) => boolean;
}
/** Commands begin with the cursor back in the text, at once: the editor's own focus() comes a frame later. */
export function chain(e: Editor): ChainedCommands {
  e.view.focus();
  return e.chain();
}
const align = (e: Editor, to: string | null): boolean =>
  chain(e).updateAttributes('paragraph', { align: to }).updateAttributes('heading', { align: to }).run();
const isAligned = (e: Editor, to: string | null): boolean =>
  [e.getAttributes('paragraph').align, e.getAttributes('heading').align].some((a) => a !== undefined && a === to);

export const history: readonly Tool[] = [
  { label: t('撤销'), face: UndoOutlined, run: (e) => chain(e).undo().run(), isOff: (e) => !e.can().undo() },
  { label: t('重做'), face: RedoOutlined, run: (e) => chain(e).redo().run(), isOff: (e) => !e.can().redo() },
];
export const letters: readonly Tool[] = [
  { label: t('加粗'), face: BoldOutlined, run: (e) => chain(e).toggleBold().run(), isOn: (e) => e.isActive('bold') },
  {
    label: t('斜体'),
    face: ItalicOutlined,
    run: (e) => chain(e).toggleItalic().run(),
    isOn: (e) => e.isActive('italic'),
  },
  {
    label: t('下划线'),
    face: UnderlineOutlined,
    run: (e) => chain(e).toggleUnderline().run(),
    isOn: (e) => e.isActive('underline'),
  },
  {
    label: t('删除线'),
    face: StrikethroughOutlined,
    run: (e) => chain(e).toggleStrike().run(),
    isOn: (e) => e.isActive('strike'),
  },
  { label: t('上标'), face: 'x²', run: (e) => chain(e).toggleMark('sup').run(), isOn: (e) => e.isActive('sup') },
  { label: t('下标'), face: 'x₂', run: (e) => chain(e).toggleMark('sub').run(), isOn: (e) => e.isActive('sub') },
];
export const blocks: readonly Tool[] = [
  { label: t('左对齐'), face: AlignLeftOutlined, run: (e) => align(e, null), isOn: (e) => isAligned(e, null) },
  {
    label: t('居中'),
    face: AlignCenterOutlined,
    run: (e) => align(e, 'a-center'),
    isOn: (e) => isAligned(e, 'a-center'),
  },
  {
    label: t('右对齐'),
    face: AlignRightOutlined,
    run: (e) => align(e, 'a-right'),
    isOn: (e) => isAligned(e, 'a-right'),
  },
  {
    label: t('无序列表'),
    face: UnorderedListOutlined,
    run: (e) => chain(e).toggleBulletList().run(),
    isOn: (e) => e.isActive('bulletList'),
  },
  {
    label: t('有序列表'),
    face: OrderedListOutlined,
    run: (e) => chain(e).toggleOrderedList().run(),
    isOn: (e) => e.isActive('orderedList'),
  },
  {
    label: t('引用'),
    face: '“',
    run: (e) => chain(e).toggleBlockquote().run(),
    isOn: (e) => e.isActive('blockquote'),
  },
];
export const inserts = (link: () => void): readonly Tool[] => [
  { label: t('链接'), face: LinkOutlined, run: link, isOn: (e) => e.isActive('link') },
  { label: t('分隔线'), face: LineOutlined, run: (e) => chain(e).setHorizontalRule().run() },
  { label: t('清除格式'), face: ClearOutlined, run: (e) => chain(e).unsetAllMarks().clearNodes().run() },
];

/** A press must not take the selection out of the text. */
export const keepSelection = (e: Event): void => e.preventDefault();

export function button(tool: Tool, e: Editor | undefined): TemplateResult {
  const isOn = !!e && !!tool.isOn?.(e);
  const face = typeof tool.face === 'string' ? html`<b>${tool.face}</b>` : drawn(tool.face);
  return html`<button type="button" class="tool ${isOn ? 'on' : ''}" aria-pressed=${tool.isOn ? String(isOn) : 'false'}
    title=${tool.label} aria-label=${tool.label} aria-disabled=${!e || (tool.isOff?.(e) ?? false)}
    @mousedown=${keepSelection} @click=${() => e && tool.run(e)}>${face}</button>`;
}

const LEVELS = [2, 3, 4] as const;
const styleNames = (): string[] => [t('标题'), t('小标题'), t('三级标题')];

/** What kind of paragraph the cursor is in. */
export function styleName(e: Editor | undefined): string {
  const at = LEVELS.findIndex((level) => e?.isActive('heading', { level }));
  return styleNames()[at] ?? t('正文');
}
export function styles(e: Editor): MenuItem[] {
  const heading = (level: 2 | 3 | 4, i: number): MenuItem => ({
    label: styleNames()[i] ?? '',
    run: () => chain(e).setHeading({ level }).run(),
  });
  return [{ label: t('正文'), run: () => chain(e).setParagraph().run() }, ...LEVELS.map(heading)];
}

export function tableItems(e: Editor): MenuItem[] {
  if (!e.isActive('table'))
    return [{ label: t('插入表格'), run: () => chain(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() }];
  return [
    { label: t('上方插入行'), run: () => chain(e).addRowBefore().run() },
    { label: t('下方插入行'), run: () => chain(e).addRowAfter().run() },
    { label: t('左侧插入列'), run: () => chain(e).addColumnBefore().run() },
    { label: t('右侧插入列'), run: () => chain(e).addColumnAfter().run() },
    { label: t('表头行'), run: () => chain(e).toggleHeaderRow().run() },
    { label: t('合并或拆分单元格'), run: () => chain(e).mergeOrSplit().run() },
    { label: t('删除行'), run: () => chain(e).deleteRow().run() },
    { label: t('删除列'), run: () => chain(e).deleteColumn().run() },
    { label: t('删除表格'), danger: true, run: () => chain(e).deleteTable().run() },
  ];
}
