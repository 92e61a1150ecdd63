// A product and its life: the long form, review, activation.

import type { Catalogue } from '../catalogue';

export const product: Catalogue = {
  '以下内容已保存但无法读取，显示为空不代表没有填写；请重新填写并保存：':
    'These were saved and cannot be read; that they look empty does not mean they were. Please fill them in again and save:',
  整条记录: 'the record as a whole',
  '以下项目通过后才能提交：': 'It can be submitted once these hold:',
  产品资料还不完整: 'The product is not complete yet',
  去补充: 'Complete it',
  '提交产品“{name}”': 'Submit the product “{name}”',
  已提交: 'Submitted',
  '已{done}': 'Done: {done}',
  '撤回该产品？': 'Withdraw this product?',
  '撤回后可以修改，改好后需重新提交。': 'It can be changed then and has to be submitted again.',
  撤回: 'Withdraw',
  '激活产品“{name}”？': 'Activate the product “{name}”?',
  '激活后，产品码及其下的批次码、单品码立即有效；名称、型号、标准等审核过的内容锁定，其他内容仍可补充修改，每次修改留存版本。':
    'Its code and those of its batches and units are valid at once. What was reviewed, such as name, model and standards, is locked; everything else can still be amended, and each amendment is kept as a version.',
  激活: 'Activate',
  '暂停生产？': 'Pause production?',
  '完全处于暂停期间的各期无需填报产品数量，暂停前的仍须填报；暂停期间不能赋码，已赋的码仍然有效。':
    'Periods that lie wholly in the pause need not be filed, those before it do; no codes are issued meanwhile, those that were stay valid.',
  暂停: 'Pause',
  '恢复生产？': 'Resume production?',
  '恢复后按填报周期继续填报。': 'Quantities are filed again in their rhythm.',
  '删除草稿“{name}”？': 'Delete the draft “{name}”?',
  '只有从未提交、也没有批次和单品的草稿可以删除；删除后不能恢复。':
    'Only a draft that was never submitted and has neither batches nor units can be deleted. This cannot be undone.',
  提交审核: 'Submit for review',
  重新提交: 'Submit again',
  恢复生产: 'Resume production',
  暂停生产: 'Production paused',
  '审核未通过：{reason}。修改后可重新提交。': 'Rejected: {reason}. Change it and submit it again.',
  '草稿：填写完整后提交审核，通过并激活后，扫码才显示为有效。':
    'A draft: complete and submit it; once it is approved and activated, scans say that it is valid.',
  '已提交，等待平台审核；审核期间不能修改。': 'Submitted; it cannot be changed while the platform reviews it.',
  '审核已通过：激活后，扫码即显示为有效。': 'Approved: activate it, and scans say that it is valid.',
  '该产品已暂停生产：暂停期间无需填报产品数量，也不能赋码；要赋码请先恢复生产。':
    'Production is paused: no quantities have to be filed and no codes are issued until it is resumed.',
  质量信用等级: 'Quality credit grade',
  企业荣誉: 'Honours',
  抽奖链接: 'Lottery link',
  '以 https:// 开头。': 'Begins with https://.',
  '新产品的追溯码，不能与已有的重复。': 'The trace code of the new product, which nothing else has.',
  '链接地址以 https:// 开头；多行文本保留换行；图文内容只保留安全的排版、图片和视频。':
    'A link begins with https://; plain text keeps its lines; of rich text only safe layout, pictures and video stay.',
  菜单类型: 'Menu kind',
  菜单标题: 'Menu title',
  图标: 'Icon',
  'jpg/png，大图自动缩小，正方形；选择“其他”时使用。': 'jpg/png, square, made smaller if large; for “other”.',
  应用: 'App',
  应用名称: 'App name',
  '选择“其他”时必填。': 'Required for “other”.',
  '以 https:// 开头，如 https://item.jd.com/100012043978.html。':
    'Begins with https://, such as https://item.jd.com/100012043978.html.',
  应用配置: 'Apps',
  菜单配置: 'Menus',
  主题配置: 'Theme',
  类别: 'Kind',
  许可证或认证证书编号: 'Licence or certificate number',
  '零部件实行生产许可或强制性认证的，填写其证书编号。': 'For parts that need a production licence or CCC.',
  供应商公开名称: 'Public name of the supplier',
  '扫码页显示的脱敏名称，如“A 厂家”；不填则不显示供应商。':
    'What the page behind the code calls the supplier, such as “maker A”; without it no supplier is shown.',
  供应商名称: 'Supplier',
  '仅本企业可见。': 'Seen by your enterprise alone.',
  品牌: 'Brand',
  '从品牌信息中选择，扫码页展示其图标和介绍。':
    'One of your brands; the page behind the code shows its logo and introduction.',
  '选择品牌后为该品牌的名称；也可直接填写。': 'The name of the chosen brand, or any other.',
  追溯方式: 'Coding level',
  '决定填报产品数量的要求。': 'Decides how quantities are filed.',
  商业信息: 'Business information',
  填报周期: 'Filing period',
  '一物一码、组合多码按日填报；一品一码、一批一码可选按月、按季度或按年。':
    'Units and combinations are filed daily; products and batches monthly, quarterly or yearly.',
  扫码页内容: 'Content of the page',
  '菜单、应用和主题。': 'Menus, apps and theme.',
  来料与零部件: 'Materials and parts',
  'jpg/png，大图自动缩小，建议 464×290 像素；第一张为主图，提交前至少一张。':
    'jpg/png, made smaller if large, 464×290 pixels advised; the first is the main picture; at least one before it is submitted.',
  质量指标: 'Quality indicators',
  '选填；每项指标须有检测报告。': 'Optional; each needs its test report.',
  检验报告有效期至: 'Report holds until',
  检验类别: 'Kind of inspection',
  '出厂检验由企业自检；型式检验由第三方检验，须在有效期内。':
    'Ex-factory inspections are the maker’s own; type tests are a third party’s and must not have expired.',
  'jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小）；提交前至少一份。':
    'jpg/png/pdf/ofd, at most 2 MB each; at least one before it is submitted.',
  '含年号，如 GB/T 5849-2016；提交前至少一项，重点工业产品须有强制性国家标准。':
    'With its year, such as GB/T 5849-2016; at least one before it is submitted, for key industrial products a mandatory one.',
  指标类别: 'Kind of indicator',
  指标名称: 'Indicator',
  检测报告: 'Test report',
  'jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小）；指标公开时随指标一起公开。':
    'jpg/png/pdf/ofd, at most 2 MB each; public when the indicator is.',
  指标要求: 'Requirement',
  检测结果: 'Result',
  检测日期: 'Tested on',
  '公开后扫码页展示该指标和检测报告。': 'If public, the page behind the code shows it with its report.',
  驳回原因: 'Reason',
  '企业可见，请说明哪一项不符合要求、怎样补正。': 'The enterprise reads it: say what is wrong and how to mend it.',
  审核方式: 'Review',
  已自查: 'Checked by ourselves',
  '确认所填内容准确、完整、有效，并对其真实性负责。':
    'We confirm that the content is accurate, complete and valid, and answer for its truth.',
  主题颜色: 'Theme colour',
  底部背景图: 'Picture at the foot',
  头部背景图: 'Picture at the head',
  原因: 'Reason',
  激活时间: 'Activated',
  文件: 'Files',
  内容版本号: 'Version number',
  产品记录: 'Record',
  状态说明: 'About the state',
  证明材料: 'Evidence',
  '选填的来料、零部件和商业信息须附证据材料或企业承诺书（均盖章）；jpg/png/pdf/ofd，每份不超过 2 MB（图片自动缩小）。':
    'Materials, parts and business information need evidence or the enterprise’s letter of commitment, stamped; jpg, png or pdf of at most 2 MB each.',
  证明材料公开: 'Evidence is public',
  '公开后扫码页可查看；不公开时任何人都无法通过地址访问。':
    'Shown on the page when public; otherwise nobody reaches it by its address.',
  登记平台: 'Registered on',
  '产品追溯信息登记在哪个追溯平台；可从各追溯技术方案对应的平台中选择，也可直接填写。':
    'The traceability platform on which the product is registered; choose one or write another.',
  关联标识: 'Codes elsewhere',
  '同一产品在其他追溯技术方案中的编码，扫码页公开。': 'What the product is called in other schemes; shown on the page.',
  追溯技术方案: 'Scheme',
  编码: 'Code',
  '由相应登记机构分配；商品条码核对校验位，CCC 证书编号须为 16 位。':
    'Handed out by its registry; the check digit of a GTIN is checked, a CCC certificate number has 16 digits.',
  上次核对时间: 'Last looked over',
  未核对天数: 'Days since',
};
