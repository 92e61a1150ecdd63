import { html, type TemplateResult } from 'lit';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { icon } from '../../ui/icons';

/** The way to the first code, for an enterprise that has none. */
export function firstSteps(): TemplateResult {
  const steps = [
    {
      title: t('完善企业信息'),
      text: t('登记厂商识别代码、生产地址和营业执照，扫码页会用到。'),
      to: links.enterpriseEdit,
      action: t('去完善'),
    },
    {
      title: t('新增产品'),
      text: t('填写基本信息和检验报告，得到一品一码。没有商品条码可生成内部码。'),
      to: links.productNew,
      action: t('新增产品'),
    },
    {
      title: t('批次与单品赋码'),
      text: t('一批一码只生成批次码；一物一码按序列号成批生成单品码。'),
      to: links.batchNew(),
      action: t('新增批次'),
    },
    {
      title: t('下载二维码'),
      text: t('单个下载 PNG 或 SVG，或成批导出后交给印刷、激光或喷码设备。'),
      to: links.units(),
      action: t('去导出'),
    },
  ];
  return html`<section class="card"><header class="card-head"><h2>${t('开始使用')}</h2><span class="extra muted">${t('四步得到第一批追溯码')}</span></header>
    <ol class="steps">${steps.map(
      (s, i) =>
        html`<li><span class="step-number num">${i + 1}</span><div><b>${s.title}</b><p>${s.text}</p><a href=${s.to}>${s.action}${icon('right')}</a></div></li>`,
    )}</ol></section>`;
}
