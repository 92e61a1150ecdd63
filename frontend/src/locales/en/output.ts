/** The way to the first code, and what is said where codes are given out. */
export const output = {
  激活产品: 'Activate a product',
  '在产品详情中提交；资料不齐时会列出要补充的内容。': 'On the page of the product; what is missing is listed.',
  去提交: 'Submit',
  '审核通过后激活，其码随即有效；未激活的码扫码显示“该码未激活”。':
    'Once it is approved; its codes are valid from then on.',
  去激活: 'Activate',
  '下载产品码，或先新增批次、批量赋码，再成批导出或打印标签。':
    'The code of the product; or add batches and units, then export or print labels.',
  去下载: 'Download',
  扫码核对: 'Scan it',
  '用手机扫一扫印好的码，核对消费者看到的内容。': 'With a phone, and check what consumers see.',
  已完成: 'Done',
  '已完成 {done} / {n} 步': '{done} of {n} done',
  '该产品状态为“{state}”，尚未激活：现在赋出和下载的码扫码显示“该码未激活”。请先激活再印制。':
    'Not activated yet ({state}): its codes say so when they are scanned. Activate it before you print them.',
  查看产品: 'See the product',
  '赋 {words}个单品码？': 'Issue {words}unit codes?',
  '数量为 {n}。赋出的码不能收回，只能作废；请确认没有多输 0。':
    '{n} in figures. Codes cannot be taken back, only voided; check the zeros.',
  确认赋码: 'Issue them',
  '日期不填则取批次的：生产日期 {made_on}，有效期至 {expires_on}。':
    'Dates left empty are those of the batch: produced on {made_on}, expires on {expires_on}.',
  '已作废的单品不能导出，请改选其他状态': 'Voided units are not exported; choose another state',
  去导出: 'Export',
  序列号开头: 'Serial begins with',
  '只导出以此开头的序列号，与单品列表的筛选相同。': 'Only serials that begin like this, as in the list of units.',
  已激活产品数: 'Activated products',
  已提交产品数: 'Submitted products',
  '状态和关键词都不填时不含草稿。': 'Without a state and a keyword there are no drafts.',
  返回列表: 'Back to the list',
  没有待审核的产品: 'No products to review',
};
