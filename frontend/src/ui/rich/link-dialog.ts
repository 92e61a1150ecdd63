import { html, nothing } from 'lit';
import { t } from '../../base/i18n';
import { openDialog } from '../dialog';
import { safeLink } from './contract';

/** Asks where a link leads: an address, empty to take the link away, undefined when nothing shall change. */
export async function askLink(now = ''): Promise<string | undefined> {
  let typed = now;
  let wrong = '';
  const result = await openDialog({
    title: now ? t('修改链接') : t('插入链接'),
    width: 480,
    body: () => html`<div class="stack"><div class="field">
        <label class="field-label" for="rich-link">${t('链接地址')}</label>
        <div><input id="rich-link" class="input" type="url" inputmode="url" placeholder="https://" .value=${now}
          aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="rich-link-note" @input=${(e: Event) => (typed = (e.target as HTMLInputElement).value)}
          @keydown=${pressOk} />
        <div class="note ${wrong ? 'error' : ''}" id="rich-link-note" role=${wrong ? 'alert' : nothing}>${
          wrong || (now ? t('清空即可取消链接') : t('必须以 https:// 开头'))
        }</div></div></div></div>`,
    onOk: () => {
      if (!typed.trim()) return '';
      const href = safeLink(typed);
      if (href) return href;
      wrong = t('请填写以 https:// 开头的网址');
      return false;
    },
  });
  return typeof result === 'string' ? result : undefined;
}

/** Enter is the OK of the dialog. */
function pressOk(e: KeyboardEvent): void {
  if (e.key !== 'Enter' || e.isComposing) return;
  e.preventDefault();
  (e.target as Element).closest('dialog')?.querySelector<HTMLElement>('.dialog-foot .primary')?.click();
}
