import { api, ifMatch, type S, unwrap } from '../../api/client';
import { QualificationRecord } from '../../api/constraints';
import { today } from '../../base/format';
import { t } from '../../base/i18n';
import type { Section, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { message } from '../../ui/toast';

type Record = S<'QualificationRecord'>;
type Qualification = S<'QualificationView'>;
const f = fields<Record>(QualificationRecord);

const isOther = (v: Values): boolean => v.kind === 'other';

const sections = (): Section[] => [
  {
    title: '',
    columns: 2,
    fields: [
      f.select('kind', { placeholder: t('请选择') }),
      f.text('number'),
      f.text('name', { show: isOther, required: true, wide: true, help: t('扫码页展示。') }),
      f.text('issuer', { wide: true }),
      f.date('issued_on', { max: today() }),
      f.date('expires_on', { min: (c) => (c.values.issued_on as string) ?? '' }),
      f.either('is_public', { yes: t('公开'), no: t('不公开'), required: true, wide: true }),
      f.files('picture_file_ids', { slot: 'qualification_picture', look: 'wall', ranked: false }),
    ],
  },
];

/** Enters a qualification, or changes one (F026–F028); whether something was saved. */
export async function editQualification(id?: string): Promise<boolean> {
  const old = id ? await unwrap(api.GET('/api/v1/qualifications/{id}', { params: { path: { id } } })) : undefined;
  const save = (body: Record): Promise<Qualification> =>
    old
      ? unwrap(
          api.PUT('/api/v1/qualifications/{id}', {
            params: { path: { id: old.id }, header: ifMatch(old.version) },
            body,
          }),
        )
      : unwrap(api.POST('/api/v1/qualifications', { body }));
  const saved = (await formDialog<Record>({
    kind: 'drawer',
    title: old ? t('编辑资质') : t('添加资质'),
    width: 640,
    okText: t('保存'),
    sections: sections(),
    values: old ? { ...old, picture_file_ids: old.pictures } : {},
    save,
  })) as Qualification | undefined;
  if (!saved) return false;
  const [doubt] = saved.warnings;
  if (doubt) message.warning(t('资质“{no}”已保存。{doubt}', { no: saved.number, doubt: doubt.message }));
  else message.success(t('资质“{no}”已保存', { no: saved.number }));
  return true;
}
