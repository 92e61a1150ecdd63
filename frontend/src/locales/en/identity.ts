// Who an enterprise is, compared with its licence.

import type { Catalogue } from '../catalogue';

export const identity: Catalogue = {
  待核验: 'Not verified',
  已核验: 'Verified',
  申请核验: 'Ask for it',
  '企业变更申请等待平台审核；审核前仍使用原来的信息。':
    'Your change waits for the operator; until then what was verified holds.',
  '企业信息待核验：平台正在核对营业执照。在此之前，扫码页会标明“待核验”。':
    'Not verified yet: the operator compares your licence. Until then the pages behind your codes say so.',
  '企业信息未通过核验：{reason}。请补正后重新申请；在此之前，扫码页会标明“待核验”。':
    'Not verified: {reason}. Mend it and ask again; until then the pages behind your codes say so.',
  '企业信息待核验，但没有等待处理的申请。请申请核验；在此之前，扫码页会标明“待核验”。':
    'Not verified, and no request waits. Ask for it; until then the pages behind your codes say so.',
  企业核验: 'Verification',
  企业变更申请: 'Change of the enterprise',
  核验与变更申请: 'Verification and changes',
  提交变更申请: 'Ask for a change',
  '企业名称、行政区划、企业类型和营业执照由平台核对，变更须审核。':
    'The operator vouches for name, region, types and licence; a change is reviewed.',
  '修改需要变更的内容，换照的请上传新的营业执照。审核通过后生效，曾用名及使用日期会保留并公开。':
    'Change what is to change, and upload the new licence if there is one. It holds once it is approved; former names and their days stay public.',
  '请与营业执照逐项核对后提交。平台核对通过后，扫码页不再标明“待核验”。':
    'Compare each item with your licence first. Once the operator has done so, the pages behind your codes no longer say “not verified”.',
  '统一社会信用代码不能变更；主体变更的，请以新的代码注册。':
    'The social credit code never changes; another legal entity registers anew.',
  '申请已提交，等待平台审核': 'Sent to the operator',
  '撤回申请？': 'Withdraw the request?',
  '撤回后原来的信息不变，可以重新申请。': 'What held goes on; you can ask again.',
  变更后的营业执照: 'New licence',
  变更前的营业执照: 'Former licence',
  变更前: 'Before',
  变更后: 'After',
  申请内容: 'Asked for',
  '“{name}”通过核验？': 'Verify “{name}”?',
  '请确认名称、代码与营业执照一致。通过后立即生效，扫码页标明“已核对营业执照”。':
    'Be sure that name and code are those of the licence. It holds at once, and pages say that it was compared.',
  '驳回“{name}”的申请': 'Reject the request of “{name}”',
  没有企业核验申请: 'No requests',
  核对: 'Compare',
  '{n} 件企业核验申请待处理。': '{n} enterprise(s) wait to be verified.',
  '{n} 个产品待审核。': '{n} product(s) wait for review.',
  '{n} 件产品变更申请待审核。': '{n} change(s) of products wait for review.',
  '{n} 件追溯码申诉待裁定。': '{n} claim(s) wait for a decision.',
  '{name}（{from} 至 {until}）': '{name} ({from} to {until})',

  // Fields
  曾用名: 'Former names',
  核验时间: 'Verified at',
  疑点: 'Doubts',
  '与营业执照一致；变更须提交企业变更申请，这里填现有的。': 'As on the licence; changes by a request.',
  '到区（县）一级，GB/T 2260；变更须提交企业变更申请，这里填现有的。': 'County level; changes by a request.',
  '可多选，菜单随类型变化；变更须提交企业变更申请，这里填现有的。': 'Several are possible; changes by a request.',
  '现有营业执照的文件编号，也可不填；换照须提交企业变更申请。': 'The present licence; changes by a request.',
  '变更后的营业执照，先上传到 business_licence，再填文件编号；没有换照的填原来的。':
    'The licence as it is to be; the present one if it stays.',
  '已核验的企业必填，审核时可见。': 'Required once verified; the operator sees it.',
  '变更前后的企业名称或统一社会信用代码的一部分。': 'Part of the name, before or after, or of the code.',
};
