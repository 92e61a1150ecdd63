import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { explain } from '../api/problem';
import { num } from '../base/format';
import { t } from '../base/i18n';
import { icon } from './icons';
import { uid } from './light';
import { step } from './option';
import { Popup } from './popup';
import type { TreeEntry, TreeSource } from './tree';

type Row =
  | { kind: 'back' }
  | { kind: 'self'; entry: TreeEntry }
  | { kind: 'entry'; entry: TreeEntry }
  | { kind: 'free'; text: string };

const pathText = (e: TreeEntry): string => e.path.map((p) => p.label).join(' › ');

/**
 * A choice from a large tree: typing searches all of it and shows where each thing stands; without a text it is browsed
 * level by level. Up and down move, right and Enter go a level down, left goes up. Fires `change` with the value.
 */
@customElement('pm-tree-search')
export class TreeSearch extends Popup {
  @property({ attribute: false }) source!: TreeSource;
  @property({ attribute: false }) value: string | undefined;
  /** Whether the value is a code that people read, too. */
  @property({ type: Boolean, attribute: 'show-value' }) showValue = false;
  /** Whether what was typed may itself be the value. */
  @property({ attribute: false }) free: ((typed: string) => boolean) | null = null;
  @property() placeholder = '';
  @property({ attribute: 'input-id' }) inputId = uid('tree');
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @property() label = '';
  @state() private query = '';
  /** The entries above what is shown. */
  @state() private above: readonly TreeEntry[] = [];
  @state() private rows: readonly Row[] = [];
  @state() private at = 0;
  @state() private more = 0;
  @state() private loading = false;
  @state() private failure = '';
  @state() private chosen: TreeEntry | undefined;
  private timer = 0;
  private asked = 0;

