import { html } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { RecallReachLabels as L } from '../../api/constraints';
import { explain } from '../../api/problem';
import { num } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { facts } from '../../kit/record/facts';
import { openDialog } from '../../ui/dialog';
import { message } from '../../ui/toast';

/** How many codes and packs a recall reaches. */
export async function showReach(r: S<'RecallView'>): Promise<void> {
  try {
    const reach = await unwrap(api.GET('/api/v1/recalls/{id}/reach', { params: { path: { id: r.id } } }));
    const count = (n: number | null | undefined) => html`<span class="num">${n == null ? '–' : num(n)}</span>`;
    const packs = html`<a href=${links.packs({ recall_id: r.id })}>${count(reach.packs)}</a>`;
    await openDialog({
      title: t('召回影响'),
      width: 480,
      dismissable: true,
      footer: false,
      body: () =>
        facts([
          { label: t(L.units), value: count(reach.units) },
          { label: t(L.batch_quantity), value: count(reach.batch_quantity) },
          { label: t(L.packs), value: packs },
        ]),
    });
  } catch (e) {
    message.error(explain(e));
  }
}
