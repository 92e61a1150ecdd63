import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { explain } from '../../api/problem';
import { session } from '../../api/session';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import '../../ui/menu';
import { Narrow } from '../../ui/narrow';
import '../../ui/pagination';
import { t } from '../../base/i18n';
import { empty, failed } from '../../ui/result';
import { message } from '../../ui/toast';
import { type PageContext, type PageDef, page } from '../page';
import { readState, writeState } from './address';
import type { ListHandle, ListPageDef, Row, RowAction, ToolAction } from './describe';
import { ACTIONS, areEqual, fitted, measure, type Widths } from './fit';
import type { Filter } from './search';
import './search';
import { cards, table } from './table';
import { Taste } from './taste';

/** A list that is searched, sorted and paged on the server; its state is in the address. */
@customElement('pm-list-page')
export class ListPage extends Light {
  @property({ attribute: false }) def!: ListPageDef;
  @property({ attribute: false }) ctx!: PageContext;
  @state() private filter: Filter = {};
  @state() private page = 1;
  @state() private size = 0;
  @state() private sort = '';
  @state() private rows: readonly Row[] = [];
  @state() private total = 0;
  @state() private isBusy = true;
  @state() private failure = '';
  @state() private widths: Widths = new Map();
  @query('.table-scroll') private scroller!: HTMLElement | null;
  private taste!: Taste;
  private narrow = new Narrow(this);
  private asked = 0;
  private timer = 0;
  private sizes = new ResizeObserver(() => this.markEdges());

  override connectedCallback(): void {
    super.connectedCallback();
    this.taste = new Taste(this.ctx.match.route.path, this.def.columns);
    const keys = (this.def.search ?? []).flatMap((f) => f.keys);
    Object.assign(this, readState(this.ctx.match.query, keys));
    this.sizes.observe(this);
    void this.reload();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    clearTimeout(this.timer);
    this.asked++;
  }
  private writeAddress(): void {
    const { filter, page, size, sort } = this;
    const text = writeState({ filter, page, size, sort });
    history.replaceState(history.state, '', location.pathname + (text ? `?${text}` : ''));
  }
  override updated(): void {
    const drawn = this.querySelector<HTMLTableElement>('.table');
    if (!drawn) return;
    const widths = measure(drawn, this.taste.shown);
    if (!areEqual(widths, this.widths)) this.widths = widths;
  }
  reload = async (): Promise<void> => {
    this.writeAddress();
    this.isBusy = true;
    await this.read();
  };
  private async read(): Promise<void> {
    const asked = ++this.asked;
    clearTimeout(this.timer);
    try {
      const sort = this.sort ? { sort: this.sort } : {};
      const found = await this.def.load({ ...this.filter, ...sort, page: this.page, page_size: this.size });
      if (asked !== this.asked) return;
      this.failure = '';
      this.rows = found.items;
      this.total = found.total;
      const last = Math.max(1, Math.ceil(found.total / this.size));
      // What was last on the last page is gone, or the address asked for too much.
      if (this.page > last) {
        this.page = last;
        return this.reload();
      }
    } catch (e) {
      if (asked !== this.asked) return;
      this.failure = explain(e);
      this.rows = [];
      this.total = 0;
    }
    this.isBusy = false;
    const wait = this.def.poll?.(this.rows);
    if (wait) this.timer = window.setTimeout(() => void this.read(), wait);
    void this.updateComplete.then(() => this.markEdges());
  }
  private get handle(): ListHandle {
    return { reload: this.reload, filter: this.filter, ctx: this.ctx };
  }
  /** Whether something is hidden on either side; its edge has a shadow then. */
  private markEdges = (): void => {
    const s = this.scroller;
    s?.classList.toggle('more-left', s.scrollLeft > 1);
    s?.classList.toggle('more-right', s.scrollLeft + s.clientWidth < s.scrollWidth - 1);
  };
  private act = async (a: RowAction<Row>, row: Row): Promise<void> => {
    try {
      await a.run?.(row, this.handle);
    } catch (e) {
      message.failure(e);
    }
  };
  private ask(change: { filter?: Filter; page?: number; size?: number; sort?: string }): void {
    Object.assign(this, { page: 1, ...change });
    void this.reload();
  }

