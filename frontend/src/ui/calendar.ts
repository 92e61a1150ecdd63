import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addDays, addMonths, type Day, monthGrid, monthOf, withMonth, yearOf } from '../base/calendar';
import { today } from '../base/format';
import { lang, t } from '../base/i18n';
import { icon } from './icons';
import { Light } from './light';

/** From Monday; 2026-11-02 was one. */
const weekdays = (): string[] =>
  Array.from({ length: 7 }, (_, i) =>
    new Date(Date.UTC(2026, 10, 2 + i)).toLocaleDateString(lang(), { weekday: 'narrow', timeZone: 'UTC' }),
  );
const monthName = (month: number): string =>
  new Date(Date.UTC(2026, month - 1, 1)).toLocaleDateString(lang(), { month: 'short', timeZone: 'UTC' });

/** One step of the keyboard in the grid of days. */
function moved(key: string, day: Day, shift: boolean): Day | undefined {
  const days: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  if (days[key]) return addDays(day, days[key]);
  if (key === 'PageUp') return addMonths(day, shift ? -12 : -1);
  return key === 'PageDown' ? addMonths(day, shift ? 12 : 1) : undefined;
}

/**
 * Months side by side, with jumps by month and year. Fires `pick` with a day. The heading opens the months of a year,
 * and those the years. Arrow keys, Page Up and Down (with Shift: years) move; Enter picks.
 */
@customElement('pm-calendar')
export class Calendar extends Light {
  /** The chosen day, or the two ends of a range. */
  @property({ attribute: false }) chosen: readonly Day[] = [];
  @property({ type: Number }) months = 1;
  @property() min = '';
  @property() max = '';
  /** The day the keyboard stands on; its month is shown first. */
  @state() private cursor: Day = today();
  @state() private shift = 0;
  @state() private zoom: 'days' | 'months' | 'years' = 'days';
  @state() private hovered = '';

