// 企业变更申请: what the operator compares with the licence, asked to be something else, or to be verified as it is.

import { html } from 'lit';
import { api, ifMatch, type S, unwrap } from '../../api/client';
import { CreateIdentityRequest } from '../../api/constraints';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formPage } from '../../kit/form/form-page';
import { regionControl } from '../../parts/regions';
import { icon } from '../../ui/icons';

type Input = S<'CreateIdentityRequest'>;
const f = fields<Input>(CreateIdentityRequest);

export default formPage<Input, S<'IdentityRequestView'>>({
  load: async () => {
    const e = await unwrap(api.GET('/api/v1/enterprise'));
    return { values: { ...e, licence_file_id: e.licence ? [e.licence] : [] }, version: e.version };
  },
  intro: (_, { values }) =>
    html`<div class="alert info" role="note">${icon('info')}<div class="alert-text">${
      values.verified_at
        ? t('修改需要变更的内容，换照的请上传新的营业执照。审核通过后生效，曾用名及使用日期会保留并公开。')
        : t('请与营业执照逐项核对后提交。平台核对通过后，扫码页不再标明“待核验”。')
    }${t('统一社会信用代码不能变更；主体变更的，请以新的代码注册。')}</div></div>`,
  sections: (_, { values }) => [
    {
      title: t('企业变更申请'),
      columns: 2,
      fields: [
        f.text('name'),
        f.custom('region_code', { verb: 'choose' }, regionControl),
        f.multi('enterprise_types', { wide: true }),
        f.file('licence_file_id', {
          slot: 'business_licence',
          wide: true,
          help: t('营业执照扫描件或照片，jpg/png/pdf/ofd，不超过 5 MB（图片自动缩小）'),
        }),
        f.textarea('reason', { rows: 2, wide: true, required: !!values.verified_at }),
      ],
    },
  ],
  submitText: t('提交申请'),
  save: (body, _, version) =>
    unwrap(api.POST('/api/v1/identity-requests', { params: { header: ifMatch(version) }, body })),
  done: () => t('申请已提交，等待平台审核'),
  next: () => links.enterprise,
  back: () => links.enterprise,
});
