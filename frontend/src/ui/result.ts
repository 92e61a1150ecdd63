// What stands where content would be: loading, nothing, broken, not found.

import { html, nothing, type TemplateResult } from 'lit';
import { ApiFailure, explain } from '../api/problem';
import { t } from '../base/i18n';
import { type IconName, icon } from './icons';

export function loading(): TemplateResult {
  return html`<div class="card loading-card" role="status" aria-label=${t('加载中…')}>
    ${[60, 100, 90, 100, 40].map((w) => html`<i class="skeleton" style="width:${w}%"></i>`)}</div>`;
}

interface Result {
  icon: IconName;
  tone: 'info' | 'success' | 'warning' | 'danger';
  title: string;
  text?: unknown;
  actions?: unknown;
}
export function result(r: Result): TemplateResult {
  return html`<div class="card result ${r.tone}">
    ${icon(r.icon)}
    <h2>${r.title}</h2>
    ${r.text ? html`<div class="result-text">${r.text}</div>` : nothing}
    ${r.actions ? html`<div class="btns">${r.actions}</div>` : nothing}
  </div>`;
}

/** Why something could not be read, and a way to try again; from what is not there, the way `back` instead. */
export function broken(e: unknown, again: () => unknown, back = '/'): TemplateResult {
  const gone = e instanceof ApiFailure && e.status === 404;
  return result({
    icon: gone ? 'search' : 'warning',
    tone: gone ? 'info' : 'warning',
    title: gone ? t('记录不存在') : t('加载失败'),
    text: explain(e),
    actions: gone
      ? html`<a class="btn primary" href=${back}>${back === '/' ? t('返回首页') : t('返回列表')}</a>`
      : html`<button class="btn primary" type="button" @click=${again}>${t('重试')}</button>`,
  });
}

/** Why the rows of a list could not be read. */
export const failed = (text: unknown, action: unknown): TemplateResult =>
  html`<div class="empty failed" role="alert">${icon('warning')}<span>${text}</span>${action}</div>`;

/** The empty box of a list without rows. */
export function empty(text: unknown, action: unknown = nothing): TemplateResult {
  return html`<div class="empty"><svg width="72" height="52" viewBox="0 0 72 52" aria-hidden="true" fill="none">
    <ellipse cx="36" cy="46" rx="32" ry="5" fill="#f3f4f6" />
    <path d="M14 24 22 8h28l8 16v18a3 3 0 0 1-3 3H17a3 3 0 0 1-3-3z" fill="#fafafa" stroke="#d4d7dd" stroke-linejoin="round" />
    <path d="M14 24h14c0 4 3 7 8 7s8-3 8-7h14" stroke="#d4d7dd" stroke-linejoin="round" />
  </svg><span>${text}</span>${action}</div>`;
}
