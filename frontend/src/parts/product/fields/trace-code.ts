import { html } from 'lit';
import { api, unwrap } from '../../../api/client';
import { t } from '../../../base/i18n';
import type { Control } from '../../../kit/form/field';
import { message } from '../../../ui/toast';

/** The button beside 追溯码 that gets an internal code nobody else gets. */
export function traceCodeSuffix(c: Control): unknown {
  const generate = async (): Promise<void> => {
    try {
      const { trace_code } = await unwrap(api.POST('/api/v1/internal-codes'));
      c.set(trace_code, true);
      message.info(t('已生成内部码 {code}，仅限企业内部或区域内流通', { code: trace_code }));
    } catch (e) {
      message.failure(e);
    }
  };
  return html`<button class="btn" type="button" title=${t('没有商品条码时，可用 20–29 开头的内部码')} @click=${generate}>${t('生成内部码')}</button>`;
}
