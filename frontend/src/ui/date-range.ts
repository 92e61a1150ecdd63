import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Day, readDay } from '../base/calendar';
import { daysBefore, today } from '../base/format';
import { t } from '../base/i18n';
import { DateControl } from './date';
import { icon } from './icons';

type Range = [Day, Day];

const presets = (): [string, number][] => [
  [t('今天'), 0],
  [t('近 7 天'), 6],
  [t('近 30 天'), 29],
  [t('近 90 天'), 89],
  [t('近一年'), 364],
];

/** From one day to another. Fires `change` with both, or undefined. */
@customElement('pm-date-range')
export class DateRange extends DateControl {
  @property({ attribute: false }) value: Range | undefined;
  /** The first of the two, while the other is being chosen. */
  @state() private first: Day | undefined;

  protected override closed(): void {
    this.first = undefined;
  }
  private set(value: Range | undefined): void {
    this.value = value;
    this.hide();
    this.dispatchEvent(new CustomEvent('change', { detail: value, bubbles: true }));
  }
  private pick(day: Day): void {
    if (!this.first) {
      this.first = day;
      return;
    }
    this.set(this.first <= day ? [this.first, day] : [day, this.first]);
    this.querySelector('input')?.focus();
  }
  private typed(i: 0 | 1, e: Event): void {
    e.stopPropagation();
    const input = e.target as HTMLInputElement;
    const day = readDay(input.value);
    const isWrong = !day && !!input.value.trim();
    input.setCustomValidity(isWrong ? t('日期格式应为 2026-11-21，年份为 1900–9999') : '');
    if (!day) {
      if (isWrong) input.reportValidity();
      else this.set(undefined);
      return;
    }
    const range: Range = [...(this.value ?? [day, day])];
    range[i] = day;
    if (range[0] > range[1]) range[1 - i] = day;
    this.set(range);
  }
  private input(i: 0 | 1): TemplateResult {
    const label = i ? t('结束日期') : t('开始日期');
    return html`<input id=${i ? nothing : this.inputId} class="num" autocomplete="off" placeholder=${label}
      aria-label=${`${this.label} ${label}`.trim()} .value=${this.value?.[i] ?? ''} @change=${(e: Event) => this.typed(i, e)} />`;
  }
  private panel(): TemplateResult {
    const chosen = this.first ? [this.first] : (this.value ?? []);
    const isNarrow = matchMedia('(max-width: 760px)').matches;
    return html`<div class="pop calendar-pop range" role="dialog" aria-label=${t('选择日期范围')} @keydown=${this.key}>
      <div class="presets">${presets().map(
        ([label, days]) =>
          html`<button type="button" @click=${() => this.set([daysBefore(today(), days), today()])}>${label}</button>`,
      )}</div>
      <pm-calendar months=${isNarrow ? 1 : 2} .chosen=${chosen} @pick=${(e: CustomEvent<Day>) => this.pick(e.detail)}></pm-calendar>
    </div>`;
  }
  override render() {
    return html`<div class="field-box range ${this.isOpen ? 'open' : ''} ${this.value ? 'has-value' : ''}"
        @click=${() => void this.show()} @keydown=${this.key}>
        ${this.input(0)}<span class="between">${icon('to')}</span>${this.input(1)}
        ${this.value ? this.clearer(() => this.set(undefined)) : nothing}
        <span class="affix">${icon('calendar')}</span>
      </div>
      ${this.isOpen ? this.panel() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-date-range': DateRange;
  }
}
