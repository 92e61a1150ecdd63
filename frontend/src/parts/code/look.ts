// How the picture of a code looks: the same questions for one code and for an export of many.

import type { Rule } from '../../api/constraints';
import { optionsOf } from '../../api/enums';
import type { UploadedFile } from '../../api/upload';
import { t } from '../../base/i18n';
import type { Field, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';

interface Look {
  size?: number | null;
  quiet_zone?: number | null;
  correction?: string | null;
  logo_file_id?: string | null;
}
type Rules = { [K in keyof Look]-?: Rule };

export const USUAL: Values = { size: 600, quiet_zone: 4, correction: 'M', logo_file_id: [] };

const hasLogo = (values: Values): boolean => ((values.logo_file_id as UploadedFile[] | undefined) ?? []).length > 0;
/** A logo hides modules; only these levels can spare them. */
const STRONG = ['Q', 'H'];

export function lookFields(rules: Rules, show?: (values: Values) => boolean): Field[] {
  const f = fields<Look>(rules);
  const levels = optionsOf('Correction');
  return [
    f.number('size', { show, label: t('边长（像素）') }),
    f.number('quiet_zone', { show, label: t('空白边（模块）') }),
    f.select('correction', {
      show,
      options: (c) => (hasLogo(c.values) ? levels.filter((o) => STRONG.includes(o.value)) : levels),
    }),
    f.file('logo_file_id', { slot: 'code_logo', show, wide: false, help: t('可选，jpg/png，大图自动缩小') }),
  ];
}

/** A logo that was just chosen raises the correction, so that the code can still be read. */
export function strengthened(values: Values): Values | undefined {
  return hasLogo(values) && !STRONG.includes(String(values.correction)) ? { correction: 'H' } : undefined;
}
