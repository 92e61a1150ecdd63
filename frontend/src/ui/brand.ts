import { html, type TemplateResult } from 'lit';
import { lang, switchLang, t } from '../base/i18n';
import { forgetUnsaved, hasUnsaved } from '../base/leaving';
import { confirmLoss } from './dialog';
import { icon } from './icons';
import type { MenuItem } from './menu';

export const logo = (): TemplateResult =>
  html`<a class="logo" href="/" aria-label=${t('品码')}><i>${icon('qrcode')}</i><span>${t('品码')}</span></a>`;

async function otherLanguage(): Promise<void> {
  if (hasUnsaved() && !(await confirmLoss())) return;
  forgetUnsaved();
  switchLang(lang() === 'en' ? 'zh-CN' : 'en');
}
/** A language by its own name, so that whoever is lost finds the way back. */
const otherName = (): string => {
  const other = lang() === 'en' ? 'zh-Hans' : 'en';
  return new Intl.DisplayNames([other], { type: 'language' }).of(other) ?? other;
};

export const languageItem = (): MenuItem => ({ label: otherName(), icon: 'global', run: () => void otherLanguage() });

export const languageButton = (): TemplateResult =>
  html`<button class="btn text" type="button" lang=${lang() === 'en' ? 'zh-CN' : 'en'} @click=${otherLanguage}>${icon('global')}${otherName()}</button>`;
