import TableOutlined from '@ant-design/icons-svg/es/asn/TableOutlined';
import VideoCameraOutlined from '@ant-design/icons-svg/es/asn/VideoCameraOutlined';
import { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { drawn, icon } from '../icons';
import { Light } from '../light';
import { message } from '../toast';
import { cleanHtml, isBlank, plainText } from './clean';
import { askLink } from './link-dialog';
import { type MediaKind, MediaQueue } from './media';
import { type Pasted, readPasted } from './pasted';
import { extensions } from './schema';
import * as tools from './toolbar';
import '../bar';
import '../menu';
import '../css/rich-editor.css';
import './palette';

/** Writes rich text as the contract has it. Fires `change` with the HTML, empty when nothing would be seen. */
@customElement('pm-rich-editor')
export class RichEditor extends Light {
  /** What it begins with; what is written goes out by `change`. */
  @property({ attribute: false }) initial = '';
  @property() label = '';
  @property({ type: Number }) max = 0;
  value = '';
  private editor?: Editor;
  private media?: MediaQueue;
  /** The button of the toolbar that Tab reaches. */
  private at = 0;

  get isBusy(): boolean {
    return !!this.media?.coming.length;
  }
  override firstUpdated(): void {
    this.value = this.initial;
    const draw = (): void => this.requestUpdate();
    const editor = new Editor({
      element: this.querySelector<HTMLElement>('.rich-body'),
      extensions: extensions(t('在此输入内容，可粘贴或拖入图片')),
      content: cleanHtml(this.initial),
      injectCSS: false,
      autofocus: 'start',
      editorProps: {
        attributes: {
          class: 'rich-content',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': this.label || t('正文'),
        },
        transformPastedHTML: (pasted) => this.pasted(pasted),
        handlePaste: (_, e) => {
          const words = plainText(e.clipboardData?.getData('text/html') ?? '');
          return !words && this.takeFiles(e.clipboardData?.files);
        },
        handleDrop: (view, e) =>
          this.takeFiles(e.dataTransfer?.files, view.posAtCoords({ left: e.clientX, top: e.clientY })?.pos),
      },
      onUpdate: () => this.changed(),
      onTransaction: draw,
    });
    this.editor = editor;
    this.media = new MediaQueue(editor, draw);
    // Drawn once more, with the editor there; not within this update.
    void this.updateComplete.then(draw);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.editor?.destroy();
  }
  private changed(): void {
    // The empty line that lets one write on below a picture is no content.
    const written = this.editor?.getHTML().replace(/(<p><\/p>)+$/, '') ?? '';
    this.value = isBlank(written) ? '' : written;
    this.dispatchEvent(new CustomEvent('change', { detail: this.value, bubbles: true }));
  }
  /** What is pasted as the contract has it; its pictures follow, and what did not stay is said. */
  private pasted(source: string): string {
    const { html: dressed, pictures, lost } = readPasted(source);
    const said = [
      lost.media ? t('{n} 个图片或视频，请另行上传', { n: lost.media }) : '',
      lost.links ? t('{n} 个不是 https 的链接', { n: lost.links }) : '',
    ].filter(Boolean);
    if (said.length) message.warning(t('粘贴时未保留：{list}', { list: said.join('；') }));
    if (pictures.length) setTimeout(() => this.fill(pictures));
    return cleanHtml(dressed);
  }
  /** Takes the tokens of pasted pictures out of the text and lets the pictures come in their places. */
  private fill(pictures: Pasted['pictures']): void {
    const editor = this.editor;
    if (!editor || editor.isDestroyed) return;
    const places: { file: File; at: number }[] = [];
    const change = editor.state.tr;
    editor.state.doc.descendants((node, pos) => {
      for (const { token, file } of pictures) {
        const at = node.isText ? (node.text ?? '').indexOf(token) : -1;
        if (at >= 0) places.push({ file, at: change.mapping.map(pos + at) });
        if (at >= 0) change.delete(change.mapping.map(pos + at), change.mapping.map(pos + at + token.length));
      }
    });
    editor.view.dispatch(change);
    void this.media?.takeEach(places);
  }
  private takeFiles(files: FileList | undefined, at?: number): boolean {
    if (!files?.length) return false;
    void this.media?.take([...files], at);
    return true;
  }
  private mark(e: CustomEvent<{ mark: string; of: string | null }>): void {
    const { mark, of } = e.detail;
    if (!this.editor) return;
    const chain = tools.chain(this.editor);
    if (of) chain.setMark(mark, { of }).run();
    else chain.unsetMark(mark).run();
  }
  private link = async (): Promise<void> => {
    const editor = this.editor;
    if (!editor) return;
    const href = await askLink(editor.getAttributes('link').href as string | undefined);
    if (href === undefined) return;
    const chain = tools.chain(editor).extendMarkRange('link');
    if (!href) chain.unsetMark('link').run();
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setMark('link', { href }).run();
  };
  /** Left and right move between the buttons, as in any toolbar. */
  private move(e: KeyboardEvent): void {
    const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    const all = this.buttons;
    const from = all.indexOf(document.activeElement as HTMLElement);
    if (!by || from < 0) return;
    e.preventDefault();
    this.at = (from + by + all.length) % all.length;
    all[this.at]?.focus();
    this.requestUpdate();
  }
  private get buttons(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.rich-bar button')].filter((b) => !b.closest('.pop'));
  }
  override updated(): void {
    this.buttons.forEach((b, i) => (b.tabIndex = i === this.at ? 0 : -1));
  }
  private bar(): TemplateResult {
    const e = this.editor;
    const each = (list: readonly tools.Tool[]) => list.map((tool) => tools.button(tool, e));
    const pick = (kind: MediaKind) => (): void => this.querySelector<HTMLInputElement>(`.rich-file.${kind}`)?.click();
    return html`<div class="rich-bar" role="toolbar" aria-label=${t('格式')} @keydown=${this.move}>
      ${each(tools.history)}<i></i>
      <pm-menu .items=${e ? tools.styles(e) : []} .face=${html`${tools.styleName(e)}${icon('down')}`} .look=${'tool wide'}></pm-menu><i></i>
      ${each(tools.letters)}
      <pm-rich-palette colour=${(e?.getAttributes('colour').of as string) ?? ''} marker=${(e?.getAttributes('marker').of as string) ?? ''} @choose=${this.mark}></pm-rich-palette><i></i>
      ${each(tools.blocks)}<i></i>
      ${each(tools.inserts(() => void this.link()))}
      <pm-menu .items=${e ? tools.tableItems(e) : []} .face=${drawn(TableOutlined)} .look=${'tool'} label=${t('表格')}></pm-menu>
      <button type="button" class="tool" title=${t('插入图片')} aria-label=${t('插入图片')} @click=${pick('picture')}>${icon('picture')}</button>
      <button type="button" class="tool" title=${t('插入视频')} aria-label=${t('插入视频')} @click=${pick('video')}>${drawn(VideoCameraOutlined)}</button>
    </div>`;
  }
  private input(kind: MediaKind, label: string, accept: string): TemplateResult {
    return html`<input class="rich-file ${kind}" type="file" hidden multiple accept=${accept} aria-label=${label} @change=${(
      e: Event,
    ) => {
      e.stopPropagation();
      const input = e.target as HTMLInputElement;
      void this.media?.take([...(input.files ?? [])]);
      input.value = '';
    }} />`;
  }
  /** What a picture shows, for those who cannot see it. */
  private pictureBar(): TemplateResult | typeof nothing {
    const selection = this.editor?.state.selection;
    if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'picture') return nothing;
    const at = selection.from;
    const set = (e: Event): void => {
      e.stopPropagation();
      const view = this.editor?.view;
      view?.dispatch(view.state.tr.setNodeAttribute(at, 'alt', (e.target as HTMLInputElement).value.trim()));
    };
    return html`<label class="rich-picture">${t('图片说明')}<input class="input" placeholder=${t('供读屏软件朗读，图片无法显示时也会出现')}
      .value=${selection.node.attrs.alt as string} @change=${set} /></label>`;
  }
  private state(): TemplateResult {
    const { coming = [], refused = [] } = this.media ?? {};
    const length = [...this.value].length;
    const isLong = this.max > 0 && length > this.max;
    return html`${coming.map((c) => html`<div class="rich-coming" role="status">${icon('loading', true)}<span class="ellipsis">${c.name}</span><pm-bar .ratio=${c.ratio}></pm-bar></div>`)}
      ${refused.map((text) => html`<div class="upload-refused" role="alert">${icon('error')}${text}</div>`)}
      ${isLong ? html`<div class="upload-refused" role="alert">${icon('error')}${t('内容过长：{n} / {max} 个字符（含格式）', { n: num(length), max: num(this.max) })}</div>` : nothing}`;
  }
  override render() {
    return html`<div class="rich-editor"><div class="rich-head">${this.bar()}${this.pictureBar()}</div>
      <div class="rich-body"></div></div>
      ${this.input('picture', t('插入图片'), 'image/jpeg,image/png')}${this.input('video', t('插入视频'), 'video/mp4,video/quicktime')}
      ${this.state()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-rich-editor': RichEditor;
  }
}
