import { html, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { t } from '../../base/i18n';
import { facts } from '../../kit/record/facts';
import { enterpriseFacts } from './facts';
import './check.css';

type Enterprise = S<'EnterpriseView'>;

/** The licence as large as there is room, to be read against what was typed beside it. */
export function paper(file: Enterprise['licence']): TemplateResult {
  if (!file) return html`<p class="alert warning">${t('该企业没有上传营业执照')}</p>`;
  if (!file.media_type.startsWith('image/'))
    return html`<a class="btn block" href=${file.url} target="_blank" rel="noopener">${t('打开营业执照（{name}）', { name: file.name })}</a>`;
  return html`<a href=${file.url} target="_blank" rel="noopener" title=${t('在新窗口查看原图')}><img src=${file.url} alt=${t('营业执照')}></a>`;
}

/** What an enterprise typed, beside the paper that proves it. */
export const enterpriseCheck = (e: Enterprise): TemplateResult => html`<div class="enterprise-check">
    <section class="paper"><h3>${t('营业执照')}</h3>${paper(e.licence)}</section>
    <section class="one-column">${facts(enterpriseFacts(e).filter((f) => f.label !== t('营业执照')))}</section>
  </div>`;
