import { html, nothing, type TemplateResult } from 'lit';
import type { S } from '../../api/client';
import { session } from '../../api/session';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { icon } from '../../ui/icons';
import { endRecall } from './open';

/** The recalls that are open, each in a line above the page, with the button that ends it. */
export function recallNotes(recalls: readonly S<'RecallView'>[], done: () => Promise<void>): unknown {
  const finish = async (r: S<'RecallView'>): Promise<void> => {
    if (await endRecall(r)) await done();
  };
  const note = (
    r: S<'RecallView'>,
  ): TemplateResult => html`<div class="alert error">${icon('warning')}<div class="alert-text">
      <p>${t('正在召回，原因：{reason}', { reason: r.reason })}</p><p>${t('处理建议：{advice}', { advice: r.advice })} <span class="num muted">${dateTime(r.opened_at)}</span></p></div>
      ${session.may('code.write') ? html`<div class="btns"><button class="btn" type="button" @click=${() => finish(r)}>${t('结束召回')}</button></div>` : nothing}</div>`;
  return recalls.length ? recalls.map(note) : nothing;
}
