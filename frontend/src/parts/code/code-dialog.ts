import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { find_code_picture } from '../../api/constraints';
import { type Download, save } from '../../api/download';
import { explain } from '../../api/problem';
import type { operations } from '../../api/schema';
import type { Section, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import '../../kit/form/form';
import { t } from '../../base/i18n';
import type { Form } from '../../kit/form/form';
import { copyable } from '../../ui/copy';
import { openDialog } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import './code-scans';
import { noteDownload } from './downloaded';
import './inactive-note';
import { lookFields, strengthened, USUAL } from './look';
import { fetchCode, type Query, type Which } from './which';
import './code.css';

type Parameters = operations['find_code_picture']['parameters']['query'];
const f = fields<Parameters>(find_code_picture);

/** While typing, the picture waits so long before it is drawn again. */
const PAUSE = 350;

const sections = (): Section[] => [
  { title: '', columns: 2, fields: [f.radio('format', { wide: true }), ...lookFields(find_code_picture)] },
];

/** How a code shall look, and what it looks like (F085). */
@customElement('pm-code-designer')
export class CodeDesigner extends Light {
  @property({ attribute: false }) which!: Which;
  @property() uri = '';
  @state() private url = '';
  @state() private failure = '';
  @state() private isBusy = false;
  @query('pm-form') private form!: Form;
  private sections = sections();
  private initial: Values = { ...USUAL, format: 'png' };
  private drawn: Download | null = null;
  private timer = 0;
  private asked = 0;

  override async firstUpdated(): Promise<void> {
    // The form has its values only once it was drawn itself.
    await this.form.updateComplete;
    await this.draw();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    if (this.url) URL.revokeObjectURL(this.url);
  }
  private edited(values: Values): void {
    const stronger = strengthened(values);
    if (stronger) {
      this.form.patch(stronger);
      return;
    }
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.draw(), PAUSE);
  }
  /** Draws what is described; the last description wins. */
  private async draw(): Promise<void> {
    if (!this.form.validate()) return;
    const asked = ++this.asked;
    this.isBusy = true;
    try {
      const drawn = await fetchCode(this.which, this.form.collect() as Query);
      if (asked !== this.asked) return;
      if (this.url) URL.revokeObjectURL(this.url);
      this.drawn = drawn;
      this.url = URL.createObjectURL(drawn.blob);
      this.failure = '';
    } catch (e) {
      if (asked !== this.asked) return;
      this.drawn = null;
      this.failure = this.form.fail(e) ? t('请按提示修改') : explain(e);
    } finally {
      if (asked === this.asked) this.isBusy = false;
    }
  }
  private async download(): Promise<void> {
    clearTimeout(this.timer);
    await this.draw();
    if (!this.drawn) return;
    save(this.drawn);
    noteDownload();
  }
  override render() {
    const picture = this.url ? html`<img src=${this.url} alt=${t('二维码预览')} />` : nothing;
    return html`<pm-inactive-note .product=${this.which.product}></pm-inactive-note><div class="designer">
      <div class="designer-picture ${this.failure ? 'failed' : ''}">
        <div class="designer-frame">${this.failure ? html`<span class="muted">${this.failure}</span>` : picture}${this.isBusy ? html`<span class="designer-busy">${icon('loading', true)}</span>` : nothing}</div>
        ${this.uri ? html`<p class="code-uri">${copyable(this.uri)}</p>` : nothing}
        <pm-code-scans product=${this.which.product} .batchNo=${this.which.batchNo} .serial=${this.which.serial}></pm-code-scans>
      </div>
      <div><pm-form layout="stack" .sections=${this.sections} .initial=${this.initial} @edit=${(e: CustomEvent<Values>) => this.edited(e.detail)}
        @submitted=${this.download}></pm-form>
        <button class="btn primary block" type="button" @click=${this.download}>${icon('download')}${t('下载')}</button></div>
    </div>`;
  }
}

interface Subject {
  product: { id: string; name?: string };
  batchNo?: string;
  serial?: string;
  uri?: string;
}
export async function openCode(s: Subject): Promise<void> {
  const which: Which = { product: s.product.id, batchNo: s.batchNo, serial: s.serial };
  const name = s.serial ?? s.batchNo ?? s.product.name ?? '';
  await openDialog({
    title: t('下载二维码：{name}', { name }),
    width: 760,
    footer: false,
    body: () => html`<pm-code-designer .which=${which} uri=${s.uri ?? ''}></pm-code-designer>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-code-designer': CodeDesigner;
  }
}
