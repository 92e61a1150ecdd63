import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, unwrap } from '../../api/client';
import { explain } from '../../api/problem';
import { t } from '../../base/i18n';
import type { Values } from '../../kit/form/field';
import { openDialog } from '../../ui/dialog';
import { framed } from '../../ui/framed';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import './preview.css';

/** A pause in typing of this length is when the page is drawn again. */
const QUIET = 600;

/**
 * The page a scan would get if the record were saved as it is: the real page, in a frame the size of a phone. The page
 * before stays until the next is there, and stays where it was scrolled to.
 */
@customElement('pm-product-preview')
export class ProductPreview extends Light {
  @property({ attribute: false }) record: Values = {};
  @state() private failure = '';
  @state() private isBusy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = '';
  private turn = 0;
  private front = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record')) this.plan();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }
  private plan(delay = this.asked ? QUIET : 0): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), delay);
  }
  private async ask(): Promise<void> {
    const body = JSON.stringify(this.record);
    // Beside a narrow form there is no room; nobody asks for what nobody sees.
    if (body === this.asked || !this.checkVisibility()) return;
    this.asked = body;
    const turn = ++this.turn;
    this.isBusy = true;
    try {
      const page = await unwrap(api.POST('/api/v1/products/preview', { body: this.record, parseAs: 'text' }));
      if (turn === this.turn) this.show(page);
      this.failure = '';
    } catch (e) {
      if (turn === this.turn) this.failure = explain(e);
    } finally {
      if (turn === this.turn) this.isBusy = false;
    }
  }
  /** Drawn behind, then brought to the front: nothing flickers. */
  private show(page: string): void {
    const frames = this.querySelectorAll('iframe');
    const [old, next] = [frames[this.front], frames[1 - this.front]];
    if (!old || !next) return;
    const top = old.contentDocument?.documentElement.scrollTop ?? 0;
    next.onload = () => {
      next.contentDocument?.documentElement.scrollTo(0, top);
      next.classList.add('front');
      old.classList.remove('front');
      old.inert = true;
      next.inert = false;
      this.front = 1 - this.front;
    };
    next.srcdoc = framed(page);
  }
  override render() {
    const frame = (i: number) =>
      html`<iframe class=${i ? '' : 'front'} sandbox="allow-same-origin" title=${t('扫码页')} ?inert=${i === 1}></iframe>`;
    return html`<div class="preview">
      <div class="preview-head"><b>${icon('mobile')}${t('扫码页预览')}</b>
        <span class="muted" role="status">${this.isBusy ? icon('loading', true) : nothing}${this.failure ? t('暂时无法预览') : ''}</span></div>
      <div class="phone scaled" title=${this.failure || nothing}><div class="screen">${frame(0)}${frame(1)}</div></div>
      <p class="muted">${t('按正在填写的内容显示，不计入查询次数')}</p></div>`;
  }
}

/** The same in a dialog, where there is no room beside the form. */
export const openPreview = (record: Values): Promise<unknown> =>
  openDialog({
    title: t('扫码页预览'),
    width: 460,
    footer: false,
    body: () => html`<pm-product-preview class="in-dialog" .record=${record}></pm-product-preview>`,
  });

declare global {
  interface HTMLElementTagNameMap {
    'pm-product-preview': ProductPreview;
  }
}
