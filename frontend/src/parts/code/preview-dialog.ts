import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { today } from '../../base/format';
import { t } from '../../base/i18n';
import { copyable } from '../../ui/copy';
import '../../ui/date';
import { openDialog } from '../../ui/dialog';
import { framed } from '../../ui/framed';
import { icon } from '../../ui/icons';
import { Light, uid } from '../../ui/light';
import { message } from '../../ui/toast';
import { fetchAsOf, fetchPreview, type Which } from './which';
import './code.css';

/** The page behind a code in a frame the size of a phone, as it is or as it was on a day. */
@customElement('pm-preview')
export class Preview extends Light {
  @property({ attribute: false }) which!: Which;
  @property() page = '';
  @property() uri = '';
  @state() private on = today();
  private ids = uid('as-of');

  private async choose(e: CustomEvent<string | undefined>): Promise<void> {
    const on = e.detail ?? today();
    try {
      this.page = await (on === today() ? fetchPreview(this.which) : fetchAsOf(this.which, on));
      this.on = on;
    } catch (failure) {
      message.failure(failure);
    }
  }
  override render() {
    const { pathname, search } = new URL(this.uri);
    return html`<div class="phone-preview">
      <div class="as-of"><label for=${this.ids}>${t('查看日期')}</label>
        <pm-date input-id=${this.ids} label=${t('查看日期')} .value=${this.on} max=${today()} @change=${this.choose}></pm-date></div>
      <div class="phone"><iframe sandbox="allow-same-origin" srcdoc=${framed(this.page)} title=${t('扫码页')}></iframe></div>
      <p class="muted">${this.on === today() ? t('预览不计入查询次数') : t('{on} 结束时消费者看到的内容；企业名称、品牌和资质按当前信息显示', { on: this.on })}</p>
      <p class="code-uri">${copyable(this.uri)}</p>
      <a class="btn block" href=${pathname + search} target="_blank" rel="noopener">${icon('link')}${t('在新窗口打开（计入查询次数）')}</a>
    </div>`;
  }
}

/**
 * What a consumer sees after scanning (F084), asked for as its maker, so that looking is not counted. Opening the printed
 * address is.
 */
export async function openPreview(which: Which, uri: string): Promise<void> {
  const page = await fetchPreview(which);
  await openDialog({
    title: t('扫码预览'),
    width: 460,
    footer: false,
    body: () => html`<pm-preview .which=${which} .page=${page} uri=${uri}></pm-preview>`,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-preview': Preview;
  }
}
