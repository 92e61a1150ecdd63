import { html } from 'lit';
import { t } from '../../core/i18n';
import { copyable } from '../../ui/copy';
import { openDialog } from '../../ui/dialog';
import { icon } from '../../ui/icons';

/**
 * What a consumer sees after scanning (F084): the printed address, in a frame the size of a phone. Only its path is
 * used, so that the preview works wherever the console is reached.
 */
export async function openPreview(uri: string): Promise<void> {
  const { pathname, search } = new URL(uri);
  await openDialog({
    title: t('扫码预览'),
    width: 460,
    footer: false,
    body: () => html`<div class="phone-preview">
      <div class="phone"><iframe src=${pathname + search} title=${t('扫码页')}></iframe></div>
      <p class="code-uri">${copyable(uri)}</p>
      <a class="btn block" href=${pathname + search} target="_blank" rel="noopener">${icon('link')}${t('在新窗口打开')}</a>
    </div>`,
  });
}
