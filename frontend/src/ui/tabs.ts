import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Light, uid } from './light';

export interface Tab {
  key: string;
  label: string;
}

/** A row of tabs; the panel is its user's. Arrow keys move. Fires `change` with the key. */
@customElement('pm-tabs')
export class Tabs extends Light {
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() value = '';
  @property() label = '';
  private ids = uid('tab');

  private choose(key: string, focus = false): void {
    this.value = key;
    this.dispatchEvent(new CustomEvent('change', { detail: key, bubbles: true }));
    if (focus) void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
  }
  private key(e: KeyboardEvent): void {
    const at = this.tabs.findIndex((tab) => tab.key === this.value);
    const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    const to = this.tabs[(at + by + this.tabs.length) % this.tabs.length];
    if (!by || !to) return;
    e.preventDefault();
    this.choose(to.key, true);
  }
  override render() {
    return html`<div class="tabs" role="tablist" aria-label=${this.label} @keydown=${this.key}>${this.tabs.map(
      (tab) =>
        html`<button type="button" role="tab" id="${this.ids}-${tab.key}" aria-selected=${tab.key === this.value}
          tabindex=${tab.key === this.value ? 0 : -1} @click=${() => this.choose(tab.key)}>${tab.label}</button>`,
    )}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-tabs': Tabs;
  }
}
