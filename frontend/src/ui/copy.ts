import { html, type TemplateResult } from 'lit';
import { t } from '../base/i18n';
import { icon } from './icons';
import { message } from './toast';

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    message.success(t('已复制 {text}', { text }));
  } catch {
    message.error(t('浏览器不允许复制，请手动选择'));
  }
}

/** A text that is wanted elsewhere, with a button that copies it. */
export const copyable = (text: string): TemplateResult => html`<span class="copyable"><span class="num">${text}</span>
  <button type="button" class="tool" aria-label=${t('复制 {text}', { text })} title=${t('复制')} @click=${() => void copyText(text)}>${icon('copy')}</button></span>`;
