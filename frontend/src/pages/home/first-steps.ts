import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { session } from '../../api/session';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { wasDownloaded } from '../../parts/code/downloaded';
import { icon } from '../../ui/icons';
import { Light } from '../../ui/light';

interface Step {
  title: string;
  text: string;
  to: string;
  action: string;
  isDone: boolean;
}

/** The way to the first code that somebody scans, each step ticked once it is done; nothing when all are. */
@customElement('pm-first-steps')
export class FirstSteps extends Light {
  @property({ attribute: false }) counts!: S<'CodingOverview'>;
  @state() private hasLicence = false;
  @state() private jobs = 0;
  @state() private scans: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // The steps are of use without their ticks; what cannot be read is told where it belongs.
    const read = async (): Promise<void> => {
      this.hasLicence = !!(await unwrap(api.GET('/api/v1/enterprise'))).licence;
      const query = { page_size: 1 };
      if (session.may('job.manage')) this.jobs = (await unwrap(api.GET('/api/v1/jobs', { params: { query } }))).total;
      this.scans = session.may('scan.read') ? (await unwrap(api.GET('/api/v1/scan-overview'))).total : 0;
    };
    read().catch(() => undefined);
  }
  private steps(): Step[] {
    const n = this.counts;
    const scans = this.scans ?? 0;
    return [
      {
        title: t('完善企业信息'),
        text: t('登记厂商识别代码、生产地址和营业执照，扫码页会用到。'),
        to: links.enterpriseEdit,
        action: t('去完善'),
        isDone: this.hasLicence,
      },
      {
        title: t('新增产品'),
        text: t('填写基本信息和检验报告，得到一品一码。没有商品条码可生成内部码。'),
        to: links.productNew,
        action: t('新增产品'),
        isDone: n.products > 0,
      },
      {
        title: t('提交审核'),
        text: t('在产品详情中提交；资料不齐时会列出要补充的内容。'),
        to: links.products,
        action: t('去提交'),
        isDone: n.submitted_products > 0,
      },
      {
        title: t('激活产品'),
        text: t('审核通过后激活，其码随即有效；未激活的码扫码显示“该码未激活”。'),
        to: links.products,
        action: t('去激活'),
        isDone: n.activated_products > 0,
      },
      {
        title: t('下载二维码'),
        text: t('下载产品码，或先新增批次、批量赋码，再成批导出或打印标签。'),
        to: links.products,
        action: t('去下载'),
        isDone: wasDownloaded() || this.jobs > 0 || scans > 0,
      },
      {
        title: t('扫码核对'),
        text: t('用手机扫一扫印好的码，核对消费者看到的内容。'),
        to: links.scans(),
        action: t('扫码记录'),
        isDone: scans > 0,
      },
    ];
  }
  override render() {
    // Until it is known, nothing is drawn that would vanish again.
    if (this.scans === undefined && this.counts.activated_products > 0) return nothing;
    const steps = this.steps();
    const done = steps.filter((s) => s.isDone).length;
    // What is ticked at the end is what all of it was for.
    if (this.counts.activated_products > 0 && steps.at(-1)?.isDone) return nothing;
    const item = (s: Step, i: number) => html`<li class=${s.isDone ? 'done' : ''}>
      <span class="step-number num">${s.isDone ? icon('check') : i + 1}</span><div><b>${s.title}</b>${s.isDone ? html`<span class="sr">${t('已完成')}</span>` : nothing}<p>${s.text}</p>
      ${s.isDone ? nothing : html`<a href=${s.to}>${s.action}${icon('right')}</a>`}</div></li>`;
    return html`<section class="card"><header class="card-head"><h2>${t('开始使用')}</h2><span class="extra muted">${t('已完成 {done} / {n} 步', { done, n: steps.length })}</span></header>
      <ol class="steps">${steps.map(item)}</ol></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-first-steps': FirstSteps;
  }
}
