import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { contactReminder } from '../../parts/enterprise/contact';
import { verificationNote } from '../../parts/enterprise/verification';
import { recheckReminder } from '../../parts/product/recheck';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';
import { filingReminder } from './filing-reminder';
import { expiryReminders } from './qualification-reminder';

/** What waits for someone to do it: nothing here when there is nothing to do. */
@customElement('pm-todos')
export class Todos extends Light {
  @state() private enterprise: S<'EnterpriseView'> | null = null;
  @state() private qualifications: S<'QualificationOverview'> | null = null;
  @state() private filings: S<'Page_DueFiling'> | null = null;
  @state() private rechecks = 0;
  /** The newest identity request; null until it was read. */
  @state() private identity: S<'IdentityRequestView'> | undefined | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // The page is useful without it; whoever needs the record sees the failure on its own page.
    unwrap(api.GET('/api/v1/enterprise')).then(
      (e) => (this.enterprise = e),
      () => undefined,
    );
    unwrap(api.GET('/api/v1/identity-requests', { params: { query: { page_size: 1 } } })).then(
      (found) => (this.identity = found.items[0]),
      () => undefined,
    );
    if (session.may('product.read')) {
      unwrap(api.GET('/api/v1/due-filings', { params: { query: { page_size: 10 } } })).then(
        (due) => (this.filings = due),
        () => undefined,
      );
      unwrap(api.GET('/api/v1/due-rechecks', { params: { query: { page_size: 10 } } })).then(
        (due) => (this.rechecks = due.total),
        () => undefined,
      );
    }
    if (session.may('qualification.read'))
      unwrap(api.GET('/api/v1/qualification-overview')).then(
        (n) => (this.qualifications = n),
        () => undefined,
      );
  }
  override render() {
    const e = this.enterprise;
    if (!e || !session.may('enterprise.write')) return nothing;
    const todo = (
      text: string,
      to: string = links.enterpriseEdit,
    ) => html`<div class="alert">${icon('info')}<div class="alert-text">${text}</div>
      <div class="btns"><a class="btn" href=${to}>${t('去完善')}</a></div></div>`;
    const doubt = (text: string) =>
      html`<div class="alert warning">${icon('warning')}<div class="alert-text">${text}</div></div>`;
    // Without whitespace between, so that the element is empty when the list is.
    return html`${[
      ...(this.identity === null ? [] : verificationNote(e, this.identity)),
      ...(e.contact_is_stale ? [contactReminder(e, (fresh) => (this.enterprise = fresh))] : []),
      ...(this.qualifications ? expiryReminders(this.qualifications) : []),
      ...(this.filings ? filingReminder(this.filings) : []),
      ...recheckReminder(this.rechecks),
      ...e.warnings.map(doubt),
      ...(e.licence ? [] : [todo(t('尚未上传营业执照。'), links.enterpriseChange)]),
      ...(e.company_prefixes.length || !session.may('product.write')
        ? []
        : [todo(t('尚未登记厂商识别代码。使用商品条码的产品登记后可自动核对追溯码。'))]),
    ]}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-todos': Todos;
  }
}
