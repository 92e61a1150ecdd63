// The long form of a product, what is beside it, and its versions.

import type { Catalogue } from '../catalogue';

export const productForm: Catalogue = {
  有变更: 'Changed',
  '保存草稿时可以为空，提交审核前必须填写': 'May be empty in a draft, needed before it is submitted',
  '已锁定，不能修改': 'Locked',
  '复制产品“{name}”': 'Copy the product “{name}”',
  复制并编辑: 'Copy and edit',
  '新产品为草稿，内容与原产品相同；检验报告和质量指标属于各自产品，须重新上传。':
    'The new product is a draft that says the same. Inspection reports and quality indicators belong to one product each and have to be uploaded again.',
  已复制为草稿: 'Copied as a draft',
  '产品已通过审核：修改名称、型号、标准等审核过的内容后，须重新提交审核。':
    'The product is approved: once name, model, standards or anything else that was reviewed changes, it has to be submitted again.',
  保存草稿: 'Save draft',
  提交审核前必填: 'needed before it is submitted',
  保存并提交: 'Save and submit',
  '显示全部 {n} 条': 'Show all {n}',
  操作记录: 'History',
  扫码页预览: 'The page behind the code',
  暂时无法预览: 'No preview right now',
  '按正在填写的内容显示，不计入查询次数': 'As it is being written; not counted as a scan',
  '要求 {x}': 'required {x}',
  '（公开为“{x}”）': ' (shown as “{x}”)',
  背景图: 'Pictures',
  无: 'None',
  '第 {n} 版': 'Version {n}',
  '自 {time} 起': 'From {time}',
  '，变更：{fields}': ', changed: {fields}',
  当前: 'Current',
  '更新于 {time}': 'Updated {time}',
  从品牌信息中选择: 'One of your brands',
  '供应商名称只有本企业可见，公众看到的是公开名称':
    'Suppliers are seen by you alone; the public sees their public names',
  添加来料或零部件: 'Add a material or part',
  '保留换行。': 'Lines are kept.',
  '只保留安全的排版、图片和视频。': 'Only safe layout, pictures and video stay.',
  添加菜单: 'Add a menu',
  '{name}的链接须在 {hosts} 下': 'A link of {name} lies below {hosts}',
  添加应用: 'Add an app',
  '菜单、应用和主题': 'Menus, apps and theme',
  添加质量指标: 'Add a quality indicator',
  锁定字段: 'Locked fields',
  '追溯码之外，同一产品在其他追溯技术方案中的编码':
    'What the product is called in other schemes, beside its trace code',
  添加关联标识: 'Add a code',
  证明材料也用于来料与零部件: 'The evidence is for materials and parts too',
};
