import { html, nothing } from 'lit';
import type { S } from '../../api/client';
import { isPlayable } from '../../api/upload';
import { t } from '../../base/i18n';
import { fileLinks } from '../../kit/record/facts';
import { openDialog } from '../../ui/dialog';

type Brand = S<'BrandView'>;

const video = (video: NonNullable<Brand['video']>) =>
  isPlayable(video.media_type)
    ? html`<video class="large" src=${video.url} controls preload="metadata" playsinline aria-label=${video.name}></video>`
    : html`${fileLinks([video])}<p class="muted">${t('该格式不能在浏览器中播放，扫码页只提供下载。')}</p>`;

/** A brand with everything that is said of it. */
export async function showBrand(b: Brand): Promise<void> {
  await openDialog({
    title: t('品牌详情'),
    width: 560,
    footer: false,
    body: () => html`<div class="brand-detail">
      <div class="brand-head">${b.logo ? html`<img src=${b.logo.url} alt=${t('品牌标志')} />` : nothing}
        <div><h3>${b.name}</h3>${b.name_en ? html`<p class="muted" lang="en">${b.name_en}</p>` : nothing}</div></div>
      ${b.introduction ? html`<p class="pre">${b.introduction}</p>` : nothing}
      ${b.video ? video(b.video) : nothing}
    </div>`,
  });
}
