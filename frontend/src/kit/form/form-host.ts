import { state } from 'lit/decorators.js';
import { explain } from '../../api/problem';
import { t } from '../../base/i18n';
import { guardLeaving, type Leavable } from '../../base/leaving';
import { confirmLoss } from '../../ui/dialog';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';
import type { Values } from './field';
import './form';
import type { Form } from './form';

/** A page around a form: reads what the form needs, sends it once, and asks before what was typed is lost. */
export abstract class FormHost<T extends object = Values> extends Light implements Leavable {
  @state() protected isBusy = false;
  @state() protected failure: unknown;
  private release = (): void => {};

  /** Reads what the form begins with. */
  protected abstract read(): Promise<void>;
  /** Sends what was typed; what it throws is shown. */
  protected abstract send(record: T): Promise<void>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.release = guardLeaving(this);
    void this.load();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.release();
  }
  protected load = async (): Promise<void> => {
    this.failure = undefined;
    try {
      await this.read();
    } catch (e) {
      this.failure = e;
    }
  };
  protected get form(): Form | null {
    return this.querySelector<Form>('pm-form');
  }
  isDirty(): boolean {
    return this.form?.isDirty ?? false;
  }
  async canLeave(): Promise<boolean> {
    return !this.isDirty() || confirmLoss();
  }
  /** What was typed is safe now. */
  protected settled(): void {
    if (this.form) this.form.isDirty = false;
  }
  protected submit = async (): Promise<void> => {
    const form = this.form;
    if (this.isBusy || !form) return;
    if (form.isUploading) {
      message.warning(t('文件正在上传，请稍候'));
      return;
    }
    if (!form.validate()) {
      message.error(t('请检查标红的内容'));
      return;
    }
    this.isBusy = true;
    try {
      await form.send((record: T) => this.send(record));
    } catch (e) {
      message.error(form.fail(e) ? t('请检查标红的内容') : explain(e));
    } finally {
      this.isBusy = false;
    }
  };
}
