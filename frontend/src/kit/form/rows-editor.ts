import HolderOutlined from '@ant-design/icons-svg/es/asn/HolderOutlined';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../base/i18n';
import { drawn, icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { type Control, type Field, isShown, type Values } from './field';
import { cell, note, replaced, shifted, without } from './part';

export interface RowsOptions {
  columns: Field[];
  blank: () => Values;
  max: number;
  /** What the button says that adds one. */
  add: string;
  /** `cards` for rows with many or large fields: each can be folded. */
  layout?: 'table' | 'cards';
  /** What a card is called, when it is not by its number. */
  title?: (row: Values, i: number) => string;
}
let count = 0;

/** Records one below the other: added, removed, and moved by dragging their handle or with its arrow keys. */
@customElement('pm-rows')
export class Rows extends Light {
  @property({ attribute: false }) control!: Control;
  @property({ attribute: false }) options!: RowsOptions;
  /** One key a row, so that what is drawn moves with it. */
  private keys: number[] = [];
  @state() private folded: ReadonlySet<number> = new Set();
  /** The row that is being dragged, and where it would go. */
  @state() private drag: { from: number; to: number } | null = null;
  @state() private said = '';

  private get list(): Values[] {
    return (this.control.value as Values[] | undefined) ?? [];
  }
  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('control')) return;
    const { length } = this.list;
    while (this.keys.length < length) this.keys.push(++count);
    this.keys.length = length;
  }
  private change(list: Values[]): void {
    this.control.set(list, false);
  }
  private async add(): Promise<void> {
    const at = this.list.length;
    this.change([...this.list, this.options.blank()]);
    const first = this.options.columns[0]?.name;
    await this.later(() => document.getElementById(`${this.control.id}-${at}-${first}`));
  }
  private async takeOut(i: number): Promise<void> {
    this.keys = without(this.keys, i);
    this.change(without(this.list, i));
    const rest = this.list.length - 1;
    await this.later(
      () => this.row(Math.min(i, rest - 1))?.querySelector('.handle') ?? this.querySelector('.rows-add'),
    );
  }
  private async move(from: number, to: number, keepFocus = false): Promise<void> {
    if (from === to || to < 0 || to >= this.list.length) return;
    this.keys = shifted(this.keys, from, to);
    this.change(shifted(this.list, from, to));
    this.said = t('已移到第 {n} 行', { n: to + 1 });
    if (keepFocus) await this.later(() => this.row(to)?.querySelector('.handle') ?? null);
  }
  /** The focus goes where the user goes on, once the form is drawn again. */
  private later(find: () => HTMLElement | null): Promise<void> {
    return new Promise((done) =>
      setTimeout(() => {
        find()?.focus();
        done();
      }),
    );
  }
  private row(i: number): HTMLElement | null {
    return this.querySelector(`[data-row="${i}"]`);
  }
  private key(e: KeyboardEvent, i: number): void {
    const by = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
    if (!by) return;
    e.preventDefault();
    void this.move(i, i + by, true);
  }
  private press(e: PointerEvent, from: number): void {
    if (e.button) return;
    const handle = e.currentTarget as HTMLElement;
    handle.setPointerCapture(e.pointerId);
    this.drag = { from, to: from };
    const follow = (m: PointerEvent): void => {
      const middles = this.list.map((_, i) => {
        const box = this.row(i)?.getBoundingClientRect();
        return box ? box.top + box.height / 2 : 0;
      });
      const above = middles.filter((y, i) => i !== from && y < m.clientY).length;
      this.drag = { from, to: above };
    };
    const end = (m: Event): void => {
      handle.removeEventListener('pointermove', follow);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      const to = this.drag?.to ?? from;
      this.drag = null;
      if (m.type === 'pointerup') void this.move(from, to);
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  }
  private fold(i: number): void {
    const key = this.keys[i] ?? 0;
    const folded = new Set(this.folded);
    if (!folded.delete(key)) folded.add(key);
    this.folded = folded;
  }
  /** What is wrong is never folded away. */
  private isFolded(i: number): boolean {
    const isWrong = this.options.columns.some((f) => this.control.error(`${this.control.path}/${i}/${f.name}`));
    return !isWrong && this.folded.has(this.keys[i] ?? 0);
  }
  private look(i: number): string {
    const { drag } = this;
    if (!drag) return '';
    if (drag.from === i) return 'dragged';
    if (drag.to === drag.from) return '';
    // Where the line is drawn: above the row it would come before, below the last.
    const before = drag.to > drag.from ? drag.to + 1 : drag.to;
    if (i === before) return 'drop-before';
    return i === this.list.length - 1 && before > i ? 'drop-after' : '';
  }
  private handle(i: number): TemplateResult | typeof nothing {
    if (this.list.length < 2) return nothing;
    return html`<button class="tool handle" type="button" aria-label=${t('移动第 {n} 行，按上下方向键', { n: i + 1 })} title=${t('拖动排序，或按上下方向键')}
      @keydown=${(e: KeyboardEvent) => this.key(e, i)} @pointerdown=${(e: PointerEvent) => this.press(e, i)}>${drawn(HolderOutlined)}</button>`;
  }
  private remover(i: number): TemplateResult {
    return html`<button class="tool" type="button" aria-label=${t('删除第 {n} 行', { n: i + 1 })} title=${t('删除')} @click=${() => this.takeOut(i)}>${icon('delete')}</button>`;
  }
  private cellOf(f: Field, row: Values, i: number, aria: string): Control {
    const at = { path: `${this.control.path}/${i}`, name: f.name, aria };
    return cell(this.control, at, row, (to) => replaced(this.list, i, to));
  }
  private table(): TemplateResult {
    const { columns } = this.options;
    const td = (f: Field, row: Values, i: number) => {
      const one = this.cellOf(f, row, i, t('第 {n} 行 {label}', { n: i + 1, label: f.label }));
      return html`<td data-label=${f.label}>${isShown(f, row) ? html`${f.control(one)}${note(one)}` : nothing}</td>`;
    };
    const tr = (row: Values, i: number) => html`<tr data-row=${i} class=${this.look(i)}>
      <td class="index num">${i + 1}</td>${columns.map((f) => td(f, row, i))}
      <td class="ops">${this.handle(i)}${this.remover(i)}</td></tr>`;
    return html`<table aria-label=${this.control.label}><thead><tr><th class="index" scope="col">#</th>${columns.map(
      (f) =>
        html`<th scope="col">${f.rule.required && f.rule.minLength ? html`<span class="required" aria-hidden="true">*</span>` : nothing}${f.label}</th>`,
    )}<th class="ops" scope="col">${t('操作')}</th></tr></thead>
      <tbody>${repeat(this.list, (_, i) => this.keys[i], tr)}</tbody></table>`;
  }
  private field(f: Field, row: Values, i: number): TemplateResult | typeof nothing {
    if (!isShown(f, row)) return nothing;
    const one = this.cellOf(f, row, i, '');
    if (!one.describedBy && f.help) one.describedBy = `${one.id}-message`;
    const name = html`${f.rule.required ? html`<span class="required" aria-hidden="true">*</span>` : nothing}${f.label}`;
    return html`<div class="field ${f.wide ? 'wide' : ''}" data-cell=${f.name}>
      ${f.isGroup ? html`<span class="field-label">${name}</span>` : html`<label class="field-label" for=${one.id}>${name}</label>`}
      <div class="field-body">${f.control({ ...one, label: f.label })}${note(one, f.help)}</div></div>`;
  }
  private cards(): TemplateResult {
    const card = (row: Values, i: number) => {
      const title = this.options.title?.(row, i) || t('第 {n} 项', { n: i + 1 });
      const isFolded = this.isFolded(i);
      const body = `${this.control.id}-${i}-fields`;
      return html`<section data-row=${i} class="row-edit ${this.look(i)}">
        <div class="row-edit-head">${this.handle(i)}<span class="index num">${i + 1}</span>
          <button class="row-edit-title" type="button" aria-expanded=${!isFolded} aria-controls=${body} @click=${() => this.fold(i)}>
            <span class="ellipsis" title=${title}>${title}</span>${icon(isFolded ? 'down' : 'up')}</button>${this.remover(i)}</div>
        <div class="form-grid" id=${body} style="--columns:2" ?hidden=${isFolded}>${this.options.columns.map((f) => this.field(f, row, i))}</div></section>`;
    };
    return html`<div class="row-edits">${repeat(this.list, (_, i) => this.keys[i], card)}</div>`;
  }
  override render() {
    const { length } = this.list;
    const isCards = this.options.layout === 'cards';
    return html`<div class="rows" role="group" aria-label=${this.control.label} aria-describedby=${this.control.describedBy || nothing}>
      ${length ? (isCards ? this.cards() : this.table()) : nothing}
      <button class="btn dashed rows-add" type="button" ?disabled=${length >= this.options.max} @click=${this.add}>
        ${icon('plus')}${this.options.add}<span class="muted num">${length} / ${this.options.max}</span></button>
      <span class="sr" role="status">${this.said}</span></div>`;
  }
}

/** A table or cards of records that can be added, moved, folded and removed. */
export const rows =
  (options: RowsOptions) =>
  (c: Control): TemplateResult =>
    html`<pm-rows .control=${c} .options=${options}></pm-rows>`;

/** Rows as the server wants them: without what is not asked, or optional and empty. */
export function rowsOutput(columns: readonly Field[], value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((row: Values) => {
    const sent: Values = {};
    for (const f of columns) {
      if (f.isLocal || !isShown(f, row)) continue;
      const given = f.output ? f.output(row[f.name]) : row[f.name];
      const isMissing = given === undefined || given === null || given === '';
      if (!isMissing || f.rule.required) sent[f.name] = given;
    }
    return sent;
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-rows': Rows;
  }
}
