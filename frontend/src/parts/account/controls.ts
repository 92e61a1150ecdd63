// Controls of the forms for people who are not signed in yet.

import { html, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { t } from '../../base/i18n';
import type { Control, Field } from '../../kit/form/field';
import { localField } from '../../kit/form/fields';
import '../../ui/password';
import './sms-code';

export const passwordControl =
  (autocomplete: 'current-password' | 'new-password' = 'new-password') =>
  (c: Control): TemplateResult =>
    html`<pm-password input-id=${c.id} autocomplete=${autocomplete} placeholder=${t('请输入密码')} ?invalid=${c.invalid}
    described-by=${c.describedBy} .value=${(c.value as string) ?? ''}
    @edit=${(e: CustomEvent<string>) => c.set(e.detail)} @leave=${(e: CustomEvent<string>) => c.set(e.detail, true)}></pm-password>`;

/** The new password a second time. */
export const repeatedPassword = (of: string): Field =>
  localField(
    'repeated_password',
    {
      label: t('确认密码'),
      required: true,
      validate: (value: string, values) => (value === values[of] ? undefined : t('两次输入的密码不一致')),
    },
    passwordControl(),
  );

/** A code by SMS to the phone in another field of the form. */
export const smsControl =
  (purpose: S<'SmsPurpose'>, phoneField: string) =>
  (c: Control): TemplateResult =>
    html`<pm-sms-code input-id=${c.id} purpose=${purpose} phone=${(c.values[phoneField] as string) ?? ''}
    ?invalid=${c.invalid} described-by=${c.describedBy} .value=${(c.value as string) ?? ''}
    @edit=${(e: CustomEvent<string>) => c.set(e.detail)} @leave=${(e: CustomEvent<string>) => c.set(e.detail, true)}
    @refused=${(e: CustomEvent<{ at: 'phone' | 'code'; text: string }>) =>
      c.blame(e.detail.at === 'phone' ? `/${phoneField}` : c.path, e.detail.text)}></pm-sms-code>`;
