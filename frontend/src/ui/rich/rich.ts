import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../base/i18n';
import { icon } from '../icons';
import { Light, uid } from '../light';
import { message } from '../toast';
import { clean, isBlank } from './clean';

/** Shows rich text as it was written. */
@customElement('pm-rich-view')
export class RichView extends Light {
  @property({ attribute: false }) value: string | null | undefined = '';
  private content: DocumentFragment | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('value')) return;
    this.content = clean(this.value ?? '');
    for (const a of this.content.querySelectorAll('a')) a.target = '_blank';
  }
  override render() {
    return html`<div class="rich-content">${this.content}</div>`;
  }
}

/**
 * Rich text with a button to change it; the editor comes only then. Fires `change` with the HTML. Without a right to
 * change it, use `pm-rich-view`.
 */
@customElement('pm-rich')
export class Rich extends Light {
  @property({ attribute: false }) value: string | null | undefined = '';
  @property() label = '';
  @property({ type: Number }) max = 0;
  @property({ attribute: 'input-id' }) inputId = uid('rich');
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  @state() private isOpening = false;

  private edit = async (): Promise<void> => {
    if (this.isOpening) return;
    this.isOpening = true;
    try {
      const { writeRich } = await import('./editor-dialog');
      this.isOpening = false;
      const written = await writeRich(this.label || t('编辑内容'), this.value ?? '', this.max);
      if (written === undefined) return;
      this.value = written;
      this.dispatchEvent(new CustomEvent('change', { detail: written, bubbles: true }));
    } catch (e) {
      message.failure(e);
    } finally {
      this.isOpening = false;
    }
  };
  private button(): TemplateResult {
    return html`<button id=${this.inputId} type="button" class="btn" aria-describedby=${this.describedBy || nothing}
      aria-label=${t('修改{label}', { label: this.label })} aria-disabled=${this.isOpening} @click=${this.edit}>
      ${icon(this.isOpening ? 'loading' : 'edit', this.isOpening)}${t('修改')}</button>`;
  }
  override render() {
    const look = `rich-box ${this.invalid ? 'invalid' : ''}`;
    if (isBlank(this.value))
      return html`<div class="${look} blank"><span>${t('当前数据为空,您可点击修改按钮进行添加数据')}</span>${this.button()}</div>`;
    return html`<div class=${look}><pm-rich-view tabindex="0" role="region" aria-label=${this.label || t('内容')} .value=${this.value}></pm-rich-view>
      <div class="rich-box-foot">${this.button()}</div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-rich-view': RichView;
    'pm-rich': Rich;
  }
}