  override willUpdate(changed: PropertyValues<this>): void {
    const end = this.chosen.at(-1);
    if (changed.has('chosen') && end) this.look(end);
  }
  /** Puts the keyboard onto a day. */
  async focusDay(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.day[tabindex="0"]')?.focus();
  }
  private look(day: Day): void {
    const months = (yearOf(day) - yearOf(this.cursor)) * 12 + monthOf(day) - monthOf(this.cursor);
    this.shift = this.shift - months >= 0 && this.shift - months < this.months ? this.shift - months : 0;
    this.cursor = day;
  }
  private allowed(day: Day): boolean {
    return (!this.min || day >= this.min) && (!this.max || day <= this.max);
  }
  private pick(day: Day): void {
    if (!this.allowed(day)) return;
    this.look(day);
    this.dispatchEvent(new CustomEvent('pick', { detail: day, bubbles: true }));
  }
  private key(e: KeyboardEvent): void {
    const to = moved(e.key, this.cursor, e.shiftKey);
    if (to) {
      e.preventDefault();
      this.look(to);
      void this.focusDay();
    } else if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      this.pick(this.cursor);
    }
  }
  private dayClass(day: Day, month: Day): string {
    const [a, b] = this.chosen;
    const end = b ?? (a && this.months > 1 ? this.hovered : '');
    const [from, to] = a && end ? [a < end ? a : end, a < end ? end : a] : ['', ''];
    const marks = [
      day.slice(0, 7) !== month.slice(0, 7) ? 'outside' : '',
      day === today() ? 'today' : '',
      this.chosen.includes(day) ? 'chosen' : '',
      from && day > from && day < to ? 'between' : '',
    ];
    return `day ${marks.filter(Boolean).join(' ')}`;
  }
  private day(day: Day, month: Day): TemplateResult {
    const isHere = day.slice(0, 7) === month.slice(0, 7);
    return html`<td role="gridcell" aria-selected=${this.chosen.includes(day)}><button type="button" class=${this.dayClass(day, month)}
      tabindex=${day === this.cursor && isHere ? 0 : -1} aria-disabled=${!this.allowed(day)} aria-label=${`${day.slice(0, 8)}${Number(day.slice(8))}`}
      @pointerenter=${() => (this.hovered = day)} @click=${() => this.pick(day)}>${Number(day.slice(8))}</button></td>`;
  }
  private month(month: Day, index: number): TemplateResult {
    const [year, number] = [yearOf(month), monthOf(month)];
    const first = index === 0;
    const last = index === this.months - 1;
    const jump = (
      months: number,
      label: string,
      name: 'doubleLeft' | 'left' | 'right' | 'doubleRight',
      show: boolean,
    ) =>
      html`<button type="button" class="tool" aria-label=${label} ?hidden=${!show}
        @click=${() => (this.cursor = addMonths(this.cursor, months))}>${icon(name)}</button>`;
    return html`<div class="month">
      <div class="month-head">
        ${jump(-12, t('上一年'), 'doubleLeft', first)}${jump(-1, t('上个月'), 'left', first)}
        <span class="month-title">
          <button type="button" @click=${() => (this.zoom = 'years')}>${t('{year} 年', { year })}</button>
          <button type="button" @click=${() => (this.zoom = 'months')}>${monthName(number)}</button>
        </span>
        ${jump(1, t('下个月'), 'right', last)}${jump(12, t('下一年'), 'doubleRight', last)}
      </div>
      <table role="grid" aria-label=${`${t('{year} 年', { year })} ${monthName(number)}`}>
        <thead><tr>${weekdays().map((w) => html`<th scope="col">${w}</th>`)}</tr></thead>
        <tbody @keydown=${this.key}>${monthGrid(month).map((week) => html`<tr>${week.map((d) => this.day(d, month))}</tr>`)}</tbody>
      </table>
    </div>`;
  }
  private choice(label: string, on: boolean, choose: () => void): TemplateResult {
    return html`<button type="button" class="zoom ${on ? 'chosen' : ''}" aria-pressed=${on} @click=${choose}>${label}</button>`;
  }
  private zoomed(): TemplateResult {
    const [year, month] = [yearOf(this.cursor), monthOf(this.cursor)];
    const decade = Math.floor(year / 10) * 10;
    const by = (years: number) => () => (this.cursor = addMonths(this.cursor, years * 12));
    const years = this.zoom === 'years';
    const choices = years
      ? Array.from({ length: 12 }, (_, i) => decade - 1 + i).map((y) =>
          this.choice(String(y), y === year, () => {
            this.cursor = withMonth(this.cursor, y, month);
            this.zoom = 'months';
          }),
        )
      : Array.from({ length: 12 }, (_, i) => i + 1).map((m) =>
          this.choice(monthName(m), m === month, () => {
            this.cursor = withMonth(this.cursor, year, m);
            this.zoom = 'days';
            void this.focusDay();
          }),
        );
    return html`<div class="month">
      <div class="month-head">
        <button type="button" class="tool" aria-label=${t('向前')} @click=${by(years ? -10 : -1)}>${icon('doubleLeft')}</button>
        <span class="month-title"><button type="button" @click=${() => (this.zoom = years ? 'months' : 'years')}>
          ${years ? `${decade}–${decade + 9}` : t('{year} 年', { year })}</button></span>
        <button type="button" class="tool" aria-label=${t('向后')} @click=${by(years ? 10 : 1)}>${icon('doubleRight')}</button>
      </div>
      <div class="zooms">${choices}</div>
    </div>`;
  }
  override render() {
    if (this.zoom !== 'days') return this.zoomed();
    const first = addMonths(`${this.cursor.slice(0, 8)}01`, -this.shift);
    return html`${Array.from({ length: this.months }, (_, i) => this.month(addMonths(first, i), i))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-calendar': Calendar;
  }
}
