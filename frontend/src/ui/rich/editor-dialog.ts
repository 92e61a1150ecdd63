import { html } from 'lit';
import { t } from '../../base/i18n';
import { guardLeaving } from '../../base/leaving';
import { confirmLoss, openDialog } from '../dialog';
import { message } from '../toast';
import './editor';
import type { RichEditor } from './editor';

/** Lets the user write; the HTML, or undefined when nothing shall change. */
export async function writeRich(title: string, initial: string, max: number): Promise<string | undefined> {
  let written: string | undefined;
  const isDirty = (): boolean => written !== undefined && written !== initial;
  const canLeave = async (): Promise<boolean> => !isDirty() || confirmLoss();
  const release = guardLeaving({ isDirty, canLeave });
  try {
    const result = await openDialog({
      title,
      width: 960,
      dismissable: false,
      canClose: canLeave,
      body: () => html`<pm-rich-editor class="rich-dialog" label=${title} .initial=${initial} .max=${max}
        @change=${(e: CustomEvent<string>) => (written = e.detail)}></pm-rich-editor>`,
      onOk: () => {
        const editor = document.querySelector<RichEditor>('pm-rich-editor.rich-dialog');
        if (editor?.isBusy) {
          message.warning(t('文件正在上传，请稍候'));
          return false;
        }
        const value = written ?? initial;
        return max && [...value].length > max ? false : value;
      },
    });
    return typeof result === 'string' ? result : undefined;
  } finally {
    release();
  }
}
