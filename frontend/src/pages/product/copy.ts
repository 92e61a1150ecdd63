import { api, type S, unwrap } from '../../api/client';
import { CopyProduct } from '../../api/constraints';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { traceCodeSuffix } from '../../parts/product/fields/trace-code';
import { message } from '../../ui/toast';

const f = fields<S<'CopyProduct'>>(CopyProduct);

/** 一键同步 (F149): a draft like another product, under a code of its own; its form opens to adjust it. */
export async function copyProduct(p: { id: string; name: string }, go: (to: string) => void): Promise<void> {
  const made = (await formDialog<S<'CopyProduct'>>({
    title: t('复制产品“{name}”', { name: p.name }),
    width: 520,
    okText: t('复制并编辑'),
    intro: t('新产品为草稿，内容与原产品相同；检验报告和质量指标属于各自产品，须重新上传。'),
    sections: [{ title: '', fields: [f.text('trace_code', { suffix: traceCodeSuffix, inputmode: 'numeric' })] }],
    save: (body) => unwrap(api.POST('/api/v1/products/{id}/copies', { params: { path: { id: p.id } }, body })),
  })) as S<'ProductView'> | undefined;
  if (!made) return;
  message.success(t('已复制为草稿'));
  go(links.productEdit(made.id));
}
