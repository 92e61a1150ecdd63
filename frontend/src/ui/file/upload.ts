import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { follow } from '../../api/download';
import { explain } from '../../api/problem';
import { freshUrl, isPlayable, type Slot, sized, slotRule, type UploadedFile, upload } from '../../api/upload';
import { fileSize } from '../../base/format';
import { t } from '../../base/i18n';
import type { Size } from '../crop/frame';
import { openDialog } from '../dialog';
import { icon } from '../icons';
import { Light, uid } from '../light';
import { message } from '../toast';
import { isCuttable, lightened } from './lightened';

interface Sending {
  name: string;
  ratio: number;
}
interface Refused {
  name: string;
  reason: string;
}
/** Slots whose pictures have one size everywhere they are shown (F071). */
const SIZES: Partial<Record<Slot, Size>> = { product_picture: { width: 464, height: 290 } };

export type Send = (file: File, onProgress: (ratio: number) => void) => Promise<UploadedFile>;

const isPicture = (file: Pick<UploadedFile, 'media_type'>): boolean => file.media_type.startsWith('image/');

/** Shows a picture large, with those it is among, and plays a video; saves any other file. */
export async function openFile(file: UploadedFile, among: readonly UploadedFile[] = [file]): Promise<void> {
  try {
    if (isPicture(file)) {
      const { openLightbox } = await import('./lightbox');
      const pictures = among.filter(isPicture);
      return await openLightbox(pictures, pictures.indexOf(file));
    }
    const url = await freshUrl(file);
    if (!isPlayable(file.media_type)) return follow(url, file.name);
    const body = () => html`<video class="large" src=${url} controls playsinline aria-label=${file.name}></video>`;
    await openDialog({ title: file.name, width: 760, footer: false, body });
  } catch (e) {
    message.failure(e);
  }
}

/** Pictures as a wall, other files as a list. Fires `change` with what is uploaded. */
@customElement('pm-upload')
export class Upload extends Light {
  @property({ attribute: false }) value: readonly UploadedFile[] = [];
  @property() purpose: Slot = 'product_picture';
  @property() look: 'wall' | 'list' = 'wall';
  @property({ type: Number }) max = 1;
  @property({ attribute: 'input-id' }) inputId = uid('upload');
  /** Whether the first of several is the main one. */
  @property({ attribute: false }) ranked = true;
  @property() label = '';
  @property({ type: Boolean }) invalid = false;
  @property({ attribute: 'described-by' }) describedBy = '';
  /** How a file is sent, when not to the slot. */
  @property({ attribute: false }) send: Send | null = null;
  /** The size pictures are cut to; null for that of the slot, false to take them as they are. */
  @property({ attribute: false }) crop: Size | false | null = null;
  @state() private sending: Sending[] = [];
  @state() private refused: Refused[] = [];
  @state() private isOver = false;
  @state() private accept = '';

