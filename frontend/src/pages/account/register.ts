import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { Register } from '../../api/constraints';
import { uploadLicence } from '../../api/upload';
import { lang, t } from '../../base/i18n';
import type { Section } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { page } from '../../kit/page';
import { passwordControl, repeatedPassword, smsControl } from '../../parts/account/controls';
import { regionControl } from '../../parts/regions';
import { passwordRule } from './password-rule';
import './visitor-form';
import type { VisitorFormDef } from './visitor-form';

const f = fields<S<'Register'>>(Register);

const sections = (rule: string): Section[] => [
  {
    title: t('注册信息'),
    fields: [
      f.text('uscc', { autocomplete: 'username' }),
      f.text('name', { autocomplete: 'organization' }),
      f.custom('region_code', { verb: 'choose' }, regionControl),
      f.multi('enterprise_types'),
      f.text('registered_address', { autocomplete: 'street-address' }),
    ],
  },
  {
    title: t('联系方式'),
    fields: [
      f.text('contact_name', { autocomplete: 'name', placeholder: t('请输入') }),
      f.text('contact_phone', { autocomplete: 'tel', inputmode: 'tel' }),
      f.custom('sms_code', {}, smsControl('registration', 'contact_phone')),
    ],
  },
  {
    title: t('密码'),
    fields: [f.custom('password', { help: rule }, passwordControl()), repeatedPassword('password')],
  },
  {
    title: t('附件信息'),
    fields: [
      f.file('licence_file_id', {
        slot: 'business_licence',
        send: uploadLicence,
        help: t('营业执照扫描件或照片，jpg/png/pdf/ofd，不超过 5 MB（图片自动缩小）'),
      }),
    ],
  },
];

const def: VisitorFormDef<S<'Register'>> = {
  title: t('企业注册'),
  sections: async () => sections(await passwordRule(lang())),
  submitText: t('提交'),
  save: (body) => unwrap(api.POST('/api/v1/registrations', { body })),
  done: {
    title: t('注册成功'),
    text: (r) => html`<p>${r.name}</p><p>${t('登录账号为统一社会信用代码')} <b class="num">${r.uscc}</b></p>`,
  },
};

export default page({ render: () => html`<pm-visitor-form .def=${def}></pm-visitor-form>` });
