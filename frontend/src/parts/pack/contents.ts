import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { explain } from '../../api/problem';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { serialsFrom } from '../unit/serials';
import { verdictMark } from '../verdict';
import './contents.css';

type Content = S<'ContentItem'>;
const PAGE = 50;
/** So many packs of a run are shown at once; the rest on demand. */
const STEP = 20;

/** What is in a pack, and in the packs within it, each read when it is opened. */
@customElement('pm-pack-contents')
export class PackContents extends Light {
  @property() product = '';
  @property() serial = '';
  /** Another value reads again. */
  @property({ type: Number }) version = 0;
  @state() private items: Content[] | null = null;
  @state() private total = 0;
  @state() private failure = '';
  @state() private open: ReadonlySet<string> = new Set();
  @state() private shown: Record<string, number> = {};

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('product') || changed.has('serial') || changed.has('version')) void this.read(1);
  }
  private async read(page: number): Promise<void> {
    const { product: id, serial } = this;
    this.failure = '';
    try {
      const query = { serial, page, page_size: PAGE };
      const found = await unwrap(api.GET('/api/v1/products/{id}/unit/contents', { params: { path: { id }, query } }));
      if (serial !== this.serial) return;
      this.items = page === 1 ? found.items : [...(this.items ?? []), ...found.items];
      this.total = found.total;
    } catch (e) {
      this.failure = explain(e);
    }
  }
  private toggle(key: string): void {
    const open = new Set(this.open);
    if (!open.delete(key)) open.add(key);
    this.open = open;
  }
  private which(c: Content): unknown {
    if (!c.first_serial)
      return c.batch_no ? html`<span class="num">${t('批次 {no}', { no: c.batch_no })}</span>` : nothing;
    if (c.first_serial === c.last_serial)
      return html`<a class="num" href=${links.unit({ product_id: c.product_id, serial: c.first_serial })}>${c.first_serial}</a>`;
    return html`<span class="num">${c.first_serial} – ${c.last_serial}</span>`;
  }
  private inner(c: Content): TemplateResult {
    const first = c.first_serial ?? '';
    if (c.quantity === 1)
      return html`<pm-pack-contents .product=${c.product_id} .serial=${first} .version=${this.version}></pm-pack-contents>`;
    const count = Math.min(c.quantity, this.shown[c.id] ?? STEP);
    const more = (): void => {
      this.shown = { ...this.shown, [c.id]: count + STEP };
    };
    return html`<ul class="tree">${serialsFrom(first, count).map((serial) => {
      const key = `${c.id} ${serial}`;
      const link = html`<a class="num" href=${links.unit({ product_id: c.product_id, serial })}>${serial}</a>`;
      return this.node(
        key,
        html`${c.product_name} ${link}`,
        () =>
          html`<pm-pack-contents .product=${c.product_id} .serial=${serial} .version=${this.version}></pm-pack-contents>`,
      );
    })}</ul>${count < c.quantity ? html`<button class="btn link" type="button" @click=${more}>${t('再显示 {n} 个', { n: Math.min(STEP, c.quantity - count) })}</button>` : nothing}`;
  }
  private node(key: string, face: unknown, inner: (() => unknown) | null): TemplateResult {
    const isOpen = this.open.has(key);
    return html`<li><div class="tree-row">
      ${inner ? html`<button class="tool" type="button" aria-expanded=${isOpen} aria-label=${isOpen ? t('收起') : t('展开')} @click=${() => this.toggle(key)}>${icon(isOpen ? 'down' : 'right')}</button>` : html`<span class="tree-leaf"></span>`}
      <span class="tree-face">${face}</span></div>${inner && isOpen ? inner() : nothing}</li>`;
  }
  private row(c: Content): TemplateResult {
    const counts = c.inner_quantity ? t('内含 {n} 件', { n: num(c.inner_quantity) }) : '';
    const face = html`<span>${c.product_name}</span> ${this.which(c)} <b class="num">× ${num(c.quantity)}</b> <span class="muted">${counts}</span>${c.verdict === 'valid' ? nothing : html` ${verdictMark(c.verdict)}`}`;
    return this.node(c.id, face, c.is_pack && c.first_serial ? () => this.inner(c) : null);
  }
  override render() {
    if (this.failure) return html`<p class="muted">${this.failure}</p>`;
    if (!this.items) return html`<p class="muted" role="status">${t('加载中…')}</p>`;
    if (!this.items.length) return html`<p class="muted">${t('组合中还没有内容')}</p>`;
    const page = Math.floor(this.items.length / PAGE) + 1;
    return html`<ul class="tree">${this.items.map((c) => this.row(c))}</ul>
      ${this.items.length < this.total ? html`<button class="btn link" type="button" @click=${() => this.read(page)}>${t('加载更多')}</button>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-pack-contents': PackContents;
  }
}
