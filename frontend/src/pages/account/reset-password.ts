import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { ResetPassword } from '../../api/constraints';
import { lang, t } from '../../base/i18n';
import type { Section } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import { page } from '../../kit/page';
import { passwordControl, repeatedPassword, smsControl } from '../../parts/account/controls';
import { passwordRule } from './password-rule';
import './visitor-form';
import type { VisitorFormDef } from './visitor-form';

const f = fields<S<'ResetPassword'>>(ResetPassword);

const sections = (rule: string): Section[] => [
  {
    title: t('验证身份'),
    fields: [
      f.text('login_name', { autocomplete: 'username' }),
      f.text('phone', { autocomplete: 'tel', inputmode: 'tel' }),
      f.custom('sms_code', {}, smsControl('password_reset', 'phone')),
    ],
  },
  {
    title: t('设置新密码'),
    fields: [f.custom('new_password', { help: rule }, passwordControl()), repeatedPassword('new_password')],
  },
];

const def: VisitorFormDef<S<'ResetPassword'>> = {
  title: t('找回密码'),
  sections: async () => sections(await passwordRule(lang())),
  submitText: t('重设密码'),
  save: (body) => unwrap(api.POST('/api/v1/password-resets', { body })),
  done: { title: t('密码已重设'), text: () => t('所有设备上的登录均已失效，请使用新密码登录。') },
};

export default page({ render: () => html`<pm-visitor-form .def=${def}></pm-visitor-form>` });
