// 行政区划, level by level, and the control that chooses one.

import { html, type TemplateResult } from 'lit';
import { api, unwrap } from '../api/client';
import type { Control } from '../kit/form/field';
import type { TreeNode } from '../ui/cascader';

const levels = new Map<string, Promise<readonly TreeNode[]>>();

/** The divisions below one, or the provinces; each level is read once. */
function loadRegions(parent?: string): Promise<readonly TreeNode[]> {
  const key = parent ?? '';
  let level = levels.get(key);
  if (!level) {
    level = read(parent);
    levels.set(key, level);
    level.catch(() => levels.delete(key));
  }
  return level;
}
async function read(parent?: string): Promise<readonly TreeNode[]> {
  const found = await unwrap(api.GET('/api/v1/reference/regions', { params: { query: { parent } } }));
  return found.map((r) => ({ value: r.code, label: r.name, fullLabel: r.full_name, isLeaf: !r.has_children }));
}

/** 330109 is below 330100, and that below 330000. Counties without a city are found one level higher. */
export const regionPath = (code: string): string[] => [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];

/** Unfolded before anything is chosen: the platform is at home there. */
const ZHEJIANG = ['330000'];

/** The name of the chosen division is expected in the values as `region_name`. */
export const regionControl = (
  c: Control,
): TemplateResult => html`<pm-cascader input-id=${c.id} .load=${loadRegions} .pathTo=${regionPath}
  .start=${ZHEJIANG} ?invalid=${c.invalid} described-by=${c.describedBy} .valueLabel=${(c.values.region_name as string) ?? ''}
  .value=${(c.value as string) ?? ''} @change=${(e: CustomEvent) => c.set(e.detail, true)}></pm-cascader>`;
