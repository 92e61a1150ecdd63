// Whether the server can be reached, for the bar below the header.

export type Health = 'ok' | 'offline' | 'unavailable';

let current: Health = 'ok';
const listeners = new Set<(h: Health) => void>();

export const health = (): Health => current;
export function onHealth(fn: (h: Health) => void): void {
  listeners.add(fn);
}
export function reportHealth(to: Health): void {
  if (to === current) return;
  current = to;
  for (const fn of listeners) fn(to);
}
if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => reportHealth('offline'));
  window.addEventListener('online', () => reportHealth('ok'));
}
