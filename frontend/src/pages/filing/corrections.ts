import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { dateTime, num } from '../../base/format';
import { t } from '../../base/i18n';
import { openDialog } from '../../ui/dialog';

/** What a correction did, in words. */
function said(c: S<'FilingCorrection'>): string {
  if (c.new_quantity == null) return t('撤回（原为 {from}）', { from: num(c.old_quantity ?? 0) });
  if (c.old_quantity == null) return t('重新填报 {to}', { to: num(c.new_quantity) });
  return t('{from} 更正为 {to}', { from: num(c.old_quantity), to: num(c.new_quantity) });
}

const entry = (c: S<'FilingCorrection'>) => html`<li>
  <div><b class="num">${said(c)}</b></div>
  ${c.reason ? html`<div>${t('原因：{reason}', { reason: c.reason })}</div>` : ''}
  <div class="muted">${dateTime(c.made_at)} ${c.made_by ?? ''}</div></li>`;

/** Every number that was ever filed of a period, with the reasons. */
export async function showCorrections(f: S<'FilingView'>): Promise<void> {
  const params = { path: { id: f.id } };
  const list = await unwrap(api.GET('/api/v1/filings/{id}/corrections', { params }));
  await openDialog({
    title: t('“{name}”{label}的更正记录', { name: f.product_name, label: f.label }),
    width: 520,
    footer: false,
    body: () => html`<ul>${list.map(entry)}</ul>`,
  });
}
