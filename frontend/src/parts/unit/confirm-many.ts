import { inWords, num } from '../../base/format';
import { t } from '../../base/i18n';
import { confirm } from '../../ui/dialog';

/** From so many codes on it is asked whether that is meant: what was issued is never taken back. */
const MANY = 1_000_000;

/** Whether so many unit codes are meant; fewer are not asked about. */
export async function confirmMany(quantity: number | null | undefined): Promise<boolean> {
  if (!quantity || quantity < MANY) return true;
  return confirm(
    t('赋 {words}个单品码？', { words: inWords(quantity) }),
    t('数量为 {n}。赋出的码不能收回，只能作废；请确认没有多输 0。', { n: num(quantity) }),
    { okText: t('确认赋码') },
  );
}
