import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { nameOf } from '../../api/enums';
import { session } from '../../api/session';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { mark } from '../../kit/record/facts';
import { changeRequest } from '../../parts/product/change-request';
import { fieldNames } from '../../parts/product/record-facts';
import { changeTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';
import './versions.css';

type Item = S<'ChangeRequestItem'>;

async function open(id: string): Promise<void> {
  try {
    const r = await unwrap(api.GET('/api/v1/change-requests/{id}', { params: { path: { id } } }));
    await openDrawer({ title: t('变更申请'), width: 860, footer: false, body: () => changeRequest(r) });
  } catch (e) {
    message.failure(e);
  }
}

/** 变更申请 of a product: what was asked for, what became of it, and how to take back what still waits. */
@customElement('pm-change-requests')
export class ChangeRequests extends Light {
  @property() product = '';
  /** Reads again when it changes. */
  @property() stamp = '';
  @state() private found: Item[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('product') || changed.has('stamp')) void this.read();
  }
  private async read(): Promise<void> {
    const params = { path: { id: this.product } };
    this.found = await unwrap(api.GET('/api/v1/products/{id}/change-requests', { params })).catch(() => []);
  }
  private async withdraw(id: string): Promise<void> {
    if (!(await confirm(t('撤回变更申请？'), t('撤回后原版本继续有效，可以重新申请。'), { okText: t('撤回') }))) return;
    try {
      await unwrap(api.POST('/api/v1/change-requests/{id}/withdraw', { params: { path: { id } } }));
      message.success(t('已撤回'));
    } catch (e) {
      message.failure(e);
    }
    await this.read();
  }
  private row(r: Item) {
    const isMine = r.state === 'submitted' && session.may('product.write');
    return html`<li><button type="button" class="btn link" @click=${() => void open(r.id)}>${dateTime(r.created_at)}</button>
      ${mark(nameOf('ChangeRequestState', r.state), changeTones[r.state])}
      <p>${fieldNames(r.changed_fields)}</p><p>${r.reason}</p>
      ${r.state_reason ? html`<p class="muted">${r.state_reason}</p>` : nothing}
      ${isMine ? html`<button type="button" class="btn" @click=${() => void this.withdraw(r.id)}>${t('撤回')}</button>` : nothing}</li>`;
  }
  override render() {
    if (!this.found.length) return nothing;
    return html`<section class="card flat"><header class="card-head"><h2>${t('变更申请')}</h2></header>
      <div class="card-body"><ul class="version-list">${this.found.map((r) => this.row(r))}</ul></div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-change-requests': ChangeRequests;
  }
}
