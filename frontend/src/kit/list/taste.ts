import { t } from '../../base/i18n';
import type { MenuItem } from '../../ui/menu';
import type { Column } from './columns';

type Density = 'large' | 'middle' | 'small';
const DENSITY = 'pinma.density';

// biome-ignore lint/suspicious/noExplicitAny: what the rows of the list are is none of our business
type AnyColumn = Column<any>;

/** How someone likes a table: which columns, how dense. Kept in the browser. */
export class Taste {
  density: Density = (localStorage.getItem(DENSITY) as Density | null) ?? 'middle';
  private hidden: Set<string>;
  private key: string;

  constructor(
    list: string,
    private columns: readonly AnyColumn[],
  ) {
    this.key = `pinma.columns.${list}`;
    const stored = localStorage.getItem(this.key);
    this.hidden = new Set(stored === null ? this.usual() : stored.split(','));
  }
  private usual(): string[] {
    return this.columns.filter((c) => c.optional).map((c) => c.key);
  }
  get shown(): readonly AnyColumn[] {
    return this.columns.filter((c) => c.role === 'heading' || !this.hidden.has(c.key));
  }
  densityItems(redraw: () => void): MenuItem[] {
    const names: [Density, string][] = [
      ['large', t('宽松')],
      ['middle', t('默认')],
      ['small', t('紧凑')],
    ];
    return names.map(([density, label]) => ({
      label,
      checked: density === this.density,
      run: () => {
        this.density = density;
        localStorage.setItem(DENSITY, density);
        redraw();
      },
    }));
  }
  columnItems(redraw: () => void): MenuItem[] {
    const toggle = (c: AnyColumn): MenuItem => ({
      label: c.label,
      checked: !this.hidden.has(c.key),
      run: () => {
        if (!this.hidden.delete(c.key)) this.hidden.add(c.key);
        localStorage.setItem(this.key, [...this.hidden].join(','));
        redraw();
      },
    });
    const reset = (): void => {
      this.hidden = new Set(this.usual());
      localStorage.removeItem(this.key);
      redraw();
    };
    const choices = this.columns.filter((c) => c.role !== 'heading').map(toggle);
    return [...choices, { label: t('恢复默认'), icon: 'undo', run: reset }];
  }
}
