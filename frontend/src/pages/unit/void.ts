import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { VoidUnits } from '../../api/constraints';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import type { Section } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { livingProduct } from '../../parts/product/options';
import { counted } from '../../parts/unit/counted';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';

type Input = S<'VoidUnits'>;
const f = fields<Input>(VoidUnits);

interface Given {
  product_id?: string;
  /** Set when it is about one unit. */
  first_serial?: string;
}

const sections = (isOne: boolean): Section[] => [
  {
    title: '',
    fields: isOne
      ? [f.textarea('reason', { rows: 2 })]
      : [
          f.select('product_id', { ...livingProduct, help: '', placeholder: t('输入产品名称或追溯码搜索') }),
          f.text('first_serial', { max: 20, help: t('完整的序列号，含前缀') }),
          f.text('last_serial', { required: true, help: t('完整的序列号，含前缀') }),
          f.number('quantity', { required: true }),
          f.textarea('reason', { rows: 2 }),
        ],
  },
];

/** Ends one unit, or a run of them. */
export async function voidUnits(given: Given): Promise<boolean> {
  const { first_serial } = given;
  const what = first_serial
    ? t('序列号 {serial} 将失效。', { serial: first_serial })
    : t('从起始到结束的全部序列号将失效，其中已作废的保持原来的原因。');
  const done = (await formDialog<Input>({
    title: first_serial ? t('作废单品“{serial}”', { serial: first_serial }) : t('批量作废单品'),
    width: 520,
    okText: t('作废'),
    danger: true,
    intro: html`<div class="alert error">${icon('warning')}<div>${t('作废不可恢复。')}${what}${t('已印制的码扫码时显示“已作废”和下面的原因。')}</div></div>`,
    sections: sections(!!first_serial),
    values: { ...given },
    amend: first_serial ? undefined : counted,
    save: (body) => unwrap(api.POST('/api/v1/unit-voids', { body: { ...given, ...body } as Input })),
  })) as S<'UnitIssue'> | undefined;
  if (done) message.success(t('已作废 {n} 个单品码', { n: num(done.quantity) }));
  return done !== undefined;
}
