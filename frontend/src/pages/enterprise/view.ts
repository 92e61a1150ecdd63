import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { type PageContext, page } from '../../kit/page';
import { facts } from '../../kit/record/facts';
import { RecordPage } from '../../kit/record/record-page';
import { contactReminder } from '../../parts/enterprise/contact';
import { enterpriseFacts } from '../../parts/enterprise/facts';
import { icon } from '../../ui/icons';

type Enterprise = S<'EnterpriseView'>;

@customElement('pm-enterprise')
export class EnterprisePage extends RecordPage<Enterprise> {
  protected override read(): Promise<Enterprise> {
    return unwrap(api.GET('/api/v1/enterprise'));
  }
  protected override draw(e: Enterprise) {
    const warning = (text: string) => html`<div class="alert warning">${icon('warning')}<div>${text}</div></div>`;
    return html`${e.contact_is_stale ? contactReminder(e, (fresh) => (this.record = fresh)) : nothing}
      ${e.warnings.map(warning)}
      <section class="card">
        <header class="card-head"><h2>${t('企业信息')}</h2><span class="extra">${
          session.may('enterprise.write')
            ? html`<a class="btn primary" href=${links.enterpriseEdit}>${icon('edit')}${t('修改')}</a>`
            : nothing
        }</span></header>
        <div class="card-body">${facts(enterpriseFacts(e))}</div>
      </section>`;
  }
}

export default page({ render: (ctx: PageContext) => html`<pm-enterprise .ctx=${ctx}></pm-enterprise>` });

declare global {
  interface HTMLElementTagNameMap {
    'pm-enterprise': EnterprisePage;
  }
}
