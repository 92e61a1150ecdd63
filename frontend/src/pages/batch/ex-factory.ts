import { nothing } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { EnterExFactory } from '../../api/constraints';
import { today } from '../../base/format';
import { t } from '../../base/i18n';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { exFactoryNote } from '../../parts/code/ex-factory-note';
import { message } from '../../ui/toast';

const f = fields<S<'EnterExFactory'>>(EnterExFactory);

/** 出厂: the day a batch left the factory, or a correction of that day. */
export async function enterExFactory(b: S<'BatchView'>): Promise<boolean> {
  const params = { path: { id: b.id } };
  const isEntered = !!b.ex_factory_on;
  const day = f.date('ex_factory_on', { min: () => b.made_on, max: today() });
  const reason = f.textarea('correction_reason', { rows: 2, required: true });
  const done = await formDialog<S<'EnterExFactory'>>({
    title: isEntered ? t('更正批次 {no} 的出厂日期', { no: b.batch_no }) : t('批次 {no} 出厂', { no: b.batch_no }),
    width: 520,
    okText: t('提交'),
    intro: isEntered ? nothing : exFactoryNote(t('日期、数量和检验报告')),
    sections: [{ title: '', fields: isEntered ? [day, reason] : [day] }],
    values: { ex_factory_on: b.ex_factory_on ?? today() },
    save: (body) => unwrap(api.POST('/api/v1/batches/{id}/ex-factory', { params, body })),
  });
  if (done) message.success(t('批次 {no} 已登记出厂', { no: b.batch_no }));
  return done !== undefined;
}
