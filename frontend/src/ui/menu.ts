import type { Placement } from '@floating-ui/dom';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type IconName, icon } from './icons';
import { uid } from './light';
import { step } from './option';
import { Popup } from './popup';

export interface MenuItem {
  label: string;
  icon?: IconName;
  href?: string;
  run?: () => void;
  danger?: boolean;
  /** Set for items that are switched on and off; the menu stays open then. */
  checked?: boolean;
}

/** A button with a menu. Arrow keys, Home and End move in it, Escape and Tab leave it. */
@customElement('pm-menu')
export class Menu extends Popup {
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  /** What is on the button. */
  @property({ attribute: false }) face: TemplateResult | string = '';
  @property({ attribute: false }) look = 'btn link';
  @property() label = '';
  private menuId = uid('menu');

  protected override placement(): Placement {
    return 'bottom-end';
  }
  protected override anchor(): Element | null {
    return this.querySelector('button');
  }
  private get entries(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.pop .option')];
  }
  protected override opened(): void {
    this.entries[0]?.focus();
  }
  private toggle(): void {
    if (this.isOpen) this.hide();
    else void this.show();
  }
  private leave(): void {
    this.hide();
    (this.anchor() as HTMLElement | null)?.focus();
  }
  private key(e: KeyboardEvent): void {
    if (!this.isOpen) {
      if (e.key !== 'ArrowDown') return;
      e.preventDefault();
      void this.show();
      return;
    }
    if (e.key === 'Escape') {
      e.preventDefault();
      e.stopPropagation();
      this.leave();
    } else if (e.key === 'Tab') this.hide();
    else this.move(e);
  }
  private move(e: KeyboardEvent): void {
    const entries = this.entries;
    const to = step(e.key, entries.indexOf(document.activeElement as HTMLElement), entries.length);
    if (to === undefined) return;
    e.preventDefault();
    entries[to]?.focus();
  }
  private choose(item: MenuItem): void {
    if (item.checked === undefined) this.leave();
    item.run?.();
  }
  private entry(item: MenuItem): TemplateResult {
    const body = html`${item.icon ? icon(item.icon) : nothing}<span>${item.label}</span>`;
    const look = `option ${item.danger ? 'danger' : ''}`;
    if (item.href)
      return html`<a class=${look} role="menuitem" tabindex="-1" href=${item.href} @click=${() => this.hide()}>${body}</a>`;
    const isSwitch = item.checked !== undefined;
    return html`<button type="button" class=${look} role=${isSwitch ? 'menuitemcheckbox' : 'menuitem'} tabindex="-1"
      aria-checked=${item.checked ?? nothing} @click=${() => this.choose(item)}>
      ${isSwitch ? html`<span class="tick">${item.checked ? icon('check') : nothing}</span>` : nothing}${body}</button>`;
  }
  override render() {
    return html`<button type="button" class=${this.look} aria-haspopup="menu" aria-expanded=${this.isOpen}
        aria-controls=${this.isOpen ? this.menuId : nothing} aria-label=${this.label || nothing} title=${this.label || nothing}
        @click=${this.toggle} @keydown=${this.key}>${this.face}</button>
      ${
        this.isOpen
          ? html`<div class="pop" id=${this.menuId} role="menu" aria-label=${this.label || nothing} @keydown=${this.key}>
              ${this.items.map((item) => this.entry(item))}</div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-menu': Menu;
  }
}
