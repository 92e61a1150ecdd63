import { html, type TemplateResult } from 'lit';
import { t } from '../../base/i18n';
import { icon } from '../../ui/icons';

/** What follows from leaving the factory, before somebody enters it. */
export const exFactoryNote = (what: string): TemplateResult =>
  html`<div class="alert">${icon('info')}<div>${t('登记出厂后，{what}不能直接修改；如需更正，须填写原因，原因和修改前后的值在扫码页公开。', { what })}</div></div>`;
