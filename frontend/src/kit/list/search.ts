// The filters of a list, described in terms of what the server can be asked.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Rule } from '../../api/constraints';
import { icon } from '../../ui/icons';
import { Light, uid } from '../../ui/light';
import { Narrow } from '../../ui/narrow';
import type { LoadOptions, Option } from '../../ui/option';
import '../../ui/date-range';
import '../../ui/select';
import { optionsOf } from '../../api/enums';
import { t } from '../../base/i18n';
import { dropFromWords, lengthOf } from '../../base/unseen';

export type Filter = Record<string, string>;

export interface SearchField {
  /** The parameters it sets; a range has two. */
  keys: [string] | [string, string];
  label: string;
  kind: 'text' | 'select' | 'range';
  placeholder?: string;
  max?: number;
  options?: readonly Option[];
  load?: (filter: Filter) => LoadOptions;
  resolve?: (value: string) => Promise<Option | undefined>;
  /** Filters that mean nothing once this one changes. */
  resets?: string[];
}

export function search<Q extends object>(rules: { [K in keyof Q]-?: Rule }) {
  type K = keyof Q & string;
  const rule = (key: K): Rule => rules[key];
  const base = (key: K) => ({ keys: [key] as [string], label: t(rule(key).label) });
  return {
    text: (key: K, placeholder?: string): SearchField => ({
      ...base(key),
      kind: 'text',
      // What a scanner reads may be longer than words.
      max: rule(key).format?.startsWith('scanned-') ? undefined : rule(key).maxLength,
      placeholder: placeholder ?? (t(rule(key).help ?? '') || t('请输入')),
    }),
    choice: (key: K): SearchField => {
      const name = rule(key).enum;
      return { ...base(key), kind: 'select', options: name ? optionsOf(name) : [] };
    },
    pick: (key: K, o: Pick<SearchField, 'load' | 'resolve' | 'placeholder' | 'resets'>): SearchField => ({
      ...base(key),
      kind: 'select',
      ...o,
    }),
    range: (from: K, to: K, label: string): SearchField => ({ keys: [from, to], label, kind: 'range' }),
  };
}

/** Width one filter needs, as in the grid of search.css. */
const CELL = 290;
const GAP = 24;

/** The filters above a list: one row until it is unfolded. Fires `search` with what is asked for. */
@customElement('pm-search-bar')
export class SearchBar extends Light {
  @property({ attribute: false }) fields: readonly SearchField[] = [];
  /** What is asked for now; edits are kept apart until 查询 is pressed. */
  @property({ attribute: false }) filter: Filter = {};
  @state() private edits: Filter = {};
  @state() private isUnfolded = false;
  @state() private perRow = 3;
  private ids = uid('search');
  private narrow = new Narrow(this);
  private sizes = new ResizeObserver(() => {
    this.perRow = Math.max(1, Math.floor((this.clientWidth - 48 + GAP) / (CELL + GAP)));
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.edits = { ...this.filter };
    this.sizes.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }
  private put(key: string, value: string | undefined, resets: string[] = []): void {
    const { [key]: _old, ...rest } = this.edits;
    for (const name of resets) delete rest[name];
    this.edits = value ? { ...rest, [key]: value } : rest;
  }
  private submit(e?: Event): void {
    e?.preventDefault();
    const tidy = Object.entries(this.edits).map(([k, v]) => [k, dropFromWords(v).trim()]);
    const filter: Filter = Object.fromEntries(tidy.filter(([, v]) => v));
    this.dispatchEvent(new CustomEvent('search', { detail: filter }));
  }
  private reset(): void {
    this.edits = {};
    this.submit();
  }
  /** What is too long is kept, and the browser says so at the field when it is searched for. */
  private typed(f: SearchField, input: HTMLInputElement): void {
    const isLong = f.max !== undefined && lengthOf(input.value) > f.max;
    input.setCustomValidity(isLong ? t('最多 {n} 个字', { n: f.max ?? 0 }) : '');
    this.put(f.keys[0], input.value);
  }
  private control(f: SearchField, id: string): TemplateResult {
    const [a, b] = f.keys;
    const value = this.edits[a];
    if (f.kind === 'text')
      return html`<input class="input" id=${id} autocomplete="off" placeholder=${f.placeholder ?? ''}
        .value=${live(value ?? '')} @input=${(e: Event) => this.typed(f, e.target as HTMLInputElement)} />`;
    if (f.kind === 'range') {
      const end = b && this.edits[b];
      const range: [string, string] | undefined = value && end ? [value, end] : undefined;
      return html`<pm-date-range input-id=${id} label=${f.label} .value=${range} @change=${(
        e: CustomEvent<[string, string] | undefined>,
      ) => {
        this.put(a, e.detail?.[0]);
        if (b) this.put(b, e.detail?.[1]);
      }}></pm-date-range>`;
    }
    return html`<pm-select input-id=${id} clearable .options=${f.options ?? []} .load=${f.load?.(this.edits) ?? null}
      .resolve=${f.resolve ?? null} placeholder=${f.placeholder ?? ''} .value=${value}
      @change=${(e: CustomEvent<string | number | undefined>) => this.put(a, e.detail?.toString(), f.resets)}></pm-select>`;
  }
  override render() {
    const perRow = this.narrow.is ? 2 : this.perRow;
    // The buttons take the last place of the row.
    const room = Math.max(1, perRow - 1);
    const folds = this.fields.length > room;
    // What narrows the list is seen, folded or not.
    const isAsked = (f: SearchField): boolean => f.keys.some((key) => this.edits[key] || this.filter[key]);
    const shown = folds && !this.isUnfolded ? this.fields.filter((f, i) => i < room || isAsked(f)) : this.fields;
    const fold = html`<button class="btn link" type="button" aria-expanded=${this.isUnfolded} @click=${() => (this.isUnfolded = !this.isUnfolded)}>
      ${this.isUnfolded ? t('收起') : t('展开')}${icon(this.isUnfolded ? 'up' : 'down')}</button>`;
    return html`<form class="card search" role="search" @submit=${this.submit}>
      ${shown.map((f, i) => html`<div class="search-item"><label for="${this.ids}-${i}">${f.label}</label>${this.control(f, `${this.ids}-${i}`)}</div>`)}
      <div class="search-actions">
        <button class="btn" type="button" @click=${this.reset}>${t('重置')}</button>
        <button class="btn primary" type="submit">${t('查询')}</button>
        ${this.isUnfolded ? (folds ? fold : nothing) : shown.length < this.fields.length ? fold : nothing}
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-search-bar': SearchBar;
  }
}
