// Every kind of field of a form, in the states a field can be in.

import type { TemplateResult } from 'lit';
import { ProductRecord } from '../../api/constraints';
import { optionsOf } from '../../api/enums';
import { t } from '../../base/i18n';
import * as controls from '../../kit/form/controls';
import type { Control, Field, Section, Values } from '../../kit/form/field';
import { lines } from '../../kit/form/lines';
import { rows } from '../../kit/form/rows-editor';
import type { TreeEntry } from '../../ui/tree';

type State = 'empty' | 'filled' | 'wrong' | 'locked';
type Kind = { draw: (c: Control) => TemplateResult; value: unknown; isGroup?: boolean };

const options = optionsOf('EnterpriseType');
const first = options[0]?.value;
const entry: TreeEntry = { value: '10001', label: 'Plywood', hint: '', path: [], hasChildren: false };
const placeholder = t('请输入');

const name = (state: State, kind: string): string => `${state}_${kind}`;
const cell = (state: State): Field => field(state, 'cell', { draw: controls.text({ placeholder }), value: '' });

const kinds = (state: State): Record<string, Kind> => ({
  text: { draw: controls.text({ placeholder, max: 20, count: true }), value: 'PM-2026' },
  textarea: { draw: controls.textarea({ placeholder, max: 200, rows: 2 }), value: 'Flat and dry.' },
  number: { draw: controls.number({ placeholder }), value: 12 },
  select: { draw: controls.select({ options }), value: first },
  tree: {
    draw: controls.tree({
      source: {
        search: async () => ({ entries: [entry], total: 1 }),
        below: async () => [entry],
        find: async () => entry,
      },
      showValue: true,
    }),
    value: entry.value,
  },
  multi: { draw: controls.multi({ options }), value: options.slice(0, 2).map((o) => o.value) },
  radio: { draw: controls.radio({ options }), value: first, isGroup: true },
  toggle: { draw: controls.toggle({ on: t('公开'), off: t('不公开') }), value: true },
  date: { draw: controls.date({}), value: '2026-11-30' },
  colour: { draw: controls.colour(), value: '#1668dc' },
  wall: { draw: controls.upload({ slot: 'product_picture', look: 'wall', max: 3 }), value: [] },
  list: { draw: controls.upload({ slot: 'inspection_report', look: 'list', max: 3 }), value: [] },
  rich: { draw: controls.rich({ max: 1000 }), value: '<h2>Use</h2><p>Keep <b>dry</b>.</p>', isGroup: true },
  lines: {
    draw: lines({ draw: controls.text({ placeholder }), max: 3, add: t('新增') }),
    value: ['GB/T 1', 'GB/T 2'],
    isGroup: true,
  },
  rows: {
    draw: rows({ columns: [cell(state)], blank: () => ({}), max: 3, add: t('新增') }),
    value: [{ [name(state, 'cell')]: 'A' }, { [name(state, 'cell')]: 'B' }],
    isGroup: true,
  },
});

function field(state: State, kind: string, { draw, isGroup }: Kind): Field {
  return {
    name: name(state, kind),
    label: kind,
    rule: { required: state === 'wrong' },
    verb: 'fill',
    help: t(ProductRecord.name.label),
    wide: false,
    isLocked: state === 'locked',
    isGroup,
    control: draw,
  };
}

const title = (state: State): string =>
  ({ empty: t('为空'), filled: t('已填写'), wrong: t('有误'), locked: t('已锁定，不能修改') })[state];

/** A section of the form for each state. */
export const sections = (['empty', 'filled', 'wrong', 'locked'] as const).map(
  (state): Section => ({
    title: title(state),
    columns: 2,
    fields: Object.entries(kinds(state)).map(([kind, made]) => field(state, kind, made)),
  }),
);

/** What the filled and the locked fields hold. */
export const values: Values = Object.fromEntries(
  (['filled', 'locked'] as const).flatMap((state) =>
    Object.entries(kinds(state)).map(([kind, { value }]) => [name(state, kind), value]),
  ),
);
