import { api, ifMatch, type S, unwrap } from '../../api/client';
import { BrandRecord } from '../../api/constraints';
import { t } from '../../base/i18n';
import type { Section } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { message } from '../../ui/toast';

type Record = S<'BrandRecord'>;
type Brand = S<'BrandView'>;
const f = fields<Record>(BrandRecord);

const sections = (): Section[] => [
  {
    title: '',
    fields: [
      f.text('name', { count: true }),
      f.text('name_en'),
      f.textarea('introduction', { rows: 5 }),
      f.file('logo_file_id', { slot: 'brand_logo' }),
      f.file('video_file_id', { slot: 'brand_video' }),
    ],
  },
];
const given = <T>(file: T | null | undefined): T[] => (file ? [file] : []);

/** Enters a brand, or changes one (F019–F022); whether something was saved. */
export async function editBrand(id?: string): Promise<boolean> {
  const old = id ? await unwrap(api.GET('/api/v1/brands/{id}', { params: { path: { id } } })) : undefined;
  const save = (body: Record): Promise<Brand> =>
    old
      ? unwrap(api.PUT('/api/v1/brands/{id}', { params: { path: { id: old.id }, header: ifMatch(old.version) }, body }))
      : unwrap(api.POST('/api/v1/brands', { body }));
  const saved = await formDialog<Record>({
    kind: 'drawer',
    title: old ? t('编辑品牌') : t('添加品牌'),
    width: 560,
    okText: t('保存'),
    sections: sections(),
    values: old ? { ...old, logo_file_id: given(old.logo), video_file_id: given(old.video) } : {},
    save,
  });
  if (saved) message.success(t('品牌“{name}”已保存', { name: (saved as Brand).name }));
  return saved !== undefined;
}
