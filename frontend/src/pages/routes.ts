// One line a page: address, title, module, right. Menu, breadcrumb and document title follow from it.

import { t } from '../base/i18n';
import { links } from '../base/links';
import type { Route } from '../kit/page';
import type { IconName } from '../ui/icons';

export interface Group {
  title: string;
  icon: IconName;
  routes: Route[];
}
type More = Partial<Omit<Route, 'path' | 'title' | 'load'>>;
const page = (path: string, title: string, load: Route['load'], more: More = {}): Route => ({
  path,
  title,
  load,
  ...more,
});

const notice = { permission: 'notice.read' };
const platformNotice = { permission: 'platform.notice.read' };
const enterprise = { permission: 'enterprise.read' };
const product = { permission: 'product.read' };
const productWrite = { permission: 'product.write' };
const code = { permission: 'code.read' };
const feedback = { permission: 'feedback.read' };
const codeWrite = { permission: 'code.write' };

export const groups: Group[] = [
  { title: t('首页'), icon: 'home', routes: [page('/', t('首页'), () => import('./home/home'))] },
  {
    title: t('平台管理'),
    icon: 'team',
    routes: [
      page('/platform/enterprises', t('企业管理'), () => import('./platform/enterprises'), {
        permission: 'platform.enterprise.read',
      }),
      page(links.identityReview, t('企业核验'), () => import('./platform/identity-requests'), {
        permission: 'platform.enterprise.review',
      }),
      page('/platform/products', t('产品审核'), () => import('./review/list'), {
        permission: 'platform.product.review',
      }),
      page(links.claimReview, t('追溯码申诉'), () => import('./review/claims'), {
        permission: 'platform.product.review',
      }),
      page(links.changeRequests, t('变更审核'), () => import('./review/changes'), {
        permission: 'platform.product.review',
      }),
      page('/platform/filing-arrears', t('填报逾期企业'), () => import('./arrears/list'), {
        permission: 'platform.filing.read',
      }),
      page(links.platformNotices, t('消息通知'), () => import('./notice/platform-list'), platformNotice),
      page('/platform/deliveries', t('发送记录'), () => import('./notice/deliveries'), {
        permission: 'platform.delivery.read',
      }),
      page('/platform/notice-texts', t('消息模板'), () => import('./notice/templates'), platformNotice),
    ],
  },
  {
    title: t('企业信息管理'),
    icon: 'shop',
    routes: [
      page('/enterprise', t('企业信息'), () => import('./enterprise/view'), enterprise),
      page('/enterprise/edit', t('修改企业信息'), () => import('./enterprise/form'), {
        parent: '/enterprise',
        permission: 'enterprise.write',
      }),
      page(links.enterpriseChange, t('企业变更申请'), () => import('./enterprise/change'), {
        parent: '/enterprise',
        permission: 'enterprise.write',
      }),
      page('/brands', t('品牌信息'), () => import('./brand/list'), { permission: 'brand.read' }),
      page('/qualifications', t('资质信息'), () => import('./qualification/list'), {
        permission: 'qualification.read',
      }),
    ],
  },
  {
    title: t('产品信息登记'),
    icon: 'qrcode',
    routes: [
      page('/products', t('一品一码'), () => import('./product/list'), product),
      page('/products/new', t('新增产品'), () => import('./product/form'), { parent: '/products', ...productWrite }),
      page(links.rechecks, t('待复核产品'), () => import('./product/rechecks'), { parent: '/products', ...product }),
      page('/products/:id', t('产品详情'), () => import('./product/view'), { parent: '/products', ...product }),
      page('/products/:id/edit', t('编辑产品'), () => import('./product/form'), {
        parent: '/products',
        ...productWrite,
      }),
      page('/products/:id/change', t('变更申请'), () => import('./product/change'), {
        parent: '/products',
        ...productWrite,
      }),
      page('/templates', t('模板管理'), () => import('./template/list'), product),
      page('/templates/new', t('新增模板'), () => import('./template/form'), { parent: '/templates', ...productWrite }),
      page('/templates/:id/edit', t('编辑模板'), () => import('./template/form'), {
        parent: '/templates',
        ...productWrite,
      }),
      page('/batches', t('一批一码'), () => import('./batch/list'), code),
      page('/batches/new', t('新增批次'), () => import('./batch/form'), { parent: '/batches', ...codeWrite }),
      page('/batches/:id', t('批次详情'), () => import('./batch/view'), { parent: '/batches', ...code }),
      page('/units', t('一物一码'), () => import('./unit/list'), code),
      page('/units/issue', t('批量赋码'), () => import('./unit/issue'), { parent: '/units', ...codeWrite }),
      page('/filings/due', t('数量填报'), () => import('./filing/due'), product),
      page('/filings/due/periods', t('待填报各期'), () => import('./filing/due-periods'), {
        parent: '/filings/due',
        ...product,
      }),
      page(links.filingBatches, t('批量填报记录'), () => import('./filing/batches'), {
        parent: '/filings/due',
        ...product,
      }),
      page('/filings', t('填报记录'), () => import('./filing/list'), { parent: '/filings/due', ...product }),
      page('/labels', t('标签打印'), () => import('./label/label'), code),
      page('/unit', t('单品详情'), () => import('./unit/view'), { parent: '/units', ...code }),
      page('/packs', t('组合多码'), () => import('./pack/list'), code),
      page('/recalls', t('召回管理'), () => import('./recall/list'), code),
      page(links.claims, t('追溯码申诉'), () => import('./claim/list'), product),
      page('/jobs', t('任务中心'), () => import('./job/list'), { permission: 'job.manage' }),
    ],
  },
  {
    title: t('扫码记录'),
    icon: 'scan',
    routes: [page('/scans', t('扫码记录'), () => import('./scan/list'), { permission: 'scan.read' })],
  },
  {
    title: t('消费者反馈'),
    icon: 'message',
    routes: [
      // Not `/feedback`: there consumers write.
      page('/consumer-feedback', t('消费者反馈'), () => import('./feedback/list'), feedback),
      page('/consumer-feedback/:id', t('反馈详情'), () => import('./feedback/view'), {
        parent: '/consumer-feedback',
        ...feedback,
      }),
    ],
  },
  {
    title: t('系统管理'),
    icon: 'setting',
    routes: [
      page(links.notices, t('消息通知'), () => import('./notice/list'), notice),
      page(links.noticeSettings, t('通知设置'), () => import('./notice/settings'), notice),
      page('/password', t('修改密码'), () => import('./account/change-password')),
    ],
  },
];

const open = { isPublic: true };
/** Pages for people who are not signed in. */
const visitorRoutes: Route[] = [
  page('/login', t('登录'), () => import('./account/sign-in'), open),
  page('/register', t('企业注册'), () => import('./account/register'), open),
  page('/forgot', t('找回密码'), () => import('./account/reset-password'), open),
  page('/dev/sms', t('开发环境短信'), () => import('./development/sms'), open),
  page('/dev/mail', t('开发环境邮件'), () => import('./development/mail'), open),
  page('/dev/kit', t('组件一览'), () => import('./development/kit'), open),
];

export const routes: Route[] = [...visitorRoutes, ...groups.flatMap((g) => g.routes)];

export const groupOf = (route: Route): Group | undefined => groups.find((g) => g.routes.includes(route));
