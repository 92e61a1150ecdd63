import { html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { t } from '../../base/i18n';
import { guardLeaving } from '../../base/leaving';
import { confirmLoss, type DialogOptions, openDialog } from '../../ui/dialog';
import { message } from '../../ui/toast';
import type { Section, Values } from './field';
import './form';
import type { Form } from './form';

interface FormDialogOptions<T extends object>
  extends Pick<DialogOptions, 'kind' | 'title' | 'width' | 'okText' | 'danger'> {
  sections: readonly Section[];
  values?: Values;
  /** What stands above the fields. */
  intro?: unknown;
  /** What follows for other fields from an edit. */
  amend?: (values: Values) => Values | undefined;
  save: (record: T) => Promise<unknown>;
}

/** Enter in a field is the OK of the dialog. */
const pressOk = (e: Event): void =>
  (e.target as Element).closest('dialog')?.querySelector<HTMLElement>('.dialog-foot .primary')?.click();

/** The sections of a form in a dialog or drawer; resolves with what was saved, undefined when it was given up. */
export async function formDialog<T extends object>(o: FormDialogOptions<T>): Promise<unknown> {
  const form = createRef<Form>();
  const values = o.values ?? {};
  const leavable = {
    isDirty: () => form.value?.isDirty ?? false,
    canLeave: async () => !form.value?.isDirty || (await confirmLoss()),
  };
  const amend = (e: CustomEvent<Values>): void => {
    const follows = o.amend?.(e.detail);
    if (follows) form.value?.patch(follows);
  };
  const release = guardLeaving(leavable);
  try {
    return await openDialog({
      ...o,
      dismissable: false,
      canClose: leavable.canLeave,
      body: () => html`${o.intro ?? nothing}<pm-form ${ref(form)} layout="stack" .sections=${o.sections} .initial=${values}
        @edit=${amend} @submitted=${pressOk}></pm-form>`,
      onOk: async () => {
        if (form.value?.isUploading) {
          message.warning(t('文件正在上传，请稍候'));
          return false;
        }
        if (!form.value?.validate()) return false;
        try {
          return (await form.value.send((record: T) => o.save(record))) ?? true;
        } catch (e) {
          // What landed at fields needs no toast.
          if (form.value.fail(e)) return false;
          throw e;
        }
      },
    });
  } finally {
    release();
  }
}
