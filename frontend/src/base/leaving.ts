// Who holds something unsaved, and may be asked before the page goes away.

/** A page, or a dialog in it, that may hold something unsaved. */
export interface Leavable {
  /** False to stay. */
  canLeave(): boolean | Promise<boolean>;
  isDirty(): boolean;
}
const open = new Set<Leavable>();

/** While it is mounted, a form is asked before its page goes away. */
export const guardLeaving = (form: Leavable): (() => void) => {
  open.add(form);
  return () => open.delete(form);
};
export async function mayLeave(): Promise<boolean> {
  for (const form of open) if (!(await form.canLeave())) return false;
  return true;
}
export const hasUnsaved = (): boolean => [...open].some((form) => form.isDirty());
/** What is unsaved was given up knowingly, as before the page is loaded again. */
export const forgetUnsaved = (): void => open.clear();
