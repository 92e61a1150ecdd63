// What was reviewed stays reviewed: leaving the factory, corrections, change requests.

import type { Catalogue } from '../catalogue';

export const reviewed: Catalogue = {
  // Leaving the factory
  出厂: 'Ex factory',
  批量出厂: 'Ex factory, a run',
  已出厂: 'Left the factory',
  出厂日期: 'Ex factory on',
  更正出厂日期: 'Correct the ex-factory date',
  '批次 {no} 出厂': 'Batch {no} leaves the factory',
  '更正批次 {no} 的出厂日期': 'Correct the ex-factory date of batch {no}',
  '批次 {no} 已登记出厂': 'Batch {no} is entered as ex factory',
  '单品“{serial}”出厂': 'Unit “{serial}” leaves the factory',
  '更正单品“{serial}”的出厂日期': 'Correct the ex-factory date of unit “{serial}”',
  '已登记 {n} 个单品出厂': '{n} units are entered as ex factory',
  '登记出厂后，{what}不能直接修改；如需更正，须填写原因，原因和修改前后的值在扫码页公开。':
    'Once it left the factory, {what} cannot simply be changed: a correction needs a reason, which is public with the old and the new value.',
  '日期、数量和检验报告': 'dates, quantity and inspection reports',
  批次和日期: 'batch and dates',
  '更正批次 {no}': 'Correct batch {no}',
  '该批次已出厂：修改日期、数量、检验报告或其是否公开须填写更正原因，原因和修改前后的值在扫码页公开。':
    'This batch left the factory: a change of its dates, quantity or reports needs a reason, which is public with the old and the new value.',
  更正原因: 'Reason of the correction',
  '批次出厂后修改日期、数量或检验报告时必填；原因和修改前后的值扫码时可见。':
    'Needed to change dates, quantity or reports once the batch left the factory; whoever scans sees it with the old and the new value.',
  '单品出厂后变更批次或日期时必填；原因和修改前后的值扫码时可见。':
    'Needed to change batch or dates once the units left the factory; whoever scans sees it with the old and the new value.',
  '更正已登记的出厂日期时必填；原因和修改前后的日期扫码时可见。':
    'Needed to correct a date that was entered; whoever scans sees it with the old and the new date.',
  '不能早于生产日期，也不能晚于今天和有效期；登记后日期、数量和检验报告只能更正。':
    'Not before the production date, nor after today or the expiry date; from then on dates, quantity and reports are only corrected.',
  '不能早于生产日期，也不能晚于今天和有效期；登记后批次和日期只能更正。':
    'Not before the production date, nor after today or the expiry date; from then on batch and dates are only corrected.',
  '完整的序列号，含前缀；单个出厂时即该序列号。': 'The whole serial with its prefix; for one unit, that serial.',
  '完整的序列号，含前缀；单个出厂时不填。': 'The whole serial with its prefix; empty for one unit.',
  '批量出厂时必填，须等于结束序列号 − 起始序列号 + 1。': 'Needed for a run; must be the last serial − the first + 1.',
  '不填则不变；改到另一批次而不填时，取该批次的。': 'Empty: as before, or that of another batch they go to.',
  移到批次: 'Moved to batch',
  // Change requests
  变更申请: 'Change request',
  变更审核: 'Review of changes',
  提交变更申请: 'Ask for a change',
  提交申请: 'Send the request',
  '修改需要变更的内容并说明原因。审核通过后生效并成为新版本；在此之前，扫码页仍显示原版本。追溯码不能变更。':
    'Change what has to change and say why. Once approved it holds, as a new version; until then the page shows the old one. The trace code stays.',
  变更已通过自动检查并生效: 'The change passed the checks and holds',
  '变更申请已提交，等待平台审核': 'The change was sent and waits for review',
  '产品已激活：审核过的内容已锁定，变更须提交申请；其他修改保存后成为第 {n} 版，以前的版本留存可查。':
    'Activated: what was reviewed is locked and changes by a request. Any other change is saved as version {n}; the earlier ones are kept.',
  '产品已通过审核：审核过的内容已锁定，变更须提交申请；其他内容仍可修改。':
    'Approved: what was reviewed is locked and changes by a request; everything else may be changed.',
  '撤回变更申请？': 'Withdraw the change request?',
  '撤回后原版本继续有效，可以重新申请。': 'What held before goes on; you can ask again.',
  已撤回: 'Withdrawn',
  '通过“{name}”的变更申请？': 'Approve the change of “{name}”?',
  '通过后立即生效并成为新版本，变更内容和原因在扫码页公开。':
    'It holds at once, as a new version; what changed and why is public.',
  '驳回“{name}”的变更申请': 'Reject the change of “{name}”',
  没有变更申请: 'No change requests',
  没有变更: 'Nothing changes',
  申请编号: 'Request id',
  申请时间: 'Asked at',
  处理时间: 'Decided at',
  变更字段: 'Changed fields',
  变更原因: 'Reason of the change',
  '变更后的完整内容；追溯码不能变更。': 'All of it as it is to be; the trace code stays.',
  '审核时可见；通过后随新版本在扫码页的变更记录中公开。':
    'The reviewer sees it; once approved it is public with the new version.',
  '（不展示）': ' (not shown)',
};
