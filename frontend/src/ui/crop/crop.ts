import RotateRightOutlined from '@ant-design/icons-svg/es/asn/RotateRightOutlined';
import ZoomInOutlined from '@ant-design/icons-svg/es/asn/ZoomInOutlined';
import ZoomOutOutlined from '@ant-design/icons-svg/es/asn/ZoomOutOutlined';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { t } from '../../base/i18n';
import { drawn } from '../icons';
import { Light } from '../light';
import { CLOSEST, moved, type Size, start, taken, type View, widest, within, zoomed } from './frame';
import { cut, type Source, sizeOf, turned } from './picture';
import '../css/crop.css';

const STEP = 1.15;
/** How far an arrow key moves, as a part of the frame. */
const NUDGE = 0.04;

/** Shows a picture in a frame of fixed shape, to be moved and brought closer by mouse, fingers and keys. */
@customElement('pm-crop')
export class Crop extends Light {
  @property({ attribute: false }) picture!: HTMLImageElement;
  @property({ attribute: false }) frame!: Size;
  @state() private view: View = { x: 0, y: 0, zoom: 1 };
  @state() private source!: Source;
  @state() private isHeld = false;
  private fingers = new Map<number, { x: number; y: number }>();

  private get ratio(): number {
    return this.frame.width / this.frame.height;
  }
  override willUpdate(): void {
    if (this.source) return;
    this.source = this.picture;
    this.view = start(sizeOf(this.source));
  }
  override firstUpdated(): void {
    // The page behind must not scroll with it, so the listener may not be passive.
    this.stage?.addEventListener('wheel', this.wheel, { passive: false });
  }
  override updated(): void {
    this.draw();
  }
  private get stage(): HTMLElement | null {
    return this.querySelector('.crop-stage');
  }
  /** What the user chose, at exactly the size of the frame. */
  result(file: File): Promise<File> {
    return cut(this.source, taken(sizeOf(this.source), this.ratio, this.view), this.frame, file);
  }
  private set(view: View): void {
    this.view = within(sizeOf(this.source), this.ratio, view);
  }
  private zoom(by: number, u?: number, v?: number): void {
    this.view = zoomed(sizeOf(this.source), this.ratio, this.view, by, u, v);
  }
  private move(right: number, down: number): void {
    this.view = moved(sizeOf(this.source), this.ratio, this.view, right, down);
  }
  private turn = (): void => {
    this.source = turned(this.source);
    this.view = start(sizeOf(this.source));
  };
  /** Draws what is taken, as large as the stage is. */
  private draw(): void {
    const canvas = this.querySelector('canvas');
    const stage = this.stage;
    const pen = canvas?.getContext('2d');
    if (!canvas || !stage || !pen) return;
    const dots = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(stage.clientWidth * dots));
    const height = Math.round(width / this.ratio);
    if (canvas.width !== width) Object.assign(canvas, { width, height });
    const part = taken(sizeOf(this.source), this.ratio, this.view);
    const scale = width / part.width;
    const all = sizeOf(this.source);
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(this.source, -part.x * scale, -part.y * scale, all.width * scale, all.height * scale);
  }
  private at(e: { clientX: number; clientY: number }): { u: number; v: number } {
    const box = this.stage?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { u: (e.clientX - box.left) / box.width, v: (e.clientY - box.top) / box.height };
  }
  private wheel = (e: WheelEvent): void => {
    e.preventDefault();
    const { u, v } = this.at(e);
    this.zoom(STEP ** (-Math.sign(e.deltaY) * Math.min(3, Math.abs(e.deltaY) / 60)), u, v);
  };
  private press = (e: PointerEvent): void => {
    if (e.button) return;
    this.stage?.setPointerCapture(e.pointerId);
    this.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
    this.isHeld = true;
  };
  private drag = (e: PointerEvent): void => {
    const before = this.fingers.get(e.pointerId);
    const box = this.stage?.getBoundingClientRect();
    if (!before || !box) return;
    const others = [...this.fingers].filter(([id]) => id !== e.pointerId).map(([, at]) => at);
    const other = others[0];
    const share = this.fingers.size;
    this.move((e.clientX - before.x) / box.width / share, (e.clientY - before.y) / box.height / share);
    if (other) {
      const reach = (p: { x: number; y: number }): number => Math.hypot(p.x - other.x, p.y - other.y) || 1;
      const { u, v } = this.at({ clientX: (e.clientX + other.x) / 2, clientY: (e.clientY + other.y) / 2 });
      this.zoom(reach({ x: e.clientX, y: e.clientY }) / reach(before), u, v);
    }
    this.fingers.set(e.pointerId, { x: e.clientX, y: e.clientY });
  };
  private release = (e: PointerEvent): void => {
    this.fingers.delete(e.pointerId);
    this.isHeld = this.fingers.size > 0;
  };
  private key = (e: KeyboardEvent): void => {
    const fast = e.shiftKey ? 4 : 1;
    const arrows: Record<string, [number, number]> = {
      ArrowLeft: [NUDGE, 0],
      ArrowRight: [-NUDGE, 0],
      ArrowUp: [0, NUDGE],
      ArrowDown: [0, -NUDGE],
    };
    const by = arrows[e.key];
    if (by) this.move(by[0] * fast, by[1] * fast);
    else if (e.key === '+' || e.key === '=') this.zoom(STEP);
    else if (e.key === '-') this.zoom(1 / STEP);
    else if (e.key === '0') this.set(start(sizeOf(this.source)));
    else return;
    e.preventDefault();
  };
  private tool(face: Parameters<typeof drawn>[0], label: string, run: () => void) {
    return html`<button type="button" class="tool" aria-label=${label} title=${label} @click=${run}>${drawn(face)}</button>`;
  }
  override render() {
    const all = sizeOf(this.source);
    const least = widest(all, this.ratio);
    const isCoarse = taken(all, this.ratio, this.view).width < this.frame.width;
    const percent = (zoom: number): number => (Math.log(zoom / least) / Math.log(CLOSEST / least)) * 100;
    return html`<div class="crop-stage ${this.isHeld ? 'held' : ''}" style="aspect-ratio:${this.frame.width}/${this.frame.height}" tabindex="0"
        role="application" aria-label=${t('裁剪区域：方向键移动，加减号缩放，0 复原')} @pointerdown=${this.press} @pointermove=${this.drag}
        @pointerup=${this.release} @pointercancel=${this.release} @keydown=${this.key}><canvas></canvas></div>
      <div class="crop-tools">
        ${this.tool(ZoomOutOutlined, t('缩小'), () => this.zoom(1 / STEP))}
        <input type="range" min="0" max="100" step="1" aria-label=${t('缩放')} .value=${live(String(Math.round(percent(this.view.zoom))))}
          @input=${(e: Event) => {
            const to = least * (CLOSEST / least) ** (Number((e.target as HTMLInputElement).value) / 100);
            this.zoom(to / this.view.zoom);
          }} @change=${(e: Event) => e.stopPropagation()} />
        ${this.tool(ZoomInOutlined, t('放大'), () => this.zoom(STEP))}
        ${this.tool(RotateRightOutlined, t('向右旋转'), this.turn)}
        <button type="button" class="btn" @click=${() => this.set(start(all))}>${t('填满')}</button>
        <button type="button" class="btn" @click=${() => this.set({ x: 0, y: 0, zoom: least })}>${t('完整显示')}</button>
      </div>
      <p class="crop-note ${isCoarse ? 'warning' : ''}" role="status">${t('输出 {w}×{h} 像素', { w: this.frame.width, h: this.frame.height })}${
        isCoarse ? html`，${t('所选部分的分辨率不足，放大后可能模糊')}` : nothing
      }</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-crop': Crop;
  }
}
