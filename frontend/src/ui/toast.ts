import { html, render } from 'lit';
import { explain } from '../api/problem';
import { type IconName, icon } from './icons';

type Kind = Extract<IconName, 'success' | 'error' | 'warning' | 'info'>;

let box: HTMLElement | undefined;

function toast(kind: Kind, text: string): void {
  if (!box) {
    box = document.createElement('div');
    box.className = 'toasts';
    box.setAttribute('role', 'status');
    box.setAttribute('aria-live', 'polite');
    if ('popover' in box) box.popover = 'manual';
    document.body.append(box);
  }
  if (typeof box.showPopover === 'function') {
    // Enter the top layer anew, or an open <dialog> covers the toast.
    if (box.matches(':popover-open')) box.hidePopover();
    box.showPopover();
  }
  // Said again, it is said once.
  for (const former of box.children) if (former.textContent?.trim() === text) former.remove();
  const item = document.createElement('div');
  item.className = `toast ${kind}`;
  render(html`${icon(kind)}<span>${text}</span>`, item);
  box.append(item);
  setTimeout(() => item.remove(), kind === 'error' || text.length > 30 ? 5000 : 3000);
}

export const message = {
  success: (text: string): void => toast('success', text),
  error: (text: string): void => toast('error', text),
  warning: (text: string): void => toast('warning', text),
  info: (text: string): void => toast('info', text),
  /** Says why something failed. */
  failure: (e: unknown): void => toast('error', explain(e)),
};
