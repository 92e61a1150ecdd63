// The buttons that decide what an enterprise sent in, where it is read.

import { html, type TemplateResult } from 'lit';
import { t } from '../../base/i18n';
import type { ListHandle } from '../../kit/list/describe';
import type { DialogHandle } from '../../ui/dialog';
import { message } from '../../ui/toast';
import '../../parts/product/change-request.css';

/** Decides and says so; false when it was given up. */
export type Decide<R> = (record: R) => Promise<boolean>;

/** Passing and sending back. After either the drawer closes and the list is read anew. */
export function decision<R>(
  record: R,
  { approve, reject }: { approve: Decide<R>; reject: Decide<R> },
  drawer: DialogHandle,
  list: ListHandle,
): TemplateResult {
  const deciding = (decide: Decide<R>) => async (): Promise<void> => {
    try {
      if (!(await decide(record))) return;
    } catch (e) {
      message.failure(e);
    }
    drawer.close();
    await list.reload();
  };
  return html`<div class="btns decision">
    <button class="btn primary" type="button" @click=${deciding(approve)}>${t('通过')}</button>
    <button class="btn danger" type="button" @click=${deciding(reject)}>${t('驳回')}</button></div>`;
}

/** Reads the list anew when something was decided. */
export const afterwards = async (done: Promise<boolean>, list: ListHandle): Promise<void> => {
  if (await done) await list.reload();
};
