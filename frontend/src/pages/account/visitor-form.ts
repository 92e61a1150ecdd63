import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import type { Section, Values } from '../../kit/form/field';
import { FormHost } from '../../kit/form/form-host';
import { languageButton, logo } from '../../ui/brand';
import { icon } from '../../ui/icons';
import { broken, loading, result } from '../../ui/result';

export interface VisitorFormDef<T extends object = Values> {
  title: string;
  /** Reads what the fields need to know first. */
  sections: () => Promise<readonly Section[]>;
  submitText: string;
  save(record: T): Promise<unknown>;
  /** Shown when it is done. */
  done: { title: string; text(record: T): unknown };
}

/** A form for people who are not signed in, with what they see afterwards. */
@customElement('pm-visitor-form')
export class VisitorForm extends FormHost {
  @property({ attribute: false }) def!: VisitorFormDef;
  @state() private sections: readonly Section[] | null = null;
  @state() private saved: Values | null = null;
  private initial: Values = {};

  protected override async read(): Promise<void> {
    this.sections = await this.def.sections();
  }
  protected override async send(record: Values): Promise<void> {
    await this.def.save(record);
    this.settled();
    this.saved = record;
    window.scrollTo(0, 0);
  }
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
    return html`<pm-form layout="cards" .sections=${this.sections} .initial=${this.initial} @submitted=${this.submit}></pm-form>
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

declare global {
  interface HTMLElementTagNameMap {
    'pm-visitor-form': VisitorForm;
  }
}
