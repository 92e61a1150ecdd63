import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { type PageContext, page } from '../../kit/page';
import { facts } from '../../kit/record/facts';
import { RecordPage } from '../../kit/record/record-page';
import { contactReminder } from '../../parts/enterprise/contact';
import { enterpriseFacts } from '../../parts/enterprise/facts';
import { verificationNote } from '../../parts/enterprise/verification';
import { icon } from '../../ui/icons';
import './requests';

type Enterprise = S<'EnterpriseView'>;

@customElement('pm-enterprise')
export class EnterprisePage extends RecordPage<Enterprise> {
  /** The newest identity request; null until it was read. */
  @state() private newest: S<'IdentityRequestView'> | undefined | null = null;

  protected override read(): Promise<Enterprise> {
    return unwrap(api.GET('/api/v1/enterprise'));
  }
  private readonly tellNewest = (newest: S<'IdentityRequestView'> | undefined): void => {
    this.newest = newest;
  };
  protected override draw(e: Enterprise) {
    const warning = (text: string) => html`<div class="alert warning">${icon('warning')}<div>${text}</div></div>`;
    const waits = this.newest?.state === 'submitted';
    return html`${e.contact_is_stale ? contactReminder(e, (fresh) => (this.record = fresh)) : nothing}
      ${this.newest === null ? nothing : verificationNote(e, this.newest)}
      ${e.warnings.map(warning)}
      <section class="card">
        <header class="card-head"><h2>${t('企业信息')}</h2><span class="extra">${
          session.may('enterprise.write')
            ? html`${waits ? nothing : html`<a class="btn" href=${links.enterpriseChange}>${t('变更申请')}</a>`}
                <a class="btn primary" href=${links.enterpriseEdit}>${icon('edit')}${t('修改')}</a>`
            : nothing
        }</span></header>
        <div class="card-body">${facts(enterpriseFacts(e))}</div>
      </section>
      <pm-identity-requests .told=${this.tellNewest}></pm-identity-requests>`;
  }
}

export default page({ render: (ctx: PageContext) => html`<pm-enterprise .ctx=${ctx}></pm-enterprise>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-enterprise': EnterprisePage;
  }
}