  override connectedCallback(): void {
    super.connectedCallback();
    slotRule(this.purpose).then(
      // Browsers do not know the type of OFD, only its ending.
      (rule) =>
        (this.accept = rule.media_types.map((type) => (type === 'application/ofd' ? `${type},.ofd` : type)).join(',')),
      () => undefined,
    );
  }
  get isBusy(): boolean {
    return this.sending.length > 0;
  }
  private get room(): number {
    return Math.max(0, this.max - this.value.length - this.sending.length);
  }
  private async take(files: Iterable<File>): Promise<void> {
    const list = [...files];
    this.refused = [];
    const extra = list.splice(this.room);
    for (const f of extra) this.refuse(f, t('最多上传 {n} 个文件', { n: this.max }));
    const sent: Promise<void>[] = [];
    // One question at a time, while those answered are on their way.
    for (const f of list) {
      const file = await this.shaped(f);
      if (file) sent.push(this.one(file));
    }
    await Promise.all(sent);
  }
  /** The picture as the user cuts it; undefined when they gave it up. */
  private async shaped(file: File): Promise<File | undefined> {
    const size = this.crop ?? SIZES[this.purpose];
    if (!size || !isCuttable(file)) return file;
    try {
      const { cropPicture } = await import('../crop/crop-dialog');
      return await cropPicture(file, size);
    } catch (e) {
      this.refuse(file, explain(e));
      return undefined;
    }
  }
  private async one(file: File): Promise<void> {
    const item: Sending = { name: file.name, ratio: 0 };
    this.sending = [...this.sending, item];
    try {
      const rule = await slotRule(this.purpose);
      const light = await lightened(file, rule.max_bytes);
      const most = isCuttable(light) ? rule.most_bytes : rule.max_bytes;
      if (light.size > most) throw new Error(t('文件不能超过 {size}', { size: fileSize(most) }));
      const send = this.send ?? ((f, progress) => upload(this.purpose, f, progress));
      const sent = await send(light, (ratio) => {
        item.ratio = ratio;
        this.requestUpdate();
      });
      this.set([...this.value, sent]);
    } catch (e) {
      this.refuse(file, explain(e));
    } finally {
      this.sending = this.sending.filter((s) => s !== item);
    }
  }
  private refuse(file: File, reason: string): void {
    this.refused = [...this.refused, { name: file.name, reason }];
  }
  private set(value: readonly UploadedFile[]): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('change', { detail: [...value], bubbles: true }));
  }
  private takeOut(file: UploadedFile): void {
    this.set(this.value.filter((f) => f !== file));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('input[type=file]')?.focus());
  }
  private first(file: UploadedFile): void {
    this.set([file, ...this.value.filter((f) => f !== file)]);
  }
  private drop = (e: DragEvent): void => {
    e.preventDefault();
    this.isOver = e.type === 'dragover';
    if (e.type === 'drop') void this.take(e.dataTransfer?.files ?? []);
  };
  private picker(look: string, face: TemplateResult): TemplateResult {
    return html`<span class="upload-picker ${look} ${this.isOver ? 'over' : ''} ${this.invalid ? 'invalid' : ''}"
      @dragover=${this.drop} @dragleave=${this.drop} @drop=${this.drop}>
      <input id=${this.inputId} type="file" accept=${this.accept || nothing} ?multiple=${this.max > 1} ?disabled=${!this.room}
        aria-label=${this.label || nothing} aria-invalid=${this.invalid ? 'true' : nothing} aria-describedby=${this.describedBy || nothing}
        @change=${(e: Event) => {
          e.stopPropagation();
          const input = e.target as HTMLInputElement;
          void this.take(input.files ?? []);
          input.value = '';
        }} />${face}</span>`;
  }
  private action(name: 'eye' | 'delete' | 'top', label: string, run: () => void): TemplateResult {
    return html`<button type="button" aria-label=${label} title=${label} @click=${run}>${icon(name)}</button>`;
  }
  private face(f: UploadedFile): TemplateResult {
    if (f.url && f.media_type.startsWith('image/')) return html`<img src=${sized(f.url, 360)} alt=${f.name} />`;
    if (f.url && isPlayable(f.media_type))
      return html`<video src=${f.url} preload="metadata" muted playsinline tabindex="-1" aria-label=${f.name}></video>`;
    return html`<span class="upload-file">${icon('file')}<span class="ellipsis" title=${f.name}>${f.name}</span></span>`;
  }
  private wall(): TemplateResult {
    const card = (f: UploadedFile, i: number) => html`<li class="upload-card">
      ${this.face(f)}
      ${i === 0 && this.max > 1 && this.ranked ? html`<span class="cover">${t('主图')}</span>` : nothing}
      <span class="upload-actions">
        ${this.action('eye', t('预览 {name}', { name: f.name }), () => void openFile(f, this.value))}
        ${i > 0 && this.ranked ? this.action('top', t('设为主图 {name}', { name: f.name }), () => this.first(f)) : nothing}
        ${this.action('delete', t('删除 {name}', { name: f.name }), () => this.takeOut(f))}
      </span></li>`;
    return html`<ul class="upload-wall">
      ${this.value.map(card)}
      ${this.sending.map((s) => html`<li class="upload-card sending"><span class="num">${Math.round(s.ratio * 100)}%</span><pm-bar .ratio=${s.ratio}></pm-bar></li>`)}
      ${this.room ? html`<li>${this.picker('tile', html`${icon('plus')}<span>${t('上传')}</span>`)}</li>` : nothing}
    </ul>`;
  }
  private list(): TemplateResult {
    return html`${this.picker('btn', html`${icon('upload')}<span>${t('上传文件')}</span>`)}
      <ul class="upload-list">
        ${this.value.map(
          (f) => html`<li>${icon(f.media_type === 'application/pdf' ? 'file' : 'picture')}
            <button type="button" class="btn link ellipsis" title=${f.name} @click=${() => void openFile(f, this.value)}>${f.name}</button>
            <small class="num">${fileSize(f.size)}</small>
            ${this.action('delete', t('删除 {name}', { name: f.name }), () => this.takeOut(f))}</li>`,
        )}
        ${this.sending.map((s) => html`<li>${icon('loading', true)}<span class="ellipsis" title=${s.name}>${s.name}</span><pm-bar .ratio=${s.ratio}></pm-bar></li>`)}
      </ul>`;
  }
  override render() {
    return html`${this.look === 'wall' ? this.wall() : this.list()}
      ${this.refused.map((r) => html`<div class="upload-refused" role="alert">${icon('error')}${r.name}：${r.reason}</div>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-upload': Upload;
  }
}
