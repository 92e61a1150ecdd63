import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { nameOf } from '../../api/enums';
import { session } from '../../api/session';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { mark } from '../../kit/record/facts';
import { identityFields, identityRequest } from '../../parts/enterprise/identity';
import { changeTones } from '../../parts/tones';
import { confirm, openDrawer } from '../../ui/dialog';
import { Light } from '../../ui/light';
import { message } from '../../ui/toast';
import './requests.css';

type Request = S<'IdentityRequestView'>;

/** How many are shown; those of before are in the data. */
const SHOWN = 20;

/** Read anew: the links to the licences are good for some minutes. */
async function open(id: string): Promise<void> {
  try {
    const r = await unwrap(api.GET('/api/v1/identity-requests/{id}', { params: { path: { id } } }));
    await openDrawer({ title: t('企业变更申请'), width: 1000, footer: false, body: () => identityRequest(r) });
  } catch (e) {
    message.failure(e);
  }
}

/** The requests of the enterprise, newest first; one that waits can be taken back. */
@customElement('pm-identity-requests')
export class IdentityRequests extends Light {
  /** Told what is newest, so that the page can say what waits. */
  @property({ attribute: false }) told: (newest: Request | undefined) => void = () => undefined;
  @state() private found: Request[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  private async read(): Promise<void> {
    try {
      const query = { page_size: SHOWN };
      this.found = (await unwrap(api.GET('/api/v1/identity-requests', { params: { query } }))).items;
      this.told(this.found[0]);
    } catch (e) {
      message.failure(e);
    }
  }
  private async withdraw(id: string): Promise<void> {
    if (!(await confirm(t('撤回申请？'), t('撤回后原来的信息不变，可以重新申请。'), { okText: t('撤回') }))) return;
    try {
      await unwrap(api.POST('/api/v1/identity-requests/{id}/withdraw', { params: { path: { id } } }));
      message.success(t('已撤回'));
    } catch (e) {
      message.failure(e);
    }
    await this.read();
  }
  private row(r: Request) {
    const isMine = r.state === 'submitted' && session.may('enterprise.write');
    return html`<li><button type="button" class="btn link" @click=${() => void open(r.id)}>${dateTime(r.created_at)}</button>
      ${mark(nameOf('ChangeRequestState', r.state), changeTones[r.state])}
      <p>${identityFields(r)}</p>${r.reason ? html`<p>${r.reason}</p>` : nothing}
      ${r.state_reason ? html`<p class="muted">${r.state_reason}</p>` : nothing}
      ${isMine ? html`<button type="button" class="btn" @click=${() => void this.withdraw(r.id)}>${t('撤回')}</button>` : nothing}</li>`;
  }
  override render() {
    if (!this.found.length) return nothing;
    return html`<section class="card"><header class="card-head"><h2>${t('核验与变更申请')}</h2></header>
      <div class="card-body"><ul class="request-list">${this.found.map((r) => this.row(r))}</ul></div></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-identity-requests': IdentityRequests;
  }
}
