// Brands and qualifications of an enterprise.

import type { Catalogue } from '../../core/i18n';

export const company: Catalogue = {
  // Fields of brands
  品牌编号: 'Brand id',
  品牌名称: 'Brand',
  '企业内不重复，扫码页展示。': 'Once in an enterprise; shown on the page behind a code.',
  '品牌名称（英文）': 'Brand in English',
  '品牌名称或英文名称的一部分。': 'Part of the name, Chinese or English.',
  品牌介绍: 'About the brand',
  '扫码页展示。': 'Shown on the page behind a code.',
  品牌标志: 'Logo',
  'jpg/png，不超过 1 MB，建议正方形。': 'jpg/png, at most 1 MB; best as a square.',
  品牌宣传视频: 'Brand video',
  'mp4/mov/avi/wmv，不超过 50 MB；浏览器只能播放 mp4 和 mov，推荐 H.264 编码的 mp4。':
    'mp4/mov/avi/wmv, at most 50 MB. Browsers play mp4 and mov only; best as mp4 with H.264.',

  // Fields of qualifications
  资质编号: 'Qualification id',
  企业资质类型: 'Type of qualification',
  资质名称: 'Qualification',
  '类型为“其他”时必填，扫码页展示。': 'Required when the type is Other; shown on the page behind a code.',
  '与证书一致，同一类型内不重复。': 'As on the certificate; once in each type.',
  '证书编号的一部分。': 'Part of the certificate number.',
  发证单位: 'Issued by',
  发证时间: 'Issued on',
  发证时间起: 'Issued from',
  发证时间止: 'Issued until',
  '长期有效的不填；到期前 60 天开始提醒。': 'Leave empty when it does not expire; reminders begin 60 days before.',
  到期状态: 'Validity',
  '公开后扫码页展示；不公开时证书图片无法通过地址访问。':
    'Public ones are shown on the page behind a code; pictures of others cannot be reached by any address.',
  资质证书图片: 'Pictures of the certificate',
  'jpg/png，每张不超过 1 MB。': 'jpg/png, at most 1 MB each.',
  有效资质数: 'Valid',
  即将到期资质数: 'Expiring soon',
  已过期资质数: 'Expired',
};
