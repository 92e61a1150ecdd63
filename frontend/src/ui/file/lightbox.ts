import ZoomInOutlined from '@ant-design/icons-svg/es/asn/ZoomInOutlined';
import ZoomOutOutlined from '@ant-design/icons-svg/es/asn/ZoomOutOutlined';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { explain } from '../../api/problem';
import { freshUrl, type UploadedFile } from '../../api/upload';
import { t } from '../../base/i18n';
import { openDialog } from '../dialog';
import { drawn, icon } from '../icons';
import { Light } from '../light';
import '../css/lightbox.css';

const STEP = 1.4;
const CLOSEST = 8;

/** Pictures one at a time, large: closer by wheel, fingers, buttons, keys or a double press; moved by dragging. */
@customElement('pm-lightbox')
export class Lightbox extends Light {
  @property({ attribute: false }) files: readonly UploadedFile[] = [];
  @property({ attribute: false }) at = 0;
  @state() private url = '';
  @state() private failure = '';
  @state() private zoom = 1;
  @state() private x = 0;
  @state() private y = 0;
  private fingers = new Map<number, { x: number; y: number }>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.show(this.at);
  }
  override firstUpdated(): void {
    this.stage?.addEventListener('wheel', this.wheel, { passive: false });
    // The arrow keys are the whole dialog's, wherever the focus is in it.
    this.closest('dialog')?.addEventListener('keydown', this.key);
  }
  private get stage(): HTMLElement | null {
    return this.querySelector('.lightbox-stage');
  }
  private async show(at: number): Promise<void> {
    const file = this.files[at];
    if (!file) return;
    Object.assign(this, { at, url: '', failure: '', zoom: 1, x: 0, y: 0 });
    try {
      const url = await freshUrl(file);
      if (this.at === at) this.url = url;
    } catch (e) {
      if (this.at === at) this.failure = explain(e);
    }
  }
  private step(by: number): void {
    if (this.files.length > 1) void this.show((this.at + by + this.files.length) % this.files.length);
  }
  /** Closer or further; the point at (px, py), counted from the middle, stays where it is. */
  private scale(by: number, px = 0, py = 0): void {
    const zoom = Math.min(CLOSEST, Math.max(1, this.zoom * by));
    const change = zoom / this.zoom;
    this.zoom = zoom;
    this.place(px - (px - this.x) * change, py - (py - this.y) * change);
  }
  /** The picture's edge never comes into the middle of the view. */
  private place(x: number, y: number): void {
    const box = this.stage?.getBoundingClientRect();
    const far = (size: number): number => ((this.zoom - 1) * size) / 2;
    const keep = (n: number, most: number): number => Math.min(most, Math.max(-most, n));
    this.x = keep(x, far(box?.width ?? 0));
    this.y = keep(y, far(box?.height ?? 0));
  }
  private fromMiddle(e: { clientX: number; clientY: number }): [number, number] {
    const box = this.stage?.getBoundingClientRect();
    return box ? [e.clientX - box.left - box.width / 2, e.clientY - box.top - box.height / 2] : [0, 0];
  }
  private wheel = (e: WheelEvent): void => {
    e.preventDefault();
    this.scale(1.15 ** (-Math.sign(e.deltaY) * Math.min(3, Math.abs(e.deltaY) / 60)), ...this.fromMiddle(e));
  };
  private press = (e: PointerEvent): void => {
    if (e.button) return;
    this.stage?.setPointerCapture(e.pointerId);
    this.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
  };
  private drag = (e: PointerEvent): void => {
    const before = this.fingers.get(e.pointerId);
    if (!before) return;
    const other = [...this.fingers].find(([id]) => id !== e.pointerId)?.[1];
    const share = this.fingers.size;
    this.place(this.x + (e.clientX - before.x) / share, this.y + (e.clientY - before.y) / share);
    if (other) {
      const reach = (px: number, py: number): number => Math.hypot(px - other.x, py - other.y) || 1;
      const middle = this.fromMiddle({ clientX: (e.clientX + other.x) / 2, clientY: (e.clientY + other.y) / 2 });
      this.scale(reach(e.clientX, e.clientY) / reach(before.x, before.y), ...middle);
    }
    this.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
  };
  private release = (e: PointerEvent): void => void this.fingers.delete(e.pointerId);
  private key = (e: KeyboardEvent): void => {
    const isClose = this.zoom > 1;
    const nudge = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] }[e.key];
    if (nudge && isClose) this.place(this.x + (nudge[0] ?? 0), this.y + (nudge[1] ?? 0));
    else if (e.key === 'ArrowLeft') this.step(-1);
    else if (e.key === 'ArrowRight') this.step(1);
    else if (e.key === '+' || e.key === '=') this.scale(STEP);
    else if (e.key === '-') this.scale(1 / STEP);
    else if (e.key === '0') this.scale(0);
    else return;
    e.preventDefault();
  };
  private arrow(by: 1 | -1): TemplateResult | typeof nothing {
    if (this.files.length < 2) return nothing;
    const label = by > 0 ? t('下一张') : t('上一张');
    return html`<button type="button" class="lightbox-arrow ${by > 0 ? 'next' : 'previous'}" aria-label=${label} title=${label}
      @click=${() => this.step(by)}>${icon(by > 0 ? 'right' : 'left')}</button>`;
  }
  override render() {
    const file = this.files[this.at];
    const place = `transform:translate(${this.x}px,${this.y}px) scale(${this.zoom})`;
    const content = this.failure
      ? html`<p role="alert">${this.failure}</p>`
      : this.url
        ? html`<img src=${this.url} alt=${file?.name ?? ''} style=${place} draggable="false" @error=${() => (this.failure = t('图片无法显示'))} />`
        : icon('loading', true);
    return html`<div class="lightbox-stage ${this.zoom > 1 ? 'zoomed' : ''}" @pointerdown=${this.press} @pointermove=${this.drag} @pointerup=${this.release}
        @pointercancel=${this.release} @dblclick=${(e: MouseEvent) => this.scale(this.zoom > 1 ? 0 : 2.5, ...this.fromMiddle(e))}>${content}</div>
      ${this.arrow(-1)}${this.arrow(1)}
      <div class="lightbox-tools">
        <button type="button" class="tool" aria-label=${t('缩小')} title=${t('缩小')} @click=${() => this.scale(1 / STEP)}>${drawn(ZoomOutOutlined)}</button>
        <span class="num" role="status">${Math.round(this.zoom * 100)}%</span>
        <button type="button" class="tool" aria-label=${t('放大')} title=${t('放大')} @click=${() => this.scale(STEP)}>${drawn(ZoomInOutlined)}</button>
        ${this.files.length > 1 ? html`<span class="num">${this.at + 1} / ${this.files.length}</span>` : nothing}
        <span class="ellipsis" title=${file?.name ?? nothing}>${file?.name}</span>
      </div>`;
  }
}

/** Shows pictures large, beginning with one. */
export async function openLightbox(files: readonly UploadedFile[], first = 0): Promise<void> {
  await openDialog({
    title: t('查看大图'),
    width: 1200,
    footer: false,
    body: () => html`<pm-lightbox .files=${files} .at=${first}></pm-lightbox>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-lightbox': Lightbox;
  }
}
