import { html, nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { EnterUnitsExFactory } from '../../api/constraints';
import { num, today } from '../../base/format';
import { t } from '../../base/i18n';
import type { Section } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { exFactoryNote } from '../../parts/code/ex-factory-note';
import { livingProduct } from '../../parts/product/options';
import { counted } from '../../parts/unit/counted';
import { message } from '../../ui/toast';

type Input = S<'EnterUnitsExFactory'>;
const f = fields<Input>(EnterUnitsExFactory);

interface Given {
  product_id?: string;
  /** Set when it is about one unit. */
  first_serial?: string;
  /** The day that was entered, when it is to be corrected. */
  entered?: string | null;
}

function sections({ first_serial, entered }: Given): Section[] {
  const run = [
    f.select('product_id', {
      ...livingProduct,
      wide: true,
      help: '',
      placeholder: t('输入产品名称或追溯码搜索'),
    }),
    f.text('first_serial', { max: 20, help: t('完整的序列号，含前缀') }),
    f.text('last_serial', { required: true, help: t('完整的序列号，含前缀') }),
    f.number('quantity', { required: true, help: t('自动按起止序列号计算，提交时核对') }),
  ];
  const day = f.date('ex_factory_on', { max: today() });
  const reason = f.textarea('correction_reason', { rows: 2, required: !!entered });
  return [
    {
      title: '',
      columns: 2,
      fields: [...(first_serial ? [] : run), day, ...(first_serial && !entered ? [] : [reason])],
    },
  ];
}

/** 出厂: the day one unit, or a run of them, left the factory; or a correction of that day. */
export async function enterUnitsExFactory({ entered, ...given }: Given): Promise<boolean> {
  const { first_serial } = given;
  const title = !first_serial
    ? t('批量出厂')
    : entered
      ? t('更正单品“{serial}”的出厂日期', { serial: first_serial })
      : t('单品“{serial}”出厂', { serial: first_serial });
  const done = (await formDialog<Input>({
    title,
    width: first_serial ? 520 : 640,
    okText: t('提交'),
    intro: entered ? nothing : html`${exFactoryNote(t('批次和日期'))}`,
    sections: sections({ ...given, entered }),
    values: { ...given, ex_factory_on: entered ?? today() },
    amend: first_serial ? undefined : counted,
    save: (body) => unwrap(api.POST('/api/v1/unit-ex-factory', { body: { ...given, ...body } as Input })),
  })) as S<'UnitIssue'> | undefined;
  if (done) message.success(t('已登记 {n} 个单品出厂', { n: num(done.quantity) }));
  return done !== undefined;
}
