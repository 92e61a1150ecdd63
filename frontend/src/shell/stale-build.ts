// After a new version was installed, an open page asks for files that are gone. Loading it once more helps; twice
// would be a loop.

const KEY = 'pinma.reloaded';

/** Loads the page again, unless that was tried just now. */
export function reloadOnce(): boolean {
  if (sessionStorage.getItem(KEY)) return false;
  sessionStorage.setItem(KEY, '1');
  location.reload();
  return true;
}
export const forgetReload = (): void => sessionStorage.removeItem(KEY);
