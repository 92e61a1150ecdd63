import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { UnitViewLabels as L } from '../../api/constraints';
import { session } from '../../api/session';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { type PageContext, page } from '../../kit/page';
import { type Fact, facts } from '../../kit/record/facts';
import { openCode } from '../../parts/code/code-dialog';
import { copyable } from '../../ui/copy';
import { icon } from '../../ui/icons';
import '../../parts/code/code-image';
import { openPreview } from '../../parts/code/preview-dialog';
import '../../parts/timeline';
import { openPack, openUnpack } from '../../parts/pack/act';
import '../../parts/pack/contents';
import { RecordPage } from '../../kit/record/record-page';
import { openRecall } from '../../parts/recall/open';
import { findingNotes, verdictMark } from '../../parts/verdict';
import { givenOf, openAssociate } from './associate';
import { enterUnitsExFactory } from './ex-factory';
import { voidUnits } from './void';

type Unit = S<'UnitView'>;

const basics = (u: Unit): Fact[] => [
  { label: t(L.serial), value: copyable(u.serial) },
  { label: t(L.product_name), value: html`<a href=${links.product(u.product_id)}>${u.product_name}</a>` },
  { label: t(L.trace_code), value: copyable(u.trace_code) },
  {
    label: t(L.batch_no),
    value: u.batch_id && html`<a class="num" href=${links.batch(u.batch_id)}>${u.batch_no}</a>`,
  },
  { label: t(L.made_on), value: u.made_on && html`<span class="num">${u.made_on}</span>` },
  { label: t(L.expires_on), value: u.expires_on && html`<span class="num">${u.expires_on}</span>` },
  { label: t(L.ex_factory_on), value: u.ex_factory_on && html`<span class="num">${u.ex_factory_on}</span>` },
  {
    label: t(L.parent),
    value:
      u.parent &&
      html`<a href=${links.unit(u.parent)}>${u.parent.product_name} <span class="num">${u.parent.serial}</span></a>`,
  },
  { label: t(L.issued_at), value: html`<span class="num">${dateTime(u.issued_at)}</span>` },
];

/** One unit: its facts, the pack it is in, what is in it when it is one, and its history. */
@customElement('pm-unit')
export class UnitPage extends RecordPage<Unit> {
  @state() private version = 0;
  private loadEvents = (): Promise<S<'EventView'>[]> => Promise.resolve([]);

  protected override async read(): Promise<Unit> {
    const q = this.ctx.match.query;
    const params = { path: { id: q.get('product_id') ?? '' }, query: { serial: q.get('serial') ?? '' } };
    const unit = await unwrap(api.GET('/api/v1/products/{id}/unit', { params }));
    this.version++;
    this.loadEvents = () => unwrap(api.GET('/api/v1/products/{id}/unit/events', { params }));
    return unit;
  }
  private acting(act: () => Promise<boolean>) {
    return async (): Promise<void> => {
      if (await act()) await this.reload();
    };
  }
  private actions(u: Unit): TemplateResult {
    const may = session.may('code.write') && u.state === 'active';
    const { product_id, serial } = u;
    const recall = () => openRecall({ product_id, first_serial: serial }, t('单品 {serial}', { serial }));
    const link = () => openAssociate(givenOf(u));
    const leave = () => enterUnitsExFactory({ product_id, first_serial: serial, entered: u.ex_factory_on });
    return html`<div class="btns">
      ${may ? html`<button class="btn" type="button" @click=${this.acting(link)}>${icon('link')}${t('关联')}</button>` : nothing}
      ${may ? html`<button class="btn" type="button" @click=${this.acting(leave)}>${u.ex_factory_on ? t('更正出厂日期') : t('出厂')}</button>` : nothing}
      <button class="btn" type="button" @click=${() => openPreview({ product: product_id, serial }, u.uri)}>${icon('mobile')}${t('预览')}</button>
      ${may ? html`<button class="btn danger" type="button" @click=${this.acting(recall)}>${t('召回')}</button>` : nothing}
      ${may ? html`<button class="btn danger" type="button" @click=${this.acting(() => voidUnits({ product_id, first_serial: serial }))}>${t('作废')}</button>` : nothing}
    </div>`;
  }
  private code(u: Unit): TemplateResult {
    const isAlive = u.state === 'active';
    const open = () => openCode({ product: { id: u.product_id }, serial: u.serial, uri: u.uri });
    return html`<section class="card code-card">
      <header class="card-head"><h2>${u.is_pack ? t('组合母码') : t('单品码')}</h2></header>
      <div class="card-body">
        ${isAlive ? html`<pm-code-image .product=${u.product_id} .serial=${u.serial} label=${t('单品码')}></pm-code-image>` : html`<div class="code-gone">${t('已作废')}</div>`}
        <p class="code-uri">${u.uri}</p>
        ${isAlive ? html`<button class="btn block" type="button" @click=${open}>${icon('download')}${t('下载二维码')}</button>` : nothing}
      </div></section>`;
  }
  private contents(u: Unit): TemplateResult {
    const pack = { product_id: u.product_id, serial: u.serial };
    const may = session.may('code.write');
    const tools = html`<span class="extra">
      ${u.state === 'active' ? html`<button class="btn link" type="button" @click=${this.acting(() => openPack(pack))}>${icon('plus')}${t('装入')}</button>` : nothing}
      <button class="btn link" type="button" @click=${this.acting(() => openUnpack(pack))}>${icon('close')}${t('移出')}</button></span>`;
    return html`<section class="card"><header class="card-head"><h2>${t('组合内容')}</h2>${may ? tools : nothing}</header>
      <div class="card-body"><pm-pack-contents .product=${u.product_id} .serial=${u.serial} .version=${this.version}></pm-pack-contents></div></section>`;
  }
  protected override draw(u: Unit) {
    return html`${findingNotes(u.findings)}
      <div class="title-row"><strong>${u.product_name} <span class="num">${u.serial}</span></strong>${verdictMark(u.verdict)}<span class="spacer"></span>${this.actions(u)}</div>
      <div class="two-columns">
        <div>
          <section class="card"><header class="card-head"><h2>${t('基本信息')}</h2></header><div class="card-body">${facts(basics(u))}</div></section>
          ${u.is_pack ? this.contents(u) : nothing}<pm-events .load=${this.loadEvents}></pm-events>
        </div>
        <aside>${this.code(u)}</aside>
      </div>`;
  }
}

// Another unit is another page, also when one goes from a pack to what is in it.
export default page({
  render: (ctx: PageContext) => html`<pm-unit .ctx=${ctx}></pm-unit>`,
});

declare global {
  interface HTMLElementTagNameMap {
    'pm-unit': UnitPage;
  }
}
