import type { Catalogue } from '../catalogue';

/** The page behind a code. */
export const page: Catalogue = {
  菜单: 'Menus',
};
