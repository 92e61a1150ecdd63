import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiFailure } from '../../api/problem';
import { timeOfDay, when } from '../../base/format';
import { t } from '../../base/i18n';
import { confirm, confirmLoss } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { broken, loading } from '../../ui/result';
import { message } from '../../ui/toast';
import { type PageContext, type PageDef, page } from '../page';
import { Autosave, type Autosaved, type AutosaveStore, autosavedOf } from './autosave';
import { collect, fieldsOf, type Section, type Values } from './field';
import { FormHost } from './form-host';

/** What a form begins with. */
export interface Loaded {
  values: Values;
  /** The version of the record that was read; sent with the change. */
  version?: number;
  /** Doubts of the server about what is stored. */
  warnings?: readonly { pointer: string; message: string }[];
}
/** What the buttons of a page can do with its form. */
export interface FormTools<T extends object = Values> {
  /** All values, and the record they make. */
  values: () => Values;
  record: () => T;
  /** Sets values as if they had been typed. */
  patch: (values: Values) => void;
  sections: readonly Section[];
}
export interface Further<R = unknown> {
  text: string;
  next(result: R, ctx: PageContext): string;
}
/**
 * A page that is a form of the record `T`, whose save answers `R`. What takes either is written as a method, so that
 * the definition of any record fits the element, which has none.
 */
export interface FormPageDef<T extends Values = Values, R = unknown> {
  title?: (ctx: PageContext) => string;
  /** Built for each visit, so that fields can depend on what was loaded. */
  sections: (ctx: PageContext, loaded: Loaded) => readonly Section[];
  load: (ctx: PageContext) => Promise<Loaded>;
  save(record: T, ctx: PageContext, version: number): Promise<R>;
  /** Asked before it is saved; false keeps the form as it is. */
  confirm?(record: T): Promise<boolean>;
  submitText?: string | ((loaded: Loaded) => string);
  /** Another way to end it: saved, and then taken further. */
  further?(ctx: PageContext, loaded: Loaded): Further<R> | undefined;
  /** What has to be known before it is filled in, above the form. */
  intro?: (ctx: PageContext, loaded: Loaded) => unknown;
  /** What stands beside the form and follows what is typed. */
  aside?(record: T): TemplateResult;
  /** Buttons at the foot, left of those that end it. */
  tools?(form: FormTools<T>, ctx: PageContext): unknown;
  /** Said when it is saved. */
  done(result: R): string;
  /** Where to go then. */
  next(result: R, ctx: PageContext): string;
  /** Where 取消 goes. */
  back: (ctx: PageContext) => string;
  /** Where what was typed is kept while it is not submitted; nothing when this visit keeps none. */
  autosaved?: (ctx: PageContext, loaded: Loaded) => AutosaveStore | undefined;
}

