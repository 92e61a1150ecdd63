import { LitElement } from 'lit';

let count = 0;
/** An id no other element has. */
export const uid = (prefix = 'id'): string => `${prefix}-${++count}`;

/**
 * Components render into the light DOM: one stylesheet, native form semantics, plain selectors in tests.
 * What breaks while rendering is reported to the app, which shows its error page instead of half a page.
 */
export class Light extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (e) {
      this.dispatchEvent(new CustomEvent('broken', { detail: e, bubbles: true }));
      throw e;
    }
  }
}
