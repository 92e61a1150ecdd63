// Putting things into a pack and taking them out (F144).

import { html, type TemplateResult } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { PackContent, PackUnits, UnpackUnits } from '../../api/constraints';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import type { Control, Field, Section, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import { livingProduct, loadBatches, packProduct } from '../product/options';
import { counted } from '../unit/counted';

type Input = S<'PackUnits'>;
interface Pack {
  product_id: string;
  serial: string;
}
const p = fields<Input>(PackUnits);
const u = fields<S<'UnpackUnits'>>(UnpackUnits);
const c = fields<S<'PackContent'>>(PackContent);

const product = (x: Control): string | undefined => x.row?.product_id as string | undefined;
const text = (v: unknown): string => (typeof v === 'string' ? v.trim() : '');

/** One entry: units by their serials, or a number of things of a product or a batch. */
const entry = (): Field[] => [
  c.select('product_id', {
    ...livingProduct,
    wide: true,
    help: '',
    placeholder: t('输入产品名称或追溯码搜索'),
    // A row is patched as it was drawn, so what was picked is said again.
    onPick: (o, x) => x.patch({ product_id: o?.value, batch_no: undefined }),
  }),
  c.text('first_serial', { show: (v) => !v.batch_no, help: t('装单品或组合时填写；按数量装入则不填') }),
  c.text('last_serial', { show: (v) => !v.batch_no, help: '' }),
  c.select('batch_no', {
    show: (v) => !v.first_serial,
    help: t('只按数量装入某一批次时选择'),
    load: (x) => loadBatches(product(x), 'batch_no', 'active'),
    resolve: async (no) => ({ value: no, label: no }),
    disabled: (x) => !product(x),
  }),
  c.number('quantity', { help: '' }),
];
const rows = {
  columns: entry(),
  blank: (): Values => ({}),
  layout: 'cards' as const,
  add: t('添加一项'),
  title: (row: Values): string =>
    [text(row.first_serial) || text(row.batch_no), row.quantity ? `× ${num(row.quantity as number)}` : '']
      .filter(Boolean)
      .join(' '),
};

/** The quantity of each run follows from its serials. */
function amend(v: Values): Values | undefined {
  const list = (v.contents as Values[] | undefined) ?? [];
  const next = list.map((row) => {
    const follows = counted(row);
    return follows ? { ...row, ...follows } : row;
  });
  return next.some((row, i) => row !== list[i]) ? { contents: next } : undefined;
}

const sum = (v: Values): number =>
  ((v.contents as Values[] | undefined) ?? []).reduce(
    (n, row) => n + (Number(row.quantity) || (text(row.first_serial) ? 1 : 0)),
    0,
  );
const note = (content: unknown): TemplateResult =>
  html`<div class="alert" role="status">${icon('info')}<div>${content}</div></div>`;

/** Puts things into a pack; asks for the pack too when none is given. */
export async function openPack(pack?: Pack): Promise<boolean> {
  const target: Section = {
    title: t('装到哪个组合'),
    columns: 2,
    fields: [
      p.select('product_id', { ...packProduct, help: '', placeholder: t('选择追溯方式为组合多码的产品') }),
      p.text('serial', { max: 20 }),
    ],
  };
  const contents: Section = {
    title: pack ? '' : t('装入内容'),
    fields: [p.rows('contents', rows)],
    foot: (v) =>
      note(
        sum(v)
          ? t('将装入 {n} 件到组合 {serial}。装入的单品扫码时会显示所在组合；一个单品同时只能在一个组合中。', {
              n: num(sum(v)),
              serial: pack?.serial ?? (text(v.serial) || '…'),
            })
          : t('填写序列号范围或数量后，这里显示将装入多少'),
      ),
  };
  const done = (await formDialog<Input>({
    kind: 'drawer',
    title: pack ? t('装入组合 {serial}', { serial: pack.serial }) : t('装入组合'),
    width: 640,
    okText: t('装入'),
    sections: pack ? [contents] : [target, contents],
    values: { ...pack, contents: [{}] },
    amend,
    save: (body) => unwrap(api.POST('/api/v1/packings', { body: { ...pack, ...body } })),
  })) as S<'PackView'> | undefined;
  if (done) message.success(t('已装入，组合 {serial} 现有 {n} 件', { serial: done.serial, n: num(done.quantity) }));
  return done !== undefined;
}

/** Takes things out of a pack, or everything. */
export async function openUnpack(pack: Pack): Promise<boolean> {
  const done = (await formDialog<S<'UnpackUnits'>>({
    kind: 'drawer',
    title: t('移出组合 {serial}', { serial: pack.serial }),
    width: 640,
    okText: t('移出'),
    danger: true,
    sections: [
      {
        title: '',
        fields: [u.rows('contents', { ...rows, columns: entry() })],
        foot: (v) =>
          note(
            sum(v)
              ? t('将移出 {n} 件；移出后可以装入其他组合。', { n: num(sum(v)) })
              : t('没有填写移出内容：将全部移出，组合变为空。'),
          ),
      },
    ],
    values: { ...pack, contents: [] },
    amend,
    save: (body) => unwrap(api.POST('/api/v1/unpackings', { body: { ...pack, ...body } })),
  })) as S<'PackView'> | undefined;
  if (done) message.success(t('已移出，组合 {serial} 现有 {n} 件', { serial: done.serial, n: num(done.quantity) }));
  return done !== undefined;
}
