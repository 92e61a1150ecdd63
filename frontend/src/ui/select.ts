import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { explain } from '../api/problem';
import { t } from '../base/i18n';
import { icon } from './icons';
import { uid } from './light';
import { filterOptions, type LoadOptions, type Option, step } from './option';
import { Popup } from './popup';

/**
 * A combobox: click or type to filter, arrow keys, Enter, Escape. Options are given, or loaded while typing.
 * Fires `change` with the new value in `detail`, and `pick` with the option.
 */
@customElement('pm-select')
export class Select extends Popup {
  @property({ attribute: false }) options: readonly Option[] = [];
  @property({ attribute: false }) value: string | number | undefined;
  @property() placeholder = '';
  @property({ type: Boolean }) clearable = false;
  @property({ type: Boolean }) disabled = false;
  @property({ type: Boolean }) searchable = true;
  @property({ attribute: 'input-id' }) inputId = uid('select');
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @property() label = '';
  /** Loads the options for a keyword. */
  @property({ attribute: false }) load: LoadOptions | null = null;
  /** Finds the option of a value that is not among those loaded. */
  @property({ attribute: false }) resolve: ((value: string) => Promise<Option | undefined>) | null = null;
  /** Whether what was typed may itself be the value; without it only options are. */
  @property({ attribute: false }) free: ((typed: string) => boolean) | null = null;

  @state() private query = '';
  @state() private at = -1;
  @state() private loading = false;
  @state() private failure = '';
  @state() private chosen: Option | undefined;
  private timer = 0;
  private asked = 0;

  protected override matchesWidth(): boolean {
    return true;
  }
  private get shown(): readonly Option[] {
    const found = this.load ? this.options : filterOptions(this.options, this.query);
    const typed = this.query.trim();
    if (!this.free?.(typed) || !typed || found.some((o) => o.label === typed || o.value === typed)) return found;
    return [...found, { value: typed, label: t('使用“{text}”', { text: typed }) }];
  }
  private get current(): string {
    if (this.value === undefined || this.value === '' || this.value === null) return '';
    const known = this.options.find((o) => o.value === this.value) ?? this.chosen;
    if (known?.value === this.value) return known.label;
    return this.load ? '' : String(this.value);
  }
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value && !this.current && this.resolve) void this.find(String(this.value));
  }
  private async find(value: string): Promise<void> {
    const found = await this.resolve?.(value).catch(() => undefined);
    if (String(this.value) === value) this.chosen = found ?? { value, label: value };
  }
  private async reload(keyword: string): Promise<void> {
    if (!this.load) return;
    const asked = ++this.asked;
    this.loading = true;
    this.failure = '';
    try {
      const options = await this.load(keyword);
      if (asked === this.asked) this.options = options;
    } catch (e) {
      if (asked === this.asked) this.failure = explain(e);
    } finally {
      if (asked === this.asked) this.loading = false;
    }
  }
  protected override opened(): void {
    this.at = this.shown.findIndex((o) => o.value === this.value);
    if (this.load) void this.reload('');
    this.reveal();
  }
  protected override closed(): void {
    const typed = this.query.trim();
    this.query = '';
    if (typed && typed !== this.value && this.free?.(typed)) this.commit({ value: typed, label: typed });
  }
  private open(): void {
    if (!this.disabled) void this.show();
  }
  private choose(o: Option | undefined): void {
    this.query = '';
    this.hide();
    // What was typed is offered as “使用…”, but is called by itself.
    const isTyped = o && this.free && !this.options.includes(o);
    this.commit(isTyped ? { value: o.value, label: String(o.value) } : o);
  }
  private commit(o: Option | undefined): void {
    this.value = o?.value;
    this.chosen = o;
    this.dispatchEvent(new CustomEvent('change', { detail: o?.value, bubbles: true }));
    this.dispatchEvent(new CustomEvent('pick', { detail: o }));
  }
  private reveal(): void {
    this.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }
  private key(e: KeyboardEvent): void {
    if (e.key === 'Escape') this.query = '';
    if (this.escape(e) || e.isComposing) return;
    if (!this.isOpen) {
      if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(e.key) && !(e.key === ' ' && !this.searchable)) return;
      e.preventDefault();
      this.open();
      return;
    }
    const to = e.key === 'Home' || e.key === 'End' ? undefined : step(e.key, this.at, this.shown.length);
    if (to !== undefined) {
      e.preventDefault();
      this.at = to;
      void this.updateComplete.then(() => this.reveal());
    } else if (e.key === 'Enter') {
      e.preventDefault();
      const o = this.shown[this.at];
      if (o) this.choose(o);
    } else if (e.key === 'Tab') this.hide();
  }
  private input(e: Event): void {
    e.stopPropagation();
    this.query = (e.target as HTMLInputElement).value;
    this.at = 0;
    this.open();
    if (!this.load) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.reload(this.query), 250);
  }
  private list(): TemplateResult {
    const id = this.inputId;
    const empty = this.loading ? t('加载中…') : this.failure || (this.free ? t('请直接输入') : t('暂无匹配项'));
    const option = (o: Option, i: number) => html`<div class="option ${i === this.at ? 'active' : ''}" role="option"
      id="${id}-${i}" aria-selected=${o.value === this.value} @pointermove=${() => (this.at = i)} @click=${() => this.choose(o)}>
      <span class="ellipsis" title=${o.label}>${o.label}</span>${o.hint ? html`<small class="num">${o.hint}</small>` : nothing}</div>`;
    return html`<div class="pop">
      <div class="options" id="${id}-list" role="listbox" aria-label=${this.label || t('选项')}>${this.shown.map(option)}</div>
      ${this.shown.length ? nothing : html`<div class="options-empty" role="status">${empty}</div>`}
    </div>`;
  }
  override render() {
    const id = this.inputId;
    const has = this.current !== '';
    const clear = html`<button class="clear" type="button" tabindex="-1" aria-label=${t('清除')} @click=${(
      e: Event,
    ) => {
      e.stopPropagation();
      this.choose(undefined);
    }}>${icon('error')}</button>`;
    return html`<div class="field-box ${this.isOpen ? 'open' : ''} ${has && this.clearable ? 'has-value' : ''} ${this.invalid ? 'invalid' : ''} ${this.disabled ? 'disabled' : ''}"
        @click=${() => {
          this.querySelector('input')?.focus();
          this.open();
        }}>
        <input class="value" id=${id} role="combobox" autocomplete="off" aria-autocomplete="list" aria-haspopup="listbox"
          aria-expanded=${this.isOpen} aria-controls=${this.isOpen ? `${id}-list` : nothing} aria-invalid=${this.invalid}
          aria-label=${this.label || nothing} aria-describedby=${this.describedBy || nothing}
          aria-activedescendant=${this.isOpen && this.at >= 0 ? `${id}-${this.at}` : nothing}
          ?readonly=${!this.searchable} ?disabled=${this.disabled}
          placeholder=${this.isOpen && has ? this.current : this.placeholder || t('请选择')} title=${has ? this.current : nothing}
          .value=${live(this.isOpen && this.searchable ? this.query : this.current)}
          @input=${this.input} @keydown=${this.key} @change=${(e: Event) => e.stopPropagation()} />
        ${has && this.clearable && !this.disabled ? clear : nothing}
        <span class="affix">${this.loading ? icon('loading', true) : icon('down')}</span>
      </div>
      ${this.isOpen ? this.list() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-select': Select;
  }
}
