import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../base/i18n';
import { Light } from './light';

/** How far something is. */
@customElement('pm-bar')
export class Bar extends Light {
  /** From 0 to 1. */
  @property({ attribute: false }) ratio = 0;
  @property() tone: 'processing' | 'success' | 'danger' | 'default' = 'processing';
  @property() label = '';

  override render() {
    const percent = Math.round(Math.min(1, Math.max(0, this.ratio)) * 100);
    return html`<div class="bar ${this.tone}" role="progressbar" aria-label=${this.label || t('进度')} aria-valuemin="0" aria-valuemax="100"
      aria-valuenow=${percent}><i style="width:${percent}%"></i></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-bar': Bar;
  }
}
