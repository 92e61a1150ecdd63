import type { Placement } from '@floating-ui/dom';
import { state } from 'lit/decorators.js';
import { float } from './float';
import { Light } from './light';

/**
 * A control with something that opens below it. The pop-up is a child of its control, never of the body, so that it
 * works in dialogs; it closes on Escape, on a press elsewhere, and with its control.
 */
export abstract class Popup extends Light {
  @state() protected isOpen = false;
  private stopFloating: (() => void) | null = null;

  protected placement(): Placement {
    return 'bottom-start';
  }
  protected matchesWidth(): boolean {
    return false;
  }
  protected anchor(): Element | null {
    return this.querySelector('.field-box');
  }
  /** What follows once it is open: where the focus goes, what to load. */
  protected opened(): void {}
  protected closed(): void {}

  protected async show(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    await this.updateComplete;
    const pop = this.querySelector<HTMLElement>(':scope > .pop');
    const anchor = this.anchor();
    if (!pop || !anchor) return;
    this.stopFloating = float(anchor, pop, this.placement(), this.matchesWidth());
    document.addEventListener('pointerdown', this.outside, true);
    this.opened();
  }
  protected hide(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.stopFloating?.();
    this.stopFloating = null;
    document.removeEventListener('pointerdown', this.outside, true);
    this.closed();
  }
  private outside = (e: Event): void => {
    if (!e.composedPath().includes(this)) this.hide();
  };
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }
  /** Escape closes the pop-up alone, not the dialog around it. */
  protected escape(e: KeyboardEvent): boolean {
    if (e.key !== 'Escape' || !this.isOpen) return false;
    e.preventDefault();
    e.stopPropagation();
    this.hide();
    return true;
  }
}
