// Templates of products.

import type { Catalogue } from '../catalogue';

export const template: Catalogue = {
  模板: 'Template',
  模板管理: 'Templates',
  模板列表: 'Templates',
  新增模板: 'New template',
  编辑模板: 'Edit template',
  模板名称: 'Name',
  '模板名称的一部分。': 'Part of the name.',
  模板来源: 'Origin',
  模板编号: 'Template',
  应用数: 'Apps',
  菜单: 'Menus',
  主题: 'Theme',
  '选填；选用模板时可带入产品。': 'Optional; a product can take it from the template.',
  '选填，选用模板时可带入产品': 'Optional; a product can take it',
  以此新建: 'New from this',
  '删除模板“{name}”？': 'Delete the template “{name}”?',
  '删除后不能恢复；已用它填写的产品不受影响。':
    'This cannot be undone. Products that were written with it stay as they are.',
  '模板保存多个产品共有的内容：填写产品时可选用模板，也可将产品另存为模板。系统模板只能选用，可以它为基础新建自己的模板。':
    'Templates hold what products have in common: choose one while you write a product, or save a product as one. Shipped templates can only be chosen; make your own from them.',
  '模板“{name}”已保存': 'The template “{name}” is saved',
  选用模板: 'Use a template',
  另存为模板: 'Save as template',
  带入: 'Take over',
  '（空）': '(empty)',
  '选择左侧的模板，查看会改变哪些内容': 'Choose a template to see what it would change',
  '勾选要带入的内容：': 'Tick what is to be taken over:',
  '所填内容与该模板相同，没有要改变的': 'Nothing would change',
  请选择模板和要带入的内容: 'Choose a template and what to take of it',
  '已带入，请核对': 'Taken over; please check',
  包含基本信息: 'With basic information',
  '分类、类型、品牌、标准、特性属性等；名称、型号、追溯码和文件不包含在内。':
    'Category, type, brand, standards, attributes; without name, model, trace code and files.',
  '{name}：{value}': '{name}: {value}',
};
