import { html, type TemplateResult } from 'lit';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { type IconName, icon } from '../../ui/icons';

export interface Figure {
  icon: IconName;
  label: string;
  /** Undefined until it is known. */
  value: number | undefined;
  to: string;
  tone: 'blue' | 'teal' | 'violet' | 'orange' | 'grey';
}

/** Large numbers side by side, each a way to its list. */
export const figures = (list: readonly Figure[]): TemplateResult =>
  html`<div class="figures">${list.map(
    (f) => html`<a class="card figure ${f.tone}" href=${f.to}><span class="figure-icon">${icon(f.icon)}</span>
    <span><span class="figure-label">${t(f.label)}</span><b class="num">${f.value === undefined ? '–' : num(f.value)}</b></span></a>`,
  )}</div>`;
