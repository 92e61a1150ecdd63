import type { Catalogue } from '../catalogue';

/** The page behind a code. */
export const page: Catalogue = {
  企业资质: 'Qualifications of the enterprise',
  菜单: 'Menus',
  供应商: 'Supplier',
  最近更新: 'Latest change',
  信息由谁负责: 'Who vouches for what',
  可直接播放: 'Playable at once',
  编号由谁负责: 'Who vouches for the number',
  更新日期: 'Changed on',
};
