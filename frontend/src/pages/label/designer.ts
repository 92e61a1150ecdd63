import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, unwrap } from '../../api/client';
import { fetchFile } from '../../api/download';
import { explain } from '../../api/problem';
import type { Values } from '../../kit/form/field';
import '../../kit/form/form';
import { t } from '../../base/i18n';
import type { Form } from '../../kit/form/form';
import { accepts } from '../../parts/job/estimate';
import '../../parts/code/inactive-note';
import { followJob } from '../../parts/job/progress-dialog';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';
import { type Labels, sections, USUAL } from './sections';
import '../../parts/code/code.css';
import './label.css';

/** While typing, the picture waits so long before it is drawn again. */
const PAUSE = 350;
/** What of the form a single label depends on. */
const LOOK = [
  'design',
  'colour',
  'carrier',
  'scratch',
  'has_code_text',
  'paper',
  'width',
  'height',
  'name',
  'text',
  'logo_file_id',
] as const;

/** Designs labels and has them made (F233–F239). */
@customElement('pm-label-designer')
export class LabelDesigner extends Light {
  @property({ attribute: false }) given: Values = {};
  @state() private url = '';
  @state() private failure = '';
  @state() private isBusy = false;
  @state() private isSending = false;
  @state() private product: unknown;
  @query('pm-form') private form!: Form;
  private sections = sections();
  private initial: Values = {};
  private timer = 0;
  private asked = 0;

  override willUpdate(): void {
    if (!this.hasUpdated) this.initial = { ...USUAL, ...this.given };
    if (!this.hasUpdated) this.product = this.given.product_id;
  }
  override async firstUpdated(): Promise<void> {
    await this.form.updateComplete;
    await this.draw();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    if (this.url) URL.revokeObjectURL(this.url);
  }
  private edited(e: CustomEvent<Values>): void {
    this.product = e.detail.product_id;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.draw(), PAUSE);
  }
  /** Draws the first label as it will be; the last description wins. */
  private async draw(): Promise<void> {
    const labels = this.form.collect<Labels>();
    const asked = ++this.asked;
    if (!labels.product_id) {
      this.show('', t('选择产品后显示标签预览'));
      return;
    }
    this.isBusy = true;
    try {
      const which = await firstCode(labels);
      const look = Object.fromEntries(LOOK.map((name) => [name, labels[name] ?? undefined]));
      const path = `/api/v1/products/${labels.product_id}/label`;
      const drawn = await fetchFile(path, { ...look, ...which, format: 'svg' });
      if (asked === this.asked) this.show(URL.createObjectURL(drawn.blob), '');
    } catch (e) {
      if (asked === this.asked) this.show('', explain(e));
    } finally {
      if (asked === this.asked) this.isBusy = false;
    }
  }
  private show(url: string, failure: string): void {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = url;
    this.failure = failure;
  }
  private start = async (): Promise<void> => {
    if (this.isSending || !this.form.validate()) return;
    if (this.form.isUploading) {
      message.warning(t('文件正在上传，请稍候'));
      return;
    }
    this.isSending = true;
    try {
      const queued = await this.form.send(async (body: Labels) =>
        (await accepts(await unwrap(api.POST('/api/v1/label-exports/estimate', { body }))))
          ? unwrap(api.POST('/api/v1/label-exports', { body }))
          : undefined,
      );
      if (queued) await followJob(queued.job_id);
    } catch (e) {
      if (!this.form.fail(e)) message.failure(e);
    } finally {
      this.isSending = false;
    }
  };
  override render() {
    const picture = this.url ? html`<img src=${this.url} alt=${t('标签预览')} />` : nothing;
    return html`<pm-inactive-note .product=${this.product}></pm-inactive-note><div class="label-designer">
      <div class="label-preview">
        <div class="label-frame">${this.failure ? html`<span class="muted" role="status">${this.failure}</span>` : picture}${this.isBusy ? html`<span class="designer-busy">${icon('loading', true)}</span>` : nothing}</div>
        <p class="muted">${t('预览为第一枚标签，放大显示')}</p>
      </div>
      <div><pm-form layout="cards" .sections=${this.sections} .initial=${this.initial} @edit=${this.edited} @submitted=${this.start}></pm-form>
        <div class="footbar">
          <span class="muted"><span class="required" aria-hidden="true">*</span>${t('为必填项')}</span>
          <button class="btn primary" type="button" aria-disabled=${this.isSending} @click=${this.start}>${icon(this.isSending ? 'loading' : 'download', this.isSending)}${t('开始导出')}</button>
        </div></div>
    </div>`;
  }
}

/** The code on the first label: that of the product, of the batch, or of the first unit. */
async function firstCode(labels: Labels): Promise<{ batch_no?: string; serial?: string }> {
  const { product_id, batch_id } = labels;
  if (labels.subject === 'batch' && batch_id) {
    const batch = await unwrap(api.GET('/api/v1/batches/{id}', { params: { path: { id: batch_id } } }));
    return { batch_no: batch.batch_no };
  }
  if (labels.subject !== 'unit') return {};
  if (labels.first_serial) return { serial: labels.first_serial };
  const query = { product_id, batch_id: batch_id ?? undefined, state: 'active' as const, page_size: 1 };
  const { items } = await unwrap(api.GET('/api/v1/units', { params: { query } }));
  return { serial: items[0]?.serial };
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-label-designer': LabelDesigner;
  }
}
