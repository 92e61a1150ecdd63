// What is asked for labels: whose codes, how they look, on what paper, and as what they are exported.

import type { S } from '../../api/client';
import { ExportLabels } from '../../api/constraints';
import { t } from '../../base/i18n';
import type { Control, Section, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { livingProduct, loadBatches, resolveBatch } from '../../parts/product/options';

export type Labels = S<'ExportLabels'>;
const f = fields<Labels>(ExportLabels);

export const USUAL: Values = {
  subject: 'unit',
  format: 'pdf',
  design: 'braid',
  colour: 'red',
  carrier: 'qr',
  scratch: 'none',
  has_code_text: true,
  paper: 'roll',
  width: 20,
  height: 30,
  margin: 10,
  gap: 2,
  copies: 1,
  dpi: 300,
  depth: 'colour',
  logo_file_id: [],
};

/** Paper whose labels are cut already says how large these are. */
const FREE = ['roll', 'a4'];
const isFree = (v: Values): boolean => FREE.includes(String(v.paper));
const isFilled = (v: Values): boolean => v.paper === 'a4';
const isUnit = (v: Values): boolean => v.subject === 'unit';
const isPng = (v: Values): boolean => v.format === 'png_zip';
const chosen = (c: Control): string | undefined => c.values.product_id as string | undefined;

export const sections = (): Section[] => [
  {
    title: t('打印哪些码'),
    columns: 2,
    fields: [
      f.select('product_id', {
        ...livingProduct,
        help: '',
        wide: true,
        onPick: (_, c) => c.patch({ batch_id: undefined, first_serial: undefined, last_serial: undefined }),
      }),
      f.radio('subject', { wide: true }),
      f.select('batch_id', {
        show: (v) => v.subject !== 'product',
        wide: true,
        load: (c) => loadBatches(chosen(c), 'id', 'active'),
        resolve: resolveBatch,
        disabled: (c) => !chosen(c),
      }),
      f.text('first_serial', { show: isUnit, help: t('只导出一段时填写，含前缀') }),
      f.text('last_serial', { show: isUnit, help: t('只导出一段时填写，含前缀') }),
      f.number('copies', { show: (v) => !isUnit(v) }),
    ],
  },
  {
    title: t('标签样式'),
    columns: 2,
    fields: [
      f.radio('design', { wide: true }),
      f.radio('colour', { wide: true }),
      f.select('carrier'),
      f.select('scratch', {
        // A serial that can be read beside the layer makes it useless.
        onPick: (o, c) => c.patch({ has_code_text: o?.value === 'none' }),
      }),
      f.toggle('has_code_text', { on: t('印'), off: t('不印') }),
      f.text('name'),
      f.file('logo_file_id', { slot: 'code_logo', wide: false, help: t('可选，jpg/png，大图自动缩小') }),
      f.textarea('text', { rows: 3 }),
    ],
  },
  {
    title: t('尺寸与纸张'),
    columns: 2,
    fields: [
      f.select('paper', { wide: true }),
      f.number('width', { show: isFree, label: t('标签宽度（毫米）') }),
      f.number('height', { show: isFree, label: t('标签高度（毫米）') }),
      f.number('margin', { show: isFilled, label: t('页边距（毫米）') }),
      f.number('gap', { show: isFilled, label: t('标签间距（毫米）') }),
      f.toggle('crop_marks', { show: (v) => v.paper !== 'roll' }),
    ],
  },
  {
    title: t('输出'),
    columns: 2,
    fields: [
      f.radio('format', { wide: true }),
      f.number('dpi', { show: isPng }),
      f.select('depth', { show: isPng }),
      f.text('material', { wide: true }),
    ],
  },
];
