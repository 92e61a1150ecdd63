import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { ExportUnits } from '../../api/constraints';
import { t } from '../../base/i18n';
import type { Control, Section, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { icon } from '../../ui/icons';
import { accepts } from '../job/estimate';
import './inactive-note';
import { followJob } from '../job/progress-dialog';
import { livingProduct, loadBatches, resolveBatch } from '../product/options';
import { lookFields, strengthened, USUAL } from './look';

type Input = S<'ExportUnits'>;
const f = fields<Input>(ExportUnits);

const isPicture = (values: Values): boolean => /_zip$/.test(String(values.format));
const chosen = (c: Control): string | undefined => c.values.product_id as string | undefined;

const sections = (): Section[] => [
  {
    title: t('导出范围'),
    columns: 2,
    fields: [
      f.select('product_id', {
        ...livingProduct,
        wide: true,
        help: '',
        onPick: (_, c) => c.patch({ batch_id: undefined }),
      }),
      f.select('batch_id', {
        wide: true,
        help: t('不选则导出该产品的全部单品'),
        load: (c) => loadBatches(chosen(c), 'id', 'active'),
        resolve: resolveBatch,
        disabled: (c) => !chosen(c),
      }),
      f.text('serial', { wide: true }),
      f.text('first_serial', { help: t('只导出一段时填写，含前缀') }),
      f.text('last_serial', { help: t('只导出一段时填写，含前缀') }),
    ],
    foot: (v) => html`<pm-inactive-note .product=${v.product_id}></pm-inactive-note>`,
  },
  {
    title: t('导出格式'),
    columns: 2,
    fields: [
      f.radio('format', {
        wide: true,
        help: t(
          '自己查看选 Excel 表格：单元格都是文本。CSV 供程序读取，用表格软件打开会丢失前导 0、改动长数字和 1E05 这样的序列号。',
        ),
      }),
      ...lookFields(ExportUnits, isPicture),
      f.toggle('in_parts', { wide: true }),
    ],
  },
];

/** Exports unit codes: what is asked for becomes a job, whose progress is shown until its file comes. */
export async function openExport(
  given: { product_id?: string; batch_id?: string; serial?: string } = {},
): Promise<void> {
  let queued: S<'ExportQueued'> | undefined;
  await formDialog<Input>({
    kind: 'drawer',
    title: t('导出单品码'),
    width: 640,
    okText: t('开始导出'),
    intro: html`<div class="alert">${icon('info')}<div>${t('已作废的单品不会导出。一次最多 2000 万个，文件保留 7 天，可在任务中心再次下载。')}</div></div>`,
    sections: sections(),
    values: { ...USUAL, format: 'xlsx', in_parts: true, ...given },
    amend: strengthened,
    save: async (body) => {
      if (!(await accepts(await unwrap(api.POST('/api/v1/unit-exports/estimate', { body }))))) return false;
      queued = await unwrap(api.POST('/api/v1/unit-exports', { body }));
      return true;
    },
  });
  if (queued) await followJob(queued.job_id);
}
