import { html, nothing, type TemplateResult } from 'lit';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { type IconName, icon } from '../../ui/icons';

interface Shortcut {
  permission: string;
  icon: IconName;
  label: string;
  to: string;
}

const all = (): Shortcut[] => [
  { permission: 'product.write', icon: 'plus', label: t('新增产品'), to: links.productNew },
  { permission: 'code.write', icon: 'tags', label: t('新增批次'), to: links.batchNew() },
  { permission: 'code.write', icon: 'barcode', label: t('批量赋码'), to: links.unitIssue() },
  { permission: 'code.read', icon: 'download', label: t('导出单品码'), to: links.units() },
  { permission: 'job.manage', icon: 'cloud', label: t('任务中心'), to: links.jobs },
  { permission: 'platform.enterprise.read', icon: 'team', label: t('企业管理'), to: links.enterprises },
  { permission: 'platform.enterprise.review', icon: 'shop', label: t('企业核验'), to: links.identityReview },
  { permission: 'enterprise.read', icon: 'shop', label: t('企业信息'), to: links.enterprise },
];

/** What people come for most. */
export function shortcuts(): TemplateResult | typeof nothing {
  const mine = all().filter((s) => session.may(s.permission));
  if (!mine.length) return nothing;
  return html`<section class="card"><header class="card-head"><h2>${t('快捷操作')}</h2></header>
    <ul class="shortcuts">${mine.map((s) => html`<li><a href=${s.to}>${icon(s.icon)}<span>${s.label}</span></a></li>`)}</ul></section>`;
}
