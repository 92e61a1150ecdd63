import type { TemplateResult } from 'lit';
import type { IconName } from '../ui/icons';

// What a page is, where it is found, and what it is given.

export interface Route {
  path: string;
  title: string;
  load: () => Promise<{ default: PageDef }>;
  icon?: IconName;
  /** Pages below a list (detail, edit) name it; they are not in the menu. */
  parent?: string;
  /** The right without which the page is not there. */
  permission?: string;
  /** Whether visitors may see it, and nobody needs the shell around it. */
  isPublic?: boolean;
}
export interface Match {
  route: Route;
  params: Record<string, string>;
  query: URLSearchParams;
  path: string;
}

export interface PageContext {
  match: Match;
  go: (to: string) => void;
}

/** What the module of a page exports. `listPage()` and `formPage()` make these. */
export interface PageDef {
  /** The heading, when it is not the title of the route. */
  title?: (ctx: PageContext) => string;
  render: (ctx: PageContext) => TemplateResult;
}
export const page = (def: PageDef): PageDef => def;
