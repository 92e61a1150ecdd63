import { html } from 'lit';
import { t } from '../../core/i18n';
import { copyable } from '../../ui/copy';
import { openDialog } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { fetchPreview, type Which } from './which';

/**
 * What a consumer sees after scanning (F084), in a frame the size of a phone: the page itself, asked for as its maker, so that
 * looking is not counted. Opening the printed address is.
 */
export async function openPreview(which: Which, uri: string): Promise<void> {
  const { pathname, search } = new URL(uri);
  const page = await fetchPreview(which);
  await openDialog({
    title: t('扫码预览'),
    width: 460,
    footer: false,
    body: () => html`<div class="phone-preview">
      <div class="phone"><iframe sandbox="allow-same-origin" srcdoc=${page} title=${t('扫码页')}></iframe></div>
      <p class="muted">${t('预览不计入查询次数')}</p>
      <p class="code-uri">${copyable(uri)}</p>
      <a class="btn block" href=${pathname + search} target="_blank" rel="noopener">${icon('link')}${t('在新窗口打开（计入查询次数）')}</a>
    </div>`,
  });
}
