import { html } from 'lit';
import { session } from '../api/session';
import { t } from '../base/i18n';
import { openDialog } from '../ui/dialog';
import '../parts/sign-in/sign-in';

/** The session ended in the middle of something: the page stays, its unsaved form too. */
export async function signInAgain(): Promise<boolean> {
  const name = session.account?.login_name ?? '';
  const done = await openDialog({
    title: t('请重新登录'),
    width: 420,
    footer: false,
    dismissable: false,
    body: (dialog) => html`<p class="muted">${t('登录已失效。重新登录后可继续当前操作，已填写的内容不会丢失。')}</p>
      <pm-sign-in login-name=${name} @done=${() => dialog.close(true)}></pm-sign-in>`,
  });
  if (!done) session.end();
  return done === true;
}
