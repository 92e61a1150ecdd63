import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiFailure } from '../../api/problem';
import { confirm } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { broken, loading } from '../../ui/result';
import { message } from '../../ui/toast';
import { t } from '../i18n';
import { type PageContext, type PageDef, page } from '../page';
import type { Section, Values } from './field';
import { FormHost } from './form-host';

/** What a form begins with. */
export interface Loaded {
  values: Values;
  /** The version of the record that was read; sent with the change. */
  version?: number;
  /** Doubts of the server about what is stored. */
  warnings?: readonly { pointer: string; message: string }[];
}
export interface FormPageDef<T> {
  title?: (ctx: PageContext) => string;
  /** Built for each visit, so that fields can depend on what was loaded. */
  sections: (ctx: PageContext, loaded: Loaded) => readonly Section[];
  load: (ctx: PageContext) => Promise<Loaded>;
  save: (record: T, ctx: PageContext, version: number) => Promise<unknown>;
  submitText?: string;
  /** Said when it is saved. */
  done: (result: never) => string;
  /** Where to go then. */
  next: (result: never, ctx: PageContext) => string;
  /** Where 取消 goes. */
  back: (ctx: PageContext) => string;
}

@customElement('tb-form-page')
export class FormPage extends FormHost {
  @property({ attribute: false }) def!: FormPageDef<never>;
  @property({ attribute: false }) ctx!: PageContext;
  @state() private loaded: Loaded | null = null;
  @state() private sections: readonly Section[] = [];

  protected override async read(): Promise<void> {
    this.loaded = null;
    const loaded = await this.def.load(this.ctx);
    this.sections = this.def.sections(this.ctx, loaded);
    this.loaded = loaded;
  }
  protected override async send(record: Values): Promise<void> {
    let result: unknown;
    try {
      result = await this.def.save(record as never, this.ctx, this.loaded?.version ?? 0);
    } catch (e) {
      if (!(e instanceof ApiFailure && e.code === 'request.stale')) throw e;
      return this.offerReload();
    }
    this.settled();
    message.success(this.def.done(result as never));
    this.ctx.go(this.def.next(result as never, this.ctx));
  }
  /** Someone else was faster: what they saved is not overwritten unseen. */
  private async offerReload(): Promise<void> {
    const text = t('在您编辑期间，该记录已被其他人保存。重新载入后可看到最新内容，您在此页的修改将丢失。');
    if (await confirm(t('记录已被修改'), text, { okText: t('重新载入'), cancelText: t('继续编辑') })) await this.load();
  }
  override render() {
    if (this.failure) return broken(this.failure, this.load);
    if (!this.loaded) return loading();
    return html`<tb-form .sections=${this.sections} .initial=${this.loaded.values} .warnings=${this.loaded.warnings ?? []}
        @submitted=${this.submit}></tb-form>
      <div class="footbar">
        <span class="muted"><span class="required" aria-hidden="true">*</span>${t('为必填项')}</span>
        <button class="btn" type="button" @click=${() => this.ctx.go(this.def.back(this.ctx))}>${t('取消')}</button>
        <button class="btn primary" type="button" aria-disabled=${this.isBusy} @click=${this.submit}>
          ${this.isBusy ? icon('loading', true) : nothing}${this.def.submitText ?? t('提交')}</button>
      </div>`;
  }
}

/** A page that is a form. */
export function formPage<T>(def: FormPageDef<T>): PageDef {
  const any = def as unknown as FormPageDef<never>;
  return page({ title: def.title, render: (ctx) => html`<tb-form-page .def=${any} .ctx=${ctx}></tb-form-page>` });
}
