import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api, unwrap } from '../../api/client';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';

/** How many consumers wait for an answer; nothing here when none does (F105). */
@customElement('pm-feedback-todo')
export class FeedbackTodo extends Light {
  @state() private open = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    // Only its total is wanted. The page is useful without it; the list says what is wrong.
    const query = { state: 'open', page_size: 1 } as const;
    unwrap(api.GET('/api/v1/feedback', { params: { query } })).then(
      (found) => (this.open = found.total),
      () => undefined,
    );
  }
  override render() {
    if (!this.open) return nothing;
    return html`<div class="alert warning">${icon('message')}<div class="alert-text">${t('有 {n} 条消费者反馈尚未处理。', { n: num(this.open) })}</div>
      <div class="btns"><a class="btn" href=${links.feedbackList({ state: 'open' })}>${t('去处理')}</a></div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-feedback-todo': FeedbackTodo;
  }
}
