import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, unwrap } from '../../api/client';
import { session } from '../../api/session';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';

interface Waiting {
  text: string;
  to: string;
  total: number;
}

/** What waits for an operator to decide: nothing here when nothing does. */
@customElement('pm-review-todos')
export class ReviewTodos extends Light {
  @state() private waiting: readonly Waiting[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  private async read(): Promise<void> {
    const one = { page_size: 1 };
    const submitted = { params: { query: { ...one, state: 'submitted' as const } } };
    const open = { params: { query: { ...one, state: 'open' as const } } };
    const total = (page: Promise<{ total: number }>) =>
      page.then(
        (found) => found.total,
        () => 0,
      );
    // The page is useful without it; whoever needs a list sees the failure on its own page.
    const [enterprises, products, changes, claims] = await Promise.all([
      session.may('platform.enterprise.review')
        ? total(unwrap(api.GET('/api/v1/platform/identity-requests', submitted)))
        : 0,
      ...(session.may('platform.product.review')
        ? [
            total(unwrap(api.GET('/api/v1/platform/products', submitted))),
            total(unwrap(api.GET('/api/v1/platform/change-requests', submitted))),
            total(unwrap(api.GET('/api/v1/platform/code-claims', open))),
          ]
        : []),
    ]);
    const line = (text: (n: { n: string }) => string, to: string, n = 0) => ({
      text: text({ n: num(n) }),
      to,
      total: n,
    });
    this.waiting = [
      line((n) => t('{n} 件企业核验申请待处理。', n), `${links.identityReview}?state=submitted`, enterprises),
      line((n) => t('{n} 个产品待审核。', n), '/platform/products?state=submitted', products),
      line((n) => t('{n} 件产品变更申请待审核。', n), `${links.changeRequests}?state=submitted`, changes),
      line((n) => t('{n} 件追溯码申诉待裁定。', n), `${links.claimReview}?state=open`, claims),
    ].filter((w) => w.total > 0);
  }
  override render() {
    if (!this.waiting.length) return nothing;
    return html`${this.waiting.map(
      (w) => html`<div class="alert warning">${icon('warning')}<div class="alert-text">${w.text}</div>
        <div class="btns"><a class="btn" href=${w.to}>${t('去处理')}</a></div></div>`,
    )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-review-todos': ReviewTodos;
  }
}
