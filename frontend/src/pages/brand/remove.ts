import { api, type S, unwrap } from '../../api/client';
import { ApiFailure } from '../../api/problem';
import { t } from '../../base/i18n';
import { confirm } from '../../ui/dialog';
import { message } from '../../ui/toast';

type Brand = S<'BrandView'>;
const path = (b: Brand) => ({ params: { path: { id: b.id } } });

/** Ends a brand; the products that have it go on showing it. */
export async function voidBrand(b: Brand): Promise<boolean> {
  const text = t('作废不可恢复：该品牌不能再选择和修改，已使用它的产品照常展示。');
  if (!(await confirm(t('作废品牌“{name}”？', { name: b.name }), text, { danger: true, okText: t('作废') })))
    return false;
  await unwrap(api.POST('/api/v1/brands/{id}/void', path(b)));
  message.success(t('已作废'));
  return true;
}

/** Removes a brand nothing refers to; what is used can only be voided (C3). */
export async function deleteBrand(b: Brand): Promise<boolean> {
  const text = t('品牌标志和宣传视频将一并删除，不可恢复。');
  if (!(await confirm(t('删除品牌“{name}”？', { name: b.name }), text, { danger: true, okText: t('删除') })))
    return false;
  try {
    await unwrap(api.DELETE('/api/v1/brands/{id}', path(b)));
  } catch (e) {
    if (!(e instanceof ApiFailure && e.code === 'brand.in_use') || b.state === 'voided') throw e;
    return voidInstead(b);
  }
  message.success(t('已删除'));
  return true;
}

async function voidInstead(b: Brand): Promise<boolean> {
  const text = t('仍有产品使用该品牌，因此不能删除。可以作废：不能再选择和修改，已使用它的产品照常展示。');
  const o = { danger: true, okText: t('作废') };
  if (!(await confirm(t('品牌“{name}”不能删除', { name: b.name }), text, o))) return false;
  await unwrap(api.POST('/api/v1/brands/{id}/void', path(b)));
  message.success(t('已作废'));
  return true;
}
