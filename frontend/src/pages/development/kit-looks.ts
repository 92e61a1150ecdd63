// What is no field: buttons, marks, alerts, tables, what stands for missing content, and what opens.

import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../../base/i18n';
import type { Tone } from '../../kit/list/columns';
import { cards, type TableView, table } from '../../kit/list/table';
import { facts, mark, marks } from '../../kit/record/facts';
import '../../ui/bar';
import '../../ui/cascader';
import { copyable } from '../../ui/copy';
import '../../ui/date-range';
import { confirm, openDialog, openDrawer } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import '../../ui/menu';
import '../../ui/pagination';
import '../../ui/password';
import { empty, loading, result } from '../../ui/result';
import '../../ui/tabs';
import { message } from '../../ui/toast';

const TONES: readonly Tone[] = ['default', 'processing', 'success', 'warning', 'danger'];
const LEVELS = ['success', 'error', 'warning', 'info'] as const;
const RANGE: [string, string] = ['2026-11-01', '2026-11-30'];
const text = (): string => t('请检查标红的内容');

const card = (title: string, body: unknown): TemplateResult =>
  html`<section class="card"><header class="card-head"><h2>${title}</h2></header><div class="card-body">${body}</div></section>`;

const buttons = (): TemplateResult =>
  html`<div class="btns">${['', 'primary', 'danger', 'text', 'link', 'dashed', 'large'].map(
    (look) => html`<button class="btn ${look}" type="button">${icon('plus')}${look || t('新增')}</button>
    <button class="btn ${look}" type="button" disabled>${look || t('新增')}</button>`,
  )}</div>`;

const alerts = (): TemplateResult =>
  html`${LEVELS.map((level) => html`<div class="alert ${level}">${icon(level)}<div>${text()}</div></div>`)}`;

type Row = { id: string; name: string };
const view = (rows: Row[]): TableView<Row> => ({
  caption: t('产品名称'),
  rows,
  before: 0,
  actionsWidth: 160,
  rowKey: (row) => row.id,
  columns: [
    { key: 'id', label: t('编号'), width: 120, sort: 'id', cell: (row) => row.id },
    { key: 'name', label: t('产品名称'), width: 200, role: 'heading', cell: (row) => row.name },
    { key: 'mark', label: t('状态'), width: 100, role: 'mark', cell: () => mark(t('有效'), 'success') },
  ],
  actions: ['A', 'B', 'C', 'D'].map((label) => ({ label, danger: label === 'D', run: () => {} })),
  density: '',
  sort: 'id',
  isBusy: false,
  onSort: () => {},
  act: () => {},
  nothing: empty(t('暂无数据')),
});

const openers = (): TemplateResult => html`<div class="btns">
  ${LEVELS.map((level) => html`<button class="btn" type="button" @click=${() => message[level](text())}>${icon(level)}toast</button>`)}
  <button class="btn" type="button" @click=${() => confirm(t('离开此页？'), text())}>confirm</button>
  <button class="btn" type="button" @click=${() => openDialog({ title: 'dialog', body: () => alerts() })}>dialog</button>
  <button class="btn" type="button" @click=${() => openDrawer({ title: 'drawer', body: () => alerts() })}>drawer</button>
  <pm-menu label="menu" .face=${html`menu${icon('down')}`} .items=${[
    { label: 'A', checked: true },
    { label: 'B', checked: false },
    { label: 'C', danger: true },
  ]}></pm-menu></div>`;

const rest = (): TemplateResult => html`
  <pm-tabs label="tabs" value="a" .tabs=${[{ key: 'a', label: 'A' }, { key: 'b', label: 'B' }]}></pm-tabs>
  ${TONES.map((tone) => mark(tone, tone))} ${marks(['6901234', '6905678'])} ${copyable('A00000001')}
  ${(['processing', 'success', 'danger', 'default'] as const).map((tone) => html`<pm-bar tone=${tone} label=${tone} .ratio=${0.6}></pm-bar>`)}
  <label for="kit-password">password</label><pm-password input-id="kit-password" value="Kq7!mTz2vB"></pm-password>
  <label for="kit-range">date range</label><pm-date-range input-id="kit-range" .value=${RANGE}></pm-date-range>
  <label for="kit-cascader">cascader</label><pm-cascader input-id="kit-cascader" .load=${async () => [{ value: '33', label: 'Zhejiang', fullLabel: 'Zhejiang', isLeaf: true }]}></pm-cascader>
  <pm-pagination .total=${95} .page=${2} .size=${20}></pm-pagination>`;

/** Everything beside the fields; what moves only when asked for, as nobody could say when such a page is at rest. */
export const looks = (isMoving: boolean): TemplateResult => html`
  ${card('buttons', buttons())}${card('alerts', alerts())}${card('marks, bars, tabs, pager', rest())}
  ${card(
    'facts',
    facts([
      { label: t('产品名称'), value: 'Plywood' },
      { label: t('编号'), value: '' },
      { label: t('状态'), value: mark(t('有效'), 'success'), isChanged: true },
    ]),
  )}
  ${card(
    'table',
    table(
      view([
        { id: 'A1', name: 'Plywood' },
        { id: 'A2', name: 'Saw blade' },
      ]),
    ),
  )}
  ${card('table without rows', table(view([])))}
  ${card('cards', cards(view([{ id: 'A1', name: 'Plywood' }])))}
  ${card('dialogs, toasts, menu', openers())}
  ${result({ icon: 'success', tone: 'success', title: t('密码已重设'), text: text(), actions: html`<a class="btn primary" href="/">${t('返回首页')}</a>` })}
  ${isMoving ? html`${loading()}<button class="btn" type="button" aria-disabled="true">${icon('loading', true)}busy</button>` : nothing}`;