  protected override matchesWidth(): boolean {
    return true;
  }
  private get text(): string {
    if (!this.value) return '';
    const label = this.chosen?.value === this.value ? this.chosen.label : '';
    return this.showValue || !label ? [this.value, label].filter(Boolean).join(' ') : label;
  }
  override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('value') || changed.has('source')) && this.value && this.chosen?.value !== this.value)
      void this.learn(this.value);
  }
  private async learn(value: string): Promise<void> {
    const found = await this.source.find(value).catch(() => undefined);
    if (this.value === value) this.chosen = found;
  }
  protected override opened(): void {
    void this.begin();
  }
  protected override closed(): void {
    clearTimeout(this.timer);
    const typed = this.query.trim();
    this.query = '';
    if (typed && typed !== this.value && this.free?.(typed)) this.commit(typed, undefined);
  }
  /** Opens where the chosen entry stands. */
  private async begin(): Promise<void> {
    const chosen = this.chosen?.value === this.value ? this.chosen : undefined;
    const above: TreeEntry[] = [];
    for (const [i, p] of (chosen?.path ?? []).entries())
      above.push({ ...p, hint: '', path: chosen?.path.slice(0, i) ?? [], hasChildren: true });
    // The path does not say what is a group; only the top may be one.
    const top = above[0];
    if (top) above[0] = (await this.source.find(top.value).catch(() => undefined)) ?? { ...top, isGroup: true };
    await this.browse(above, chosen?.value);
  }
  private async ask(work: () => Promise<Row[]>): Promise<void> {
    const asked = ++this.asked;
    this.loading = true;
    this.failure = '';
    this.more = 0;
    try {
      const rows = await work();
      if (asked === this.asked) this.rows = rows;
    } catch (e) {
      if (asked === this.asked) Object.assign(this, { failure: explain(e), rows: [] });
    } finally {
      if (asked === this.asked) this.loading = false;
    }
  }
  private async browse(above: readonly TreeEntry[], active?: string): Promise<void> {
    const parent = above.at(-1);
    await this.ask(async () => {
      const entries = await this.source.below(parent?.value);
      this.above = above;
      const head: Row[] = parent ? [{ kind: 'back' }] : [];
      if (parent && !parent.isGroup) head.push({ kind: 'self', entry: parent });
      return [...head, ...entries.map((entry): Row => ({ kind: 'entry', entry }))];
    });
    const row = this.rows.findIndex((r) => r.kind === 'entry' && r.entry.value === active);
    this.at =
      row >= 0
        ? row
        : Math.max(
            0,
            this.rows.findIndex((r) => r.kind === 'entry'),
          );
    await this.reveal();
  }
  private async search(): Promise<void> {
    const keyword = this.query.trim();
    if (!keyword) return this.browse([]);
    await this.ask(async () => {
      const { entries, total } = await this.source.search(keyword);
      const rows = entries.map((entry): Row => ({ kind: 'entry', entry }));
      const isKnown = entries.some((e) => e.value === keyword || e.label === keyword);
      if (!isKnown && this.free?.(keyword)) rows.push({ kind: 'free', text: keyword });
      this.more = Math.max(0, total - entries.length);
      return rows;
    });
    this.at = 0;
    await this.reveal();
  }
  private async reveal(): Promise<void> {
    await this.updateComplete;
    this.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }
  private commit(value: string | undefined, entry: TreeEntry | undefined): void {
    this.value = value;
    this.chosen = entry;
    this.dispatchEvent(new CustomEvent('change', { detail: value, bubbles: true }));
  }
  private choose(value: string | undefined, entry?: TreeEntry): void {
    this.query = '';
    this.hide();
    this.commit(value, entry);
  }
  private up(): void {
    void this.browse(this.above.slice(0, -1), this.above.at(-1)?.value);
  }
  private down(entry: TreeEntry): void {
    this.query = '';
    const path = entry.path.map((p, i) => ({ ...p, hint: '', path: entry.path.slice(0, i), hasChildren: true }));
    const above =
      this.above.length === path.length && this.above.every((a, i) => a.value === path[i]?.value) ? this.above : path;
    void this.browse([...above, entry]);
  }
  private take(row: Row | undefined): void {
    if (!row) return;
    if (row.kind === 'back') this.up();
    else if (row.kind === 'free') this.choose(row.text);
    // A brick is what is looked for; what holds others is opened, and offered itself there. A search result is meant.
    else if (row.kind === 'entry' && row.entry.hasChildren && (!this.query.trim() || row.entry.isGroup))
      this.down(row.entry);
    else this.choose(row.entry.value, row.entry);
  }
  private key(e: KeyboardEvent): void {
    if (e.key === 'Escape') this.query = '';
    if (this.escape(e) || e.isComposing) return;
    if (!this.isOpen) {
      if (!['ArrowDown', 'Enter'].includes(e.key)) return;
      e.preventDefault();
      void this.show();
      return;
    }
    const row = this.rows[this.at];
    const isBrowsing = !this.query.trim();
    const to = e.key === 'Home' || e.key === 'End' ? undefined : step(e.key, this.at, this.rows.length);
    if (to !== undefined) {
      this.at = to;
      void this.reveal();
    } else if (e.key === 'Enter') this.take(row);
    else if (e.key === 'ArrowRight' && row?.kind === 'entry' && row.entry.hasChildren && isBrowsing)
      this.down(row.entry);
    else if (e.key === 'ArrowLeft' && isBrowsing && this.above.length) this.up();
    else {
      if (e.key === 'Tab') this.hide();
      return;
    }
    e.preventDefault();
  }
  private input(e: Event): void {
    e.stopPropagation();
    this.query = (e.target as HTMLInputElement).value;
    void this.show();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.search(), 250);
  }
  private face(row: Row): TemplateResult {
    if (row.kind === 'back') {
      const where = this.above.map((e) => e.label).join(' › ');
      return html`${icon('left')}<span class="ellipsis muted">${t('返回上级')}</span><small>${where}</small>`;
    }
    if (row.kind === 'free') return html`<span class="ellipsis">${t('使用“{text}”', { text: row.text })}</span>`;
    const { entry } = row;
    if (row.kind === 'self') return html`<span class="ellipsis">${t('选择“{name}”', { name: entry.label })}</span>`;
    const isFound = !!this.query.trim();
    return html`<span class="tree-entry"><span>${this.showValue ? html`<span class="num muted">${entry.value}</span> ` : nothing}${entry.label}</span>
        ${isFound && entry.path.length ? html`<small>${pathText(entry)}</small>` : nothing}
        ${entry.hint ? html`<small>${entry.hint}</small>` : nothing}</span>
      ${entry.hasChildren && !isFound ? icon('right') : nothing}`;
  }
  private panel(): TemplateResult {
    const id = this.inputId;
    const option = (
      row: Row,
      i: number,
    ) => html`<div class="option ${i === this.at ? 'active' : ''} ${row.kind}" role="option" id="${id}-${i}"
      aria-selected=${(row.kind === 'entry' || row.kind === 'self') && row.entry.value === this.value}
      @pointermove=${() => (this.at = i)} @click=${() => {
        this.querySelector('input')?.focus();
        this.take(row);
      }}>${this.face(row)}</div>`;
    const empty = this.loading ? t('加载中…') : this.failure || t('暂无匹配项');
    return html`<div class="pop tree-pop">
      <div class="options" id="${id}-list" role="listbox" aria-label=${this.label || t('选项')} aria-busy=${this.loading}>${this.rows.map(option)}</div>
      ${this.rows.length ? nothing : html`<div class="options-empty" role="status">${empty}</div>`}
      ${this.more ? html`<div class="tree-more" role="status">${t('还有 {n} 项，请输入更多字词', { n: num(this.more) })}</div>` : nothing}
    </div>`;
  }
  override render() {
    const id = this.inputId;
    const text = this.text;
    const path = this.chosen && this.chosen.value === this.value ? pathText(this.chosen) : '';
    const clear = html`<button class="clear" type="button" tabindex="-1" aria-label=${t('清除')} @click=${(
      e: Event,
    ) => {
      e.stopPropagation();
      this.choose(undefined);
    }}>${icon('error')}</button>`;
    return html`<div class="field-box ${this.isOpen ? 'open' : ''} ${text ? 'has-value' : ''} ${this.invalid ? 'invalid' : ''}" @click=${() => {
      this.querySelector('input')?.focus();
      void this.show();
    }}>
        <input class="value" id=${id} role="combobox" autocomplete="off" aria-autocomplete="list" aria-haspopup="listbox"
          aria-expanded=${this.isOpen} aria-controls=${this.isOpen ? `${id}-list` : nothing} aria-invalid=${this.invalid}
          aria-label=${this.label || nothing} aria-describedby=${this.describedBy || nothing}
          aria-activedescendant=${this.isOpen && this.rows.length ? `${id}-${this.at}` : nothing}
          placeholder=${this.isOpen && text ? text : this.placeholder || t('输入名称或代码搜索')} title=${text || nothing}
          .value=${live(this.isOpen ? this.query : text)} @input=${this.input} @keydown=${this.key}
          @change=${(e: Event) => e.stopPropagation()} />
        ${text ? clear : nothing}<span class="affix">${this.loading ? icon('loading', true) : icon('search')}</span>
      </div>
      ${path ? html`<div class="tree-path">${path}</div>` : nothing}
      ${this.isOpen ? this.panel() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-tree-search': TreeSearch;
  }
}
