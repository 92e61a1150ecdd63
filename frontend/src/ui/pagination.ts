import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { num } from '../base/format';
import { t } from '../base/i18n';
import { icon } from './icons';
import { Light } from './light';
import './select';

export const PAGE_SIZES = [10, 20, 50, 100, 200];

/** 1 … 4 5 [6] 7 8 … 500 */
export function pageNumbers(page: number, last: number): (number | '…')[] {
  if (last <= 9) return Array.from({ length: last }, (_, i) => i + 1);
  const from = Math.max(2, Math.min(page - 2, last - 5));
  const to = Math.min(last - 1, Math.max(page + 2, 6));
  const pages: (number | '…')[] = [1];
  if (from > 2) pages.push('…');
  for (let i = from; i <= to; i++) pages.push(i);
  if (to < last - 1) pages.push('…');
  pages.push(last);
  return pages;
}

/** 共 N 条, pages, 条/页, 前往. Fires `change` with {page, size}. */
@customElement('pm-pagination')
export class Pagination extends Light {
  @property({ type: Number }) total = 0;
  @property({ type: Number }) page = 1;
  @property({ type: Number }) size = 20;

  private go(page: number, size = this.size): void {
    const last = Math.max(1, Math.ceil(this.total / size));
    const to = Math.min(Math.max(1, page), last);
    if (to === this.page && size === this.size) return;
    this.dispatchEvent(new CustomEvent('change', { detail: { page: to, size }, bubbles: true }));
  }
  private jump(e: Event): void {
    e.stopPropagation();
    const input = e.target as HTMLInputElement;
    const page = Number.parseInt(input.value.normalize('NFKC').replace(/\D/g, ''), 10);
    input.value = '';
    if (page) this.go(page);
  }
  private number(n: number | '…', i: number) {
    if (n === '…') {
      const by = i < 3 ? -5 : 5;
      return html`<button class="page-button" type="button" aria-label=${by < 0 ? t('向前 5 页') : t('向后 5 页')} @click=${() => this.go(this.page + by)}>···</button>`;
    }
    return html`<button class="page-button num" type="button" aria-current=${n === this.page ? 'page' : nothing}
      aria-label=${t('第 {n} 页', { n })} @click=${() => this.go(n)}>${n}</button>`;
  }
  override render() {
    const last = Math.max(1, Math.ceil(this.total / this.size));
    const from = this.total ? (this.page - 1) * this.size + 1 : 0;
    const to = Math.min(this.total, this.page * this.size);
    const arrow = (
      by: number,
      label: string,
      name: 'left' | 'right',
    ) => html`<li><button class="page-button" type="button"
      aria-label=${label} ?disabled=${by < 0 ? this.page <= 1 : this.page >= last} @click=${() => this.go(this.page + by)}>${icon(name)}</button></li>`;
    return html`<nav class="pager" aria-label=${t('分页')}>
      <span class="pager-total">${t('第 {a}–{b} 条，共 {n} 条', { a: num(from), b: num(to), n: num(this.total) })}</span>
      <ul>
        ${arrow(-1, t('上一页'), 'left')}
        ${pageNumbers(this.page, last).map((n, i) => html`<li class="pager-number">${this.number(n, i)}</li>`)}
        <li class="pager-short num">${num(this.page)} / ${num(last)}</li>
        ${arrow(1, t('下一页'), 'right')}
      </ul>
      <pm-select .searchable=${false} label=${t('每页条数')} .value=${this.size}
        .options=${PAGE_SIZES.map((n) => ({ value: n, label: t('{n} 条/页', { n }) }))}
        @change=${(e: CustomEvent<string | number>) => {
          e.stopPropagation();
          this.go(1, Number(e.detail));
        }}></pm-select>
      <label class="jump">${t('前往')}<input class="input num" inputmode="numeric" aria-label=${t('前往页码')} @change=${this.jump} />${t('页')}</label>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-pagination': Pagination;
  }
}
