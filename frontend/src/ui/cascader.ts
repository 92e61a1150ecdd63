import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { explain } from '../api/problem';
import { t } from '../base/i18n';
import { icon } from './icons';
import { uid } from './light';
import { step } from './option';
import { Popup } from './popup';

export interface TreeNode {
  value: string;
  label: string;
  fullLabel: string;
  isLeaf: boolean;
}
export type LoadLevel = (parent: string | undefined) => Promise<readonly TreeNode[]>;

/**
 * A choice through levels, one column each, loaded when it is opened. Arrow keys: up and down within a level, right
 * and left between them. Typing searches what is loaded. Fires `change` with the value of a leaf.
 */
@customElement('pm-cascader')
export class Cascader extends Popup {
  @property({ attribute: false }) load!: LoadLevel;
  /** The values from the first level to the chosen one. */
  @property({ attribute: false }) pathTo: (value: string) => string[] = (v) => [v];
  @property() value = '';
  /** Shown until the levels of the value are loaded. */
  @property({ attribute: false }) valueLabel = '';
  /** What is unfolded before anything was chosen. */
  @property({ attribute: false }) start: readonly string[] = [];
  @property() placeholder = '';
  @property({ attribute: 'input-id' }) inputId = uid('cascader');
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @property() label = '';
  @state() private levels: (readonly TreeNode[])[] = [];
  /** The unfolded value of each level. */
  @state() private path: string[] = [];
  @state() private at = { level: 0, row: 0 };
  @state() private query = '';
  @state() private loading = false;
  @state() private failure = '';
  @state() private text = '';
  private known = new Map<string, TreeNode>();

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') || changed.has('valueLabel'))
      this.text = this.value ? (this.known.get(this.value)?.fullLabel ?? (this.valueLabel || this.value)) : '';
  }
  protected override opened(): void {
    void this.unfold(this.value ? this.pathTo(this.value) : [...this.start]);
  }
  protected override closed(): void {
    this.query = '';
  }
  private async unfold(path: readonly string[]): Promise<void> {
    this.path = [];
    await this.fill(undefined, 0);
    for (const value of path) {
      const level = this.path.length;
      const row = this.levels[level]?.findIndex((n) => n.value === value) ?? -1;
      const node = this.levels[level]?.[row];
      if (!node) continue;
      this.at = { level, row };
      this.path = [...this.path, value];
      if (!node.isLeaf) await this.fill(value, level + 1);
    }
    await this.reveal();
  }
  private async fill(parent: string | undefined, level: number): Promise<void> {
    this.loading = true;
    this.failure = '';
    try {
      const nodes = await this.load(parent);
      for (const n of nodes) this.known.set(n.value, n);
      this.levels = [...this.levels.slice(0, level), nodes];
    } catch (e) {
      this.failure = explain(e);
    } finally {
      this.loading = false;
    }
  }
  private async enter(level: number, row: number, focusNext = false): Promise<void> {
    const node = this.levels[level]?.[row];
    if (!node) return;
    this.at = { level, row };
    this.path = [...this.path.slice(0, level), node.value];
    if (node.isLeaf) return this.choose(node);
    await this.fill(node.value, level + 1);
    if (focusNext && this.levels[level + 1]?.length) this.at = { level: level + 1, row: 0 };
    await this.reveal();
  }
  private choose(node: TreeNode | undefined): void {
    this.value = node?.value ?? '';
    this.text = node?.fullLabel ?? '';
    this.hide();
    this.dispatchEvent(new CustomEvent('change', { detail: node?.value, bubbles: true }));
  }
  private get found(): TreeNode[] {
    const wanted = this.query.trim();
    return wanted ? [...this.known.values()].filter((n) => n.fullLabel.includes(wanted)).slice(0, 50) : [];
  }
  private async reveal(): Promise<void> {
    await this.updateComplete;
    for (const el of this.querySelectorAll('.option.active, .option.on')) el.scrollIntoView({ block: 'nearest' });
  }
  private key(e: KeyboardEvent): void {
    if (this.escape(e) || e.isComposing) return;
    if (!this.isOpen) {
      if (!['ArrowDown', 'Enter'].includes(e.key)) return;
      e.preventDefault();
      void this.show();
      return;
    }
    if (e.key === 'Tab') {
      this.hide();
      return;
    }
    const list = this.query.trim() ? this.found : (this.levels[this.at.level] ?? []);
    const to = step(e.key, this.at.row, list.length);
    if (to !== undefined) this.at = { ...this.at, row: to };
    else if (e.key === 'Enter') this.pick(list[this.at.row]);
    else if (e.key === 'ArrowRight' && !this.query) void this.enter(this.at.level, this.at.row, true);
    else if (e.key === 'ArrowLeft' && !this.query && this.at.level > 0) this.back();
    else return;
    e.preventDefault();
    void this.reveal();
  }
  private back(): void {
    const level = this.at.level - 1;
    const row = this.levels[level]?.findIndex((n) => n.value === this.path[level]) ?? 0;
    this.at = { level, row: Math.max(0, row) };
  }
  private pick(node: TreeNode | undefined): void {
    if (!node) return;
    if (!this.query.trim()) {
      void this.enter(this.at.level, this.at.row, true);
    } else if (node.isLeaf) {
      this.choose(node);
    } else {
      this.query = '';
      void this.unfold(this.pathTo(node.value));
    }
  }
  private option(n: TreeNode, level: number, row: number): TemplateResult {
    const active = this.at.row === row && (this.query ? true : this.at.level === level);
    const on = this.path[level] === n.value;
    return html`<div class="option ${active ? 'active' : ''} ${on ? 'on' : ''}" role="option" id="${this.inputId}-${level}-${row}"
      aria-selected=${n.value === this.value} @click=${() => {
        this.querySelector('input')?.focus();
        if (this.query) this.pick(n);
        else void this.enter(level, row);
      }}><span class="ellipsis" title=${n.fullLabel}>${this.query ? n.fullLabel : n.label}</span>${n.isLeaf ? nothing : icon('right')}</div>`;
  }
  private panel(): TemplateResult {
    const id = `${this.inputId}-list`;
    const column = (nodes: readonly TreeNode[], level: number) => html`<div class="options" role="listbox"
      id=${level ? nothing : id} aria-label=${t('第 {n} 级', { n: level + 1 })}>${nodes.map((n, row) => this.option(n, level, row))}</div>`;
    const results = html`<div class="options" role="listbox" id=${id} aria-label=${t('搜索结果')}>
      ${this.found.map((n, row) => this.option(n, 0, row))}</div>`;
    const empty = this.loading ? t('加载中…') : this.failure || t('已加载的区划中没有匹配项，请先展开上级');
    const isEmpty = this.query ? !this.found.length : !this.levels.length;
    return html`<div class="pop cascade ${this.query ? 'searching' : ''}">
      ${this.query.trim() ? results : this.levels.map(column)}
      ${isEmpty || this.failure ? html`<div class="options-empty" role="status">${empty}</div>` : nothing}
    </div>`;
  }
  override render() {
    const { level, row } = this.at;
    return html`<div class="field-box ${this.isOpen ? 'open' : ''} ${this.invalid ? 'invalid' : ''}" @click=${() => {
      this.querySelector('input')?.focus();
      void this.show();
    }}>
        <input class="value" id=${this.inputId} role="combobox" autocomplete="off" aria-autocomplete="list" aria-haspopup="listbox"
          aria-expanded=${this.isOpen} aria-controls=${this.isOpen ? `${this.inputId}-list` : nothing} aria-invalid=${this.invalid}
          aria-label=${this.label || nothing} aria-describedby=${this.describedBy || nothing}
          aria-activedescendant=${this.isOpen ? `${this.inputId}-${this.query ? 0 : level}-${row}` : nothing}
          placeholder=${this.isOpen && this.text ? this.text : this.placeholder || t('请选择')} title=${this.text || nothing}
          .value=${live(this.isOpen ? this.query : this.text)} @keydown=${this.key} @change=${(e: Event) => e.stopPropagation()}
          @input=${(e: Event) => {
            e.stopPropagation();
            this.query = (e.target as HTMLInputElement).value;
            this.at = { level: 0, row: 0 };
            void this.show();
          }} />
        <span class="affix">${this.loading ? icon('loading', true) : icon('down')}</span>
      </div>
      ${this.isOpen ? this.panel() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-cascader': Cascader;
  }
}
