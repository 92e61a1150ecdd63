import { html } from 'lit';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { UpdateEnterprise } from '../../api/constraints';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formPage } from '../../kit/form/form-page';
import { passwordControl, smsControl } from '../../parts/account/controls';
import { icon } from '../../ui/icons';

const f = fields<S<'UpdateEnterprise'>>(UpdateEnterprise);

export default formPage<S<'UpdateEnterprise'>, S<'EnterpriseView'>>({
  load: async () => {
    const e = await unwrap(api.GET('/api/v1/enterprise'));
    return { values: { ...e }, version: e.version };
  },
  intro: () =>
    html`<div class="alert info" role="note">${icon('info')}<div class="alert-text">${t(
      '企业名称、行政区划、企业类型和营业执照由平台核对，变更须审核。',
    )}</div><div class="btns"><a class="btn" href=${links.enterpriseChange}>${t('提交变更申请')}</a></div></div>`,
  sections: (_, { values: before }) => [
    {
      title: t('基本信息'),
      columns: 2,
      fields: [
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
        f.toggle('is_licence_public', { on: t('公开'), off: t('不公开'), show: () => !!before.licence }),
      ],
    },
  ],
  save: async (given, _, version) => {
    // What the operator vouches for stands in the record as it holds.
    const { name, region_code, enterprise_types } = await unwrap(api.GET('/api/v1/enterprise'));
    const body = { ...given, name, region_code, enterprise_types };
    return await unwrap(api.PUT('/api/v1/enterprise', { params: { header: ifMatch(version) }, body }));
  },
  submitText: t('保存'),
  done: () => t('企业信息已保存'),
  next: () => links.enterprise,
  back: () => links.enterprise,
});