@customElement('pm-form-page')
export class FormPage extends FormHost {
  @property({ attribute: false }) def!: FormPageDef;
  @property({ attribute: false }) ctx!: PageContext;
  @state() private loaded: Loaded | null = null;
  @state() private sections: readonly Section[] = [];
  /** An autosaved form of an earlier visit, until the user says what becomes of it. */
  @state() private offered: Autosaved | undefined;
  /** What is typed, for what stands beside the form. */
  @state() private typed: Values = {};
  private autosave: Autosave | undefined;
  private further: Further | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.putAway);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.putAway);
    this.autosave?.stop();
  }
  protected override async read(): Promise<void> {
    this.loaded = null;
    const loaded = await this.def.load(this.ctx);
    this.sections = this.def.sections(this.ctx, loaded);
    await this.prepareAutosave(loaded);
    this.typed = loaded.values;
    this.loaded = loaded;
  }
  private async prepareAutosave(loaded: Loaded): Promise<void> {
    this.autosave?.stop();
    this.autosave = undefined;
    const store = this.def.autosaved?.(this.ctx, loaded);
    if (!store) return;
    try {
      this.offered = await store.load();
    } catch (e) {
      // An autosaved form that cannot be read must not be overwritten; the form works without.
      message.failure(e);
      return;
    }
    this.autosave = new Autosave(
      store,
      () => loaded.version ?? 0,
      () => this.requestUpdate(),
    );
    this.autosave.isHeld = !!this.offered;
  }
  /** A phone that puts the page away may never bring it back. */
  private putAway = (): void => {
    if (document.visibilityState === 'hidden') void this.autosave?.flush();
  };
  private edited = (e: CustomEvent<Values>): void => {
    this.typed = e.detail;
    this.autosave?.note(autosavedOf(this.sections, e.detail));
  };
  private end = async (further?: Further): Promise<void> => {
    this.further = further;
    await this.submit();
  };

  private get hasDue(): boolean {
    return fieldsOf(this.sections).some((f) => f.isDue);
  }
  private record = (): Values => collect(this.sections, this.typed);
  private get formTools(): FormTools {
    return {
      values: () => this.typed,
      record: this.record,
      patch: (values) => this.form?.patch(values),
      sections: this.sections,
    };
  }

  private restore = (): void => {
    const autosaved = this.offered;
    this.offered = undefined;
    if (autosaved) this.form?.patch(autosavedOf(this.sections, autosaved.values));
    this.autosave?.release();
  };
  private forget = async (): Promise<void> => {
    try {
      await this.autosave?.forget();
      this.offered = undefined;
    } catch (e) {
      message.failure(e);
    }
  };
  override async canLeave(): Promise<boolean> {
    if (!this.isDirty()) return true;
    if (!(await this.autosave?.flush())) return confirmLoss();
    return confirm(t('离开此页？'), t('已填写的内容保存为草稿，下次打开此页时可以恢复。'), {
      okText: t('离开'),
      cancelText: t('继续编辑'),
    });
  }
  protected override async send(record: Values): Promise<void> {
    if (this.def.confirm && !(await this.def.confirm(record))) return;
    let result: unknown;
    try {
      result = await this.def.save(record, this.ctx, this.loaded?.version ?? 0);
    } catch (e) {
      if (!(e instanceof ApiFailure && e.code === 'request.stale')) throw e;
      return this.offerReload();
    }
    this.settled();
    // The record is saved; an autosaved form left behind would only be offered once more.
    await this.autosave?.end().catch(() => undefined);
    message.success(this.def.done(result));
    this.ctx.go((this.further ?? this.def).next(result, this.ctx));
  }
  /** Someone else was faster: what they saved is not overwritten unseen. */
  private async offerReload(): Promise<void> {
    const text = t('在您编辑期间，该记录已被其他人保存。重新载入后可看到最新内容，您在此页的修改将丢失。');
    if (await confirm(t('记录已被修改'), text, { okText: t('重新载入'), cancelText: t('继续编辑') })) await this.load();
  }
  private offer(autosaved: Autosaved): TemplateResult {
    const isOutdated = autosaved.version !== undefined && autosaved.version !== (this.loaded?.version ?? 0);
    return html`<div class="alert ${isOutdated ? 'warning' : ''} autosave-offer" role="status">${icon('info')}
      <div class="alert-text">${t('有一份 {time} 自动保存的草稿，尚未提交。', { time: when(autosaved.savedAt) })}
        ${isOutdated ? t('此后该记录已被修改，恢复后请核对。') : nothing}</div>
      <div class="btns"><button class="btn primary" type="button" @click=${this.restore}>${t('恢复草稿')}</button>
        <button class="btn" type="button" @click=${this.forget}>${t('放弃')}</button></div></div>`;
  }
  private autosaveState(): TemplateResult | typeof nothing {
    const autosave = this.autosave;
    if (!autosave) return nothing;
    if (this.offered && this.isDirty())
      return html`<span class="autosave-state" role="status">${t('请先选择是否恢复草稿')}</span>`;
    const state = autosave.state;
    if (state.kind === 'failed')
      return html`<span class="autosave-state failed" role="status" title=${state.reason}>${icon('warning')}${t('自动保存失败，正在重试')}</span>`;
    const text =
      state.kind === 'saved'
        ? t('已自动保存 {time}', { time: timeOfDay(state.at) })
        : state.kind === 'saving'
          ? t('正在保存…')
          : '';
    return html`<span class="autosave-state num" role="status">${text}</span>`;
  }
  override render() {
    if (this.failure) return broken(this.failure, this.load, this.ctx.match.route.parent);
    if (!this.loaded) return loading();
    const { def, ctx, loaded } = this;
    const text = typeof def.submitText === 'function' ? def.submitText(loaded) : (def.submitText ?? t('提交'));
    const further = def.further?.(ctx, loaded);
    const form = html`<pm-form .sections=${this.sections} .initial=${loaded.values} .warnings=${loaded.warnings ?? []}
        @edit=${this.edited} @submitted=${() => this.end()}></pm-form>`;
    const button = (label: string, kind: string, run: () => void) =>
      html`<button class="btn ${kind}" type="button" aria-disabled=${this.isBusy} @click=${run}>
        ${this.isBusy ? icon('loading', true) : nothing}${label}</button>`;
    return html`${this.offered ? this.offer(this.offered) : nothing}${def.intro?.(ctx, loaded) ?? nothing}
      ${def.aside ? html`<div class="with-aside">${form}<aside>${def.aside(this.record())}</aside></div>` : form}
      <div class="footbar">
        <span class="muted"><span class="required" aria-hidden="true">*</span>${t('为必填项')}${
          this.hasDue ? html` <span class="due" aria-hidden="true">*</span>${t('提交审核前必填')}` : nothing
        }</span>
        ${this.autosaveState()}${def.tools?.(this.formTools, ctx) ?? nothing}
        <button class="btn" type="button" @click=${() => ctx.go(def.back(ctx))}>${t('取消')}</button>
        ${button(text, further ? '' : 'primary', () => void this.end())}
        ${further ? button(further.text, 'primary', () => void this.end(further)) : nothing}
      </div>`;
  }
}

/** A page that is a form. */
export function formPage<T extends Values, R>(def: FormPageDef<T, R>): PageDef {
  return page({ title: def.title, render: (ctx) => html`<pm-form-page .def=${def} .ctx=${ctx}></pm-form-page>` });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-form-page': FormPage;
  }
}
