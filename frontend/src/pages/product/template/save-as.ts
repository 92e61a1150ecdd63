import { api, type S, unwrap } from '../../../api/client';
import { ProductTemplateBasics, ProductTemplateRecord } from '../../../api/constraints';
import { t } from '../../../base/i18n';
import * as controls from '../../../kit/form/controls';
import type { Values } from '../../../kit/form/field';
import { fields, localField } from '../../../kit/form/fields';
import { formDialog } from '../../../kit/form/form-dialog';
import { message } from '../../../ui/toast';

const f = fields<S<'ProductTemplateRecord'>>(ProductTemplateRecord);

/** 另存为模板: keeps what products have in common of what is written in a form (F103). */
export async function saveAsTemplate(record: Values): Promise<void> {
  const basics = Object.fromEntries(
    Object.keys(ProductTemplateBasics).flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])),
  );
  let withBasics = true;
  const label = t('包含基本信息');
  const help = t('分类、类型、品牌、标准、特性属性等；名称、型号、追溯码和文件不包含在内。');
  const toggle = localField('with_basics', { label, help }, (c) =>
    controls.toggle({})({
      ...c,
      set: (value, commit) => {
        withBasics = value === true;
        c.set(value, commit);
      },
    }),
  );
  const saved = await formDialog<{ name: string }>({
    title: t('另存为模板'),
    width: 520,
    values: { with_basics: true },
    sections: [{ title: '', fields: [f.text('name'), toggle] }],
    save: ({ name }) => {
      const body = { name, page: record.page, ...(withBasics ? { basics } : {}) } as S<'ProductTemplateRecord'>;
      return unwrap(api.POST('/api/v1/product-templates', { body }));
    },
  });
  if (saved) message.success(t('模板“{name}”已保存', { name: (saved as S<'ProductTemplateView'>).record.name }));
}
