import { api, type S, unwrap } from '../../api/client';
import { ChangePassword } from '../../api/constraints';
import { session } from '../../api/session';
import { lang, t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formPage } from '../../kit/form/form-page';
import { passwordControl, repeatedPassword } from '../../parts/account/controls';
import { passwordRule } from './password-rule';

const f = fields<S<'ChangePassword'>>(ChangePassword);

export default formPage<S<'ChangePassword'>, void>({
  load: async () => ({ values: { rule: await passwordRule(lang()) } }),
  sections: (_, { values }) => [
    {
      title: t('修改密码'),
      note: t('修改后所有设备均需重新登录'),
      fields: [
        f.custom('old_password', {}, passwordControl('current-password')),
        f.custom('new_password', { help: values.rule as string }, passwordControl()),
        repeatedPassword('new_password'),
      ],
    },
  ],
  save: async (body) => {
    await unwrap(api.PUT('/api/v1/me/password', { body }));
    // The server has ended all sessions, this one too.
    session.end();
  },
  submitText: t('保存'),
  done: () => t('密码已修改，请使用新密码登录'),
  next: () => links.login,
  back: () => links.home,
});
