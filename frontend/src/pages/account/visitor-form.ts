import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain } from '../../api/problem';
import type { Section, Values } from '../../core/form/field';
import '../../core/form/form';
import type { Form } from '../../core/form/form';
import { t } from '../../core/i18n';
import { links } from '../../core/links';
import { guardLeaving, type Leavable } from '../../core/page';
import { languageButton, logo } from '../../shell/brand';
import { confirmLoss } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { broken, loading, result } from '../../ui/result';
import { message } from '../../ui/toast';

export interface VisitorFormDef<T> {
  title: string;
  /** Reads what the fields need to know first. */
  sections: () => Promise<readonly Section[]>;
  submitText: string;
  save: (record: T) => Promise<unknown>;
  /** Shown when it is done. */
  done: { title: string; text: (record: T) => unknown };
}

/** A form for people who are not signed in, with what they see afterwards. */
@customElement('tb-visitor-form')
export class VisitorForm extends Light implements Leavable {
  @property({ attribute: false }) def!: VisitorFormDef<Values>;
  @state() private sections: readonly Section[] | null = null;
  @state() private failure: unknown;
  @state() private isBusy = false;
  @state() private saved: Values | null = null;
  private initial: Values = {};
  private release = (): void => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.release = guardLeaving(this);
    void this.load();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.release();
  }
  private load = async (): Promise<void> => {
    this.failure = undefined;
    try {
      this.sections = await this.def.sections();
    } catch (e) {
      this.failure = e;
    }
  };
  private get form(): Form | null {
    return this.querySelector<Form>('tb-form');
  }
  isDirty(): boolean {
    return this.form?.isDirty ?? false;
  }
  async canLeave(): Promise<boolean> {
    return !this.isDirty() || confirmLoss();
  }
  private submit = async (): Promise<void> => {
    const form = this.form;
    if (this.isBusy || !form) return;
    if (!form.validate()) {
      message.error(t('请检查标红的内容'));
      return;
    }
    this.isBusy = true;
    try {
      const record = form.collect();
      await this.def.save(record);
      form.isDirty = false;
      this.saved = record;
      window.scrollTo(0, 0);
    } catch (e) {
      message.error(form.fail(e) ? t('请检查标红的内容') : explain(e));
    } finally {
      this.isBusy = false;
    }
  };
  private content(): TemplateResult {
    if (this.failure) return broken(this.failure, this.load);
    if (this.saved)
      return result({
        icon: 'success',
        tone: 'success',
        title: this.def.done.title,
        text: this.def.done.text(this.saved),
        actions: html`<a class="btn primary" href=${links.login}>${t('去登录')}</a>`,
      });
    if (!this.sections) return loading();
    return html`<tb-form layout="cards" .sections=${this.sections} .initial=${this.initial} @submitted=${this.submit}></tb-form>
      <div class="visitor-foot">
        <button class="btn primary large" type="button" aria-disabled=${this.isBusy} @click=${this.submit}>
          ${this.isBusy ? icon('loading', true) : nothing}${this.def.submitText}</button>
        <a href=${links.login}>${t('已有账号，去登录')}</a>
      </div>`;
  }
  override render() {
    return html`<header class="visitor-head">${logo()}<span class="spacer"></span>${languageButton()}<a class="btn text" href=${links.login}>${t('登录')}</a></header>
      <div class="visitor"><h1 tabindex="-1">${this.def.title}</h1>${this.content()}</div>`;
  }
}
