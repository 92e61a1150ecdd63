// Filing quantities, and the platform's review of products.

import type { Catalogue } from '../catalogue';

export const filing: Catalogue = {
  产品审核: 'Product review',
  查看日期: 'As of',
  '{on} 结束时消费者看到的内容；企业名称、品牌和资质按当前信息显示':
    'What consumers saw at the end of {on}; the maker’s name, brand and qualifications are those of today',
  数量填报: 'Quantities to file',
  填报记录: 'Filed quantities',
  已逾期: 'overdue',
  待填报: 'To be filed',
  填报: 'File',
  '没有待填报的数量：已激活的产品都按周期填报了': 'Nothing to file: every activated product is up to date',
  '该产品须填准确数量；本期赋出单品码 {n} 个，供参考。没有生产的填 0，停产的请在产品详情中登记暂停生产。':
    'The exact quantity is needed; {n} unit codes were issued in this period. File 0 when none was made, and pause the product when it is no longer made.',
  '该产品可填估算数量。没有生产的填 0。': 'An estimate will do. File 0 when none was made.',
  '填报“{name}”{label}的数量': 'File the quantity of “{name}” for {label}',
  已填报: 'Filed',
  填报产品数量: 'File a quantity',
  '更正“{name}”{label}的数量': 'Correct the quantity of “{name}” for {label}',
  已保存: 'Saved',
  准确: 'exact',
  估算: 'estimate',
  所属期: 'Period',
  更正: 'Correct',
  还没有填报记录: 'Nothing filed yet',
  '{n} 期产品数量待填报，其中有逾期的。': '{n} quantities are to be filed, some of them overdue.',
  '{n} 期产品数量待填报。': '{n} quantities are to be filed.',
  去填报: 'File them',
  '“{name}”的产品审核方式': 'Who reviews the products of “{name}”',
  '自动检查总会进行；人工审核的产品还须由平台审核员通过后才能激活。':
    'The rules are always checked; with review by hand a reviewer must also let a product pass before it can be activated.',
  '审核通过“{name}”？': 'Let “{name}” pass?',
  '通过后，企业可以激活该产品，其码随即有效。': 'Its maker can activate it then, and its codes are valid at once.',
  通过: 'Pass',
  已通过: 'Passed',
  '驳回“{name}”': 'Reject “{name}”',
  驳回: 'Reject',
  已驳回: 'Rejected',
  没有产品: 'No products',
  '所属期内的任意一天，不能晚于今天。': 'Any day of the period, not in the future.',
  备注: 'Note',
  '一物一码、组合多码填准确数量，一品一码、一批一码可填估算数量；没有生产的填 0。':
    'Exact for units and combinations, an estimate will do for products and batches; 0 when none was made.',
  截止日期: 'Due on',
  所属期止: 'Period to',
  准确数量: 'Exact',
  本期赋码数: 'Codes issued',
  所属期起: 'Period from',
  填报时间: 'Filed at',
  填报编号: 'Filing',
  待复核产品: 'Products to look over',
  待复核: 'To look over',
  复核: 'Look over',
  已复核: 'Looked over',
  去复核: 'Look over',
  '没有待复核的产品：已激活产品的信息在 180 天内都核对过':
    'Nothing to look over: every activated product was within 180 days',
  '复核产品“{name}”': 'Look over the product “{name}”',
  '请对照流通中的产品核对登记的信息；有变化的，先编辑产品，保存即视为已核对。':
    'Compare what is registered with the goods on the market. If something has changed, edit the product first; saving counts as looking over.',
  '{n} 个产品超过 180 天未核对信息，请复核。': '{n} products were not looked over for 180 days.',
  '自 {time} 起未核对产品信息，请对照流通中的产品复核。':
    'Not looked over since {time}: compare it with the goods on the market.',
  按赋码数填报: 'File as coded',
  '全部按赋码数填报？': 'File everything as it was coded?',
  '一物一码、组合多码产品的待填报各期，按该期赋出的单品码数填报，没有赋码的填 0。填报后可以更正。':
    'Every missing period of products with unit codes is filed with the number of codes issued in it, 0 without any. It can be corrected afterwards.',
  '已填报 {n} 期': '{n} periods filed',
};
