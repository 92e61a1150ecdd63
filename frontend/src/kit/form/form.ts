import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Attempt } from '../../api/attempt';
import { ApiFailure } from '../../api/problem';
import { icon } from '../../ui/icons';
import { Light, uid } from '../../ui/light';
import '../../ui/bar';
import '../../ui/cascader';
import '../../ui/colour';
import '../../ui/date';
import '../../ui/multi-select';
import '../../ui/number';
import '../../ui/rich/rich';
import '../../ui/select';
import '../../ui/tree-search';
import type { Upload } from '../../ui/file/upload';
import '../../ui/file/upload';
import { t } from '../../base/i18n';
import { checkField, isOf, placeErrors } from './check';
import { type Control, collect, type Field, fieldsOf, isShown, type Section, type Values } from './field';
import { SectionInView } from './section-in-view';
import { isEmpty } from './validate';

type Notes = ReadonlyMap<string, string>;
type Warning = { pointer: string; message: string };

/**
 * Draws sections of fields and keeps their values, errors and hints. As `page` the sections are cards with a table of
 * contents; as `stack` they are one column, for drawers and dialogs; as `cards` they are cards alone.
 * Fires `edit` with the values after every change.
 */
@customElement('pm-form')
export class Form extends Light {
  @property({ attribute: false }) sections: readonly Section[] = [];
  /** Starting values. Edits are kept in `values`: Lit sets object properties again whenever the parent is drawn. */
  @property({ attribute: false }) initial: Values = {};
  @property({ attribute: false }) warnings: readonly Warning[] = [];
  @property() layout: 'page' | 'stack' | 'cards' = 'page';
  @state() values: Values = {};
  @state() private errors: Notes = new Map();
  @state() private hints: Notes = new Map();
  @state() private general: readonly string[] = [];
  @state() private section = 0;
  isDirty = false;
  /** Pointers of what the user was done with once. */
  private touched = new Set<string>();
  private attempt = new Attempt();
  private ids = uid('form');
  private reading = new SectionInView((i) => (this.section = i));