  private tool(a: ToolAction): TemplateResult {
    const face = html`${a.icon ? icon(a.icon) : nothing}${a.label}`;
    const look = `btn ${a.primary ? 'primary' : ''}`;
    if (a.to) return html`<a class=${look} href=${a.to(this.handle)}>${face}</a>`;
    const run = async (): Promise<void> => {
      try {
        await a.run?.(this.handle);
      } catch (e) {
        message.failure(e);
      }
    };
    return html`<button class=${look} type="button" @click=${run}>${face}</button>`;
  }
  private toolbar(): TemplateResult {
    const tools = (this.def.tools ?? []).filter((a) => !a.permission || session.may(a.permission));
    const redraw = (): void => this.requestUpdate();
    return html`<div class="table-head"><h2>${this.def.title}</h2>
      <div class="table-tools">
        ${tools.map((a) => this.tool(a))}
        <span class="divider"></span>
        <button class="tool" type="button" title=${t('刷新')} aria-label=${t('刷新')} @click=${this.reload}>${icon('reload', this.isBusy)}</button>
        <pm-menu class="wide-only" .look=${'tool'} label=${t('密度')} .items=${this.taste.densityItems(redraw)} .face=${icon('density')}></pm-menu>
        <pm-menu .look=${'tool'} label=${t('列设置')} .items=${this.taste.columnItems(redraw)} .face=${icon('setting')}></pm-menu>
      </div></div>`;
  }
  private noRows(): unknown {
    if (this.isBusy) return html`<div class="empty"></div>`;
    if (this.failure)
      return failed(
        this.failure,
        html`<button class="btn" type="button" @click=${this.reload}>${icon('reload')}${t('重试')}</button>`,
      );
    const isFiltered = Object.keys(this.filter).length > 0;
    if (isFiltered || !this.def.empty) return empty(isFiltered ? t('没有符合条件的记录') : t('暂无数据'));
    return empty(this.def.empty.text, this.def.empty.action?.(this.handle));
  }
  override render() {
    const view = {
      caption: this.def.title,
      rows: this.rows,
      before: (this.page - 1) * this.size,
      rowKey: this.def.rowKey,
      columns: fitted(this.taste.shown, this.widths),
      actions: this.def.rowActions ?? [],
      actionsWidth: this.widths.get(ACTIONS) ?? 0,
      density: this.taste.density,
      sort: this.sort,
      isBusy: this.isBusy,
      onSort: (sort: string) => this.ask({ sort }),
      act: this.act,
      nothing: this.noRows(),
    };
    return html`${
      this.def.search?.length
        ? html`<pm-search-bar .fields=${this.def.search} .filter=${this.filter}
            @search=${(e: CustomEvent<Filter>) => this.ask({ filter: e.detail })}></pm-search-bar>`
        : nothing
    }
      <section class="card">
        ${this.toolbar()}${this.def.intro?.(this.handle) ?? nothing}
        <div class="table-wrap" @scroll=${{ handleEvent: this.markEdges, capture: true, passive: true }}>
          ${this.narrow.is ? cards(view) : table(view)}
          ${this.isBusy ? html`<div class="table-mask">${icon('loading', true)}<span class="sr" role="status">${t('加载中…')}</span></div>` : nothing}
        </div>
        ${
          this.failure
            ? nothing
            : html`<div class="table-foot"><pm-pagination .total=${this.total} .page=${this.page} .size=${this.size}
          @change=${(e: CustomEvent<{ page: number; size: number }>) => this.ask(e.detail)}></pm-pagination></div>`
        }
      </section>`;
  }
}

/** A page that is a list. */
export function listPage<R extends Row, Q extends Row>(def: ListPageDef<R, Q>): PageDef {
  return page({ render: (ctx) => html`<pm-list-page .def=${def} .ctx=${ctx}></pm-list-page>` });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-list-page': ListPage;
  }
}
