// Brands and qualifications of an enterprise.

import type { Catalogue } from '../catalogue';

export const enterprise: Catalogue = {
  该企业没有上传营业执照: 'This enterprise uploaded no business licence',
  '打开营业执照（{name}）': 'Open the business licence ({name})',
  在新窗口查看原图: 'Open the picture in a new window',
  // Fields of brands
  品牌编号: 'Brand id',
  品牌名称: 'Brand',
  '企业内不重复，扫码页展示。': 'Once in an enterprise; shown on the page behind a code.',
  '品牌名称（英文）': 'Brand in English',
  '品牌名称或英文名称的一部分。': 'Part of the name, Chinese or English.',
  品牌介绍: 'About the brand',
  '扫码页展示。': 'Shown on the page behind a code.',
  品牌标志: 'Logo',
  'jpg/png，大图自动缩小，建议正方形。': 'jpg/png, made smaller if large; best as a square.',
  品牌宣传视频: 'Brand video',
  'mp4/mov/avi/wmv，不超过 50 MB；浏览器只能播放 mp4 和 mov，推荐 H.264 编码的 mp4。':
    'mp4/mov/avi/wmv, at most 50 MB. Browsers play mp4 and mov only; best as mp4 with H.264.',

  // Pages of brands
  品牌信息: 'Brands',
  品牌列表: 'Brands',
  添加品牌: 'Add a brand',
  编辑品牌: 'Edit the brand',
  品牌详情: 'Brand',
  '品牌“{name}”已保存': 'Brand {name} saved',
  '还没有品牌，添加后可在产品中选择，扫码页展示':
    'No brands yet. Those you add can be chosen for products and are shown on the page behind a code',
  '该格式不能在浏览器中播放，扫码页只提供下载。':
    'Browsers do not play this format; the page behind a code offers it for download only.',
  '作废品牌“{name}”？': 'Void brand {name}?',
  '作废不可恢复：该品牌不能再选择和修改，已使用它的产品照常展示。':
    'This cannot be undone: the brand can no longer be chosen or changed; products that have it go on showing it.',
  '删除品牌“{name}”？': 'Delete brand {name}?',
  '品牌标志和宣传视频将一并删除，不可恢复。': 'Its logo and video go with it. This cannot be undone.',
  '品牌“{name}”不能删除': 'Brand {name} cannot be deleted',
  '仍有产品使用该品牌，因此不能删除。可以作废：不能再选择和修改，已使用它的产品照常展示。':
    'Products still use it. You can void it: it can no longer be chosen or changed, and products that have it go on showing it.',
  已删除: 'Deleted',

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
  'jpg/png，大图自动缩小。': 'jpg/png, made smaller if large.',

  // Pages of qualifications
  资质信息: 'Qualifications',
  资质列表: 'Qualifications',
  序号: 'No.',
  添加资质: 'Add a qualification',
  编辑资质: 'Edit the qualification',
  '资质“{no}”已保存': 'Qualification {no} saved',
  '资质“{no}”已保存。{doubt}': 'Qualification {no} saved. {doubt}',
  长期有效: 'No expiry',
  '删除资质“{no}”？': 'Delete qualification {no}?',
  '删除后不再展示，扫码页立即不可见，证书图片的链接随即失效。':
    'It is no longer shown, on the page behind a code neither, and the links to its pictures end at once.',
  '还没有资质，添加后可选择在扫码页公开，到期前 60 天提醒':
    'No qualifications yet. Those you add can be made public, and you are reminded 60 days before they expire',
  '{n} 项资质已过期，请更新证书。': '{n} qualification(s) expired; renew the certificates.',
  '{n} 项资质将在 60 天内到期，请及时换证。': '{n} qualification(s) expire within 60 days; renew them in time.',
  去处理: 'See to it',
  公开联系电话: 'Public phone',
  '扫码页展示，供消费者联系企业；手机、固定电话或 400/800/95 号码。':
    'Shown on the page for consumers; a mobile, a landline or a 400/800/95 number.',
  营业执照公开: 'Licence is public',
};