  /** Whether files are on their way, which would be missing in the record. */
  get isUploading(): boolean {
    return [...this.querySelectorAll<Upload>('pm-upload')].some((u) => u.isBusy);
  }
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('initial')) this.values = { ...this.initial };
    if (changed.has('warnings')) this.hints = new Map(this.warnings.map((w) => [w.pointer, w.message]));
  }
  override updated(): void {
    this.reading.watch([...this.querySelectorAll('.with-contents section.card')]);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reading.end();
  }
  private idOf(pointer: string): string {
    return `${this.ids}${pointer.replaceAll('/', '-')}`;
  }
  /** `at` is the pointer of what was edited: the field, or a part of it. */
  private set(f: Field, value: unknown, commit: boolean, at: string): void {
    const old = this.values[f.name];
    const isSame = Object.is(old, value) || (isEmpty(old) && isEmpty(value) && !Array.isArray(value));
    // Passing through an empty field is no mistake yet.
    if (isSame && isEmpty(value) && !this.touched.has(at)) return;
    if (commit) this.touched.add(at);
    if (isShorter(old, value)) this.forgetParts(f);
    if (!isSame) this.patch({ [f.name]: value });
    this.judge(f);
  }
  /** The places in a list are others after one was taken out. */
  private forgetParts(f: Field): void {
    for (const pointer of this.touched) if (pointer.startsWith(`/${f.name}/`)) this.touched.delete(pointer);
  }
  /** Sets some values, as if they had been typed. */
  patch(values: Values): void {
    this.values = { ...this.values, ...values };
    this.isDirty = true;
    for (const name of Object.keys(values)) {
      this.errors = without(this.errors, name);
      this.hints = without(this.hints, name);
    }
    this.dispatchEvent(new CustomEvent('edit', { detail: this.values, bubbles: true }));
  }
  /** Shows what is wrong with a field, as far as its user is done with it. */
  private judge(f: Field): void {
    const found = [...checkField(f, this.values)].filter(([pointer]) => this.touched.has(pointer));
    this.errors = new Map([...without(this.errors, f.name), ...found]);
  }
  /** Checks everything; shows and focuses the first thing that is wrong. */
  validate(): boolean {
    this.general = [];
    for (const f of fieldsOf(this.sections)) {
      for (const pointer of checkField(f, this.values).keys()) this.touched.add(pointer);
      this.judge(f);
    }
    if (this.errors.size) this.focusFirst();
    return this.errors.size === 0;
  }
  /** The record that was filled in. */
  collect<T extends object = Values>(): T {
    return collect<T>(this.sections, this.values);
  }
  /** Sends the record that was filled in. Sent again without an answer in between, it is the same write. */
  send<T extends object, R>(save: (record: T) => Promise<R>): Promise<R> {
    return this.attempt.during(() => save(this.collect<T>()));
  }
  /** Shows what the server found wrong: at its field, or above the form when it is about none of them. */
  fail(e: unknown): boolean {
    if (!(e instanceof ApiFailure) || !e.errors.length) return false;
    const { atFields, general } = placeErrors(e.errors, fieldsOf(this.sections), this.values);
    this.errors = atFields;
    this.general = general;
    this.focusFirst();
    return true;
  }
  private async focusFirst(): Promise<void> {
    await this.updateComplete;
    const order = fieldsOf(this.sections).map((f) => f.name);
    const rank = (pointer: string): number => order.findIndex((name) => isOf(pointer, name));
    const first = [...this.errors.keys()].sort((a, b) => rank(a) - rank(b))[0];
    if (!first) {
      this.querySelector('.alert')?.scrollIntoView({ block: 'center' });
      return;
    }
    const element = this.querySelector<HTMLElement>(`[id="${this.idOf(first)}"]`) ?? this.element(first);
    element?.closest('.field')?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }
  /** The control that has the field of this pointer. */
  private element(pointer: string): HTMLElement | null {
    const name = fieldsOf(this.sections).find((f) => isOf(pointer, f.name))?.name;
    const field = this.querySelector(`[data-field="${name}"]`);
    return field?.querySelector<HTMLElement>('input, textarea, button') ?? null;
  }

  private field(f: Field): TemplateResult | typeof nothing {
    if (!isShown(f, this.values)) return nothing;
    const path = `/${f.name}`;
    const id = this.idOf(path);
    const error = this.errors.get(path);
    const hint = this.hints.get(path);
    const note = error ?? hint ?? f.help;
    const control: Control = {
      id,
      path,
      label: f.label,
      aria: '',
      value: this.values[f.name],
      values: this.values,
      invalid: !!error,
      describedBy: note ? `${id}-message` : '',
      set: (value, commit = false, at = path) => this.set(f, value, commit, at),
      patch: (values) => this.patch(values),
      blame: (p, text) => {
        this.errors = new Map([...this.errors, [p, text]]);
        void this.focusFirst();
      },
      error: (p) => this.errors.get(p),
      warning: (p) => this.hints.get(p),
    };
    const due = html`<span class="due" title=${t('保存草稿时可以为空，提交审核前必须填写')} aria-hidden="true">*</span>`;
    const required = html`<span class="required" aria-hidden="true">*</span>`;
    const name = html`${f.rule.required ? required : f.isDue ? due : nothing}${f.label}`;
    const tone = error ? 'error' : hint ? 'warning' : '';
    return html`<div class="field ${f.wide ? 'wide' : ''}" data-field=${f.name}>
      ${f.isGroup ? html`<span class="field-label">${name}</span>` : html`<label class="field-label" for=${id}>${name}</label>`}
      <div class="field-body">
        ${f.isLocked ? html`<fieldset class="locked" disabled title=${t('已锁定，不能修改')}>${f.control(control)}</fieldset>` : f.control(control)}
        <div class="note ${tone}" id="${id}-message" role=${error ? 'alert' : nothing}>${note}</div>
      </div>
    </div>`;
  }
  private grid(s: Section): TemplateResult {
    return html`<div class="form-grid" style="--columns:${s.columns ?? 1}">${s.fields.map((f) => this.field(f))}</div>
      ${s.foot?.(this.values) ?? nothing}`;
  }
  private alerts(): TemplateResult | typeof nothing {
    if (!this.general.length) return nothing;
    return html`<div class="alert error" role="alert">${icon('error')}<div>${this.general.map((text) => html`<p>${text}</p>`)}</div></div>`;
  }
  private card(s: Section, i: number): TemplateResult {
    return html`<section class="card" id="${this.ids}-section-${i}">
      <header class="card-head"><h2>${s.title}</h2>${s.note ? html`<span class="extra muted">${s.note}</span>` : nothing}</header>
      <div class="card-body">${this.grid(s)}</div></section>`;
  }
  private contents(): TemplateResult {
    const wrong = (s: Section): number =>
      [...this.errors.keys()].filter((p) => s.fields.some((f) => isOf(p, f.name))).length;
    const link = (
      s: Section,
      i: number,
    ) => html`<a href="#${this.ids}-section-${i}" aria-current=${i === this.section ? 'true' : nothing}
      @click=${(e: Event) => {
        e.preventDefault();
        this.section = i;
        this.querySelector(`[id="${this.ids}-section-${i}"]`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
      }}>${s.title}${wrong(s) ? html`<span class="count-badge num">${wrong(s)}</span>` : nothing}</a>`;
    return html`<nav class="contents" aria-label=${t('表单目录')}>${this.sections.map(link)}</nav>`;
  }
  override render() {
    const submit = (e: Event): void => {
      e.preventDefault();
      this.dispatchEvent(new CustomEvent('submitted', { bubbles: true }));
    };
    // A form with one text field is sent by Enter; a hidden button makes it so for all.
    const send = html`<button type="submit" hidden></button>`;
    if (this.layout === 'stack')
      return html`<form class="stack" novalidate @submit=${submit}>${this.alerts()}${this.sections.map(
        (s) => html`${s.title ? html`<h3 class="stack-title">${s.title}</h3>` : nothing}${this.grid(s)}`,
      )}${send}</form>`;
    const hasContents = this.layout === 'page' && this.sections.length > 2;
    return html`<form class=${hasContents ? 'with-contents' : ''} novalidate @submit=${submit}>
      <div>${this.alerts()}${this.sections.map((s, i) => this.card(s, i))}</div>${hasContents ? this.contents() : nothing}${send}</form>`;
  }
}

const isShorter = (old: unknown, value: unknown): boolean =>
  Array.isArray(old) && Array.isArray(value) && value.length < old.length;
const without = (notes: Notes, name: string): Map<string, string> =>
  new Map([...notes].filter(([p]) => !isOf(p, name)));

declare global {
  interface HTMLElementTagNameMap {
    'pm-form': Form;
  }
}
