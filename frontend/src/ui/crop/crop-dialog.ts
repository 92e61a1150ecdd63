import { html } from 'lit';
import { t } from '../../base/i18n';
import { openDialog } from '../dialog';
import './crop';
import type { Crop } from './crop';
import { hasShape, type Size } from './frame';
import { cut, readPicture, sizeOf } from './picture';

/**
 * The picture at exactly this size: what the user chose of it, all of it when it has that shape already, or the original
 * when the user keeps it. Undefined when it was given up.
 */
export async function cropPicture(file: File, frame: Size, mayKeep = true): Promise<File | undefined> {
  const { picture, release } = await readPicture(file);
  try {
    const size = sizeOf(picture);
    if (size.width === frame.width && size.height === frame.height) return file;
    if (hasShape(size, frame) && size.width > frame.width)
      return await cut(picture, { x: 0, y: 0, ...size }, frame, file);
    const keep = (close: (result: unknown) => void) =>
      html`<button type="button" class="btn link" @click=${() => close('keep')}>${t('不裁剪，使用原图')}</button>`;
    const result = await openDialog({
      title: t('裁剪图片'),
      width: 560,
      dismissable: false,
      okText: t('使用'),
      body: (dialog) =>
        html`<pm-crop .picture=${picture} .frame=${frame}></pm-crop>${mayKeep ? keep(dialog.close) : ''}`,
      onOk: () => [...document.querySelectorAll<Crop>('dialog pm-crop')].at(-1)?.result(file) ?? false,
    });
    return result === 'keep' ? file : result instanceof File ? result : undefined;
  } finally {
    release();
  }
}
