import { api, ifMatch, type S, unwrap } from '../../api/client';
import { UpdateEnterprise } from '../../api/constraints';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formPage } from '../../kit/form/form-page';
import { passwordControl, smsControl } from '../../parts/account/controls';
import { regionControl } from '../../parts/regions';

const f = fields<S<'UpdateEnterprise'>>(UpdateEnterprise);

export default formPage<S<'UpdateEnterprise'>, S<'EnterpriseView'>>({
  load: async () => {
    const e = await unwrap(api.GET('/api/v1/enterprise'));
    return { values: { ...e, licence_file_id: e.licence ? [e.licence] : [] }, version: e.version };
  },
  sections: (_, { values: before }) => [
    {
      title: t('基本信息'),
      columns: 2,
      fields: [
        f.text('name'),
        f.custom('region_code', { verb: 'choose' }, regionControl),
        f.multi('enterprise_types', { wide: true }),
        f.text('registered_address'),
        f.text('production_address'),
        f.text('legal_representative', { placeholder: t('请输入') }),
        f.text('website', { inputmode: 'url' }),
      ],
    },
    {
      title: t('联系方式'),
      columns: 2,
      fields: [
        f.text('contact_name', { placeholder: t('请输入') }),
        f.text('contact_phone', { inputmode: 'tel' }),
        // The phone can reset the password, so whoever changes it must know the password.
        f.custom(
          'password',
          { required: true, show: (v) => v.contact_phone !== before.contact_phone },
          passwordControl('current-password'),
        ),
        f.custom(
          'sms_code',
          { required: true, show: (v) => v.contact_phone !== before.contact_phone },
          smsControl('phone_change', 'contact_phone'),
        ),
        f.text('email', { inputmode: 'email' }),
        f.text('public_phone', { inputmode: 'tel' }),
      ],
    },
    {
      title: t('厂商识别代码与附件'),
      fields: [
        f.lines('company_prefixes', { add: t('添加厂商识别代码'), placeholder: t('7–10 位数字') }),
        f.textarea('introduction', { rows: 4 }),
        f.file('licence_file_id', {
          slot: 'business_licence',
          help: t('营业执照扫描件或照片，jpg/png/pdf，不超过 5 MB'),
        }),
        f.toggle('is_licence_public', {
          on: t('公开'),
          off: t('不公开'),
          show: (v) => ((v.licence_file_id as unknown[] | undefined) ?? []).length > 0,
        }),
      ],
    },
  ],
  save: async (body, _, version) => {
    const saved = await unwrap(api.PUT('/api/v1/enterprise', { params: { header: ifMatch(version) }, body }));
    // Name and types stand in the header, and the menu follows the types.
    await session.reread();
    return saved;
  },
  submitText: t('保存'),
  done: () => t('企业信息已保存'),
  next: () => links.enterprise,
  back: () => links.enterprise,
});
