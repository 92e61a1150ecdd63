// One Idempotency-Key per opened form and address, kept until the server has said what became of it: a form whose answer was
// lost is sent again under the same key, however often, and is done once.

/** It is made once and by whoever means the write, never by what repeats a request. `randomUUID` is
 * there on secure pages only, and an intranet may have none. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

/** What one opened form sends. */
export class Attempt {
  private keys = new Map<string, string>();

  key(address: string): string {
    const key = this.keys.get(address) ?? newKey();
    this.keys.set(address, key);
    return key;
  }
  /** There was a definite answer: whatever is sent next is meant anew. */
  settle(address: string): void {
    this.keys.delete(address);
  }
  /** Saves as this form does: what is sent meanwhile has its keys. */
  async during<R>(save: () => Promise<R>): Promise<R> {
    saving.push(this);
    try {
      return await save();
    } finally {
      saving.splice(saving.indexOf(this), 1);
    }
  }
}

/** The forms that save at this moment; there is more than one only when a dialog stands on a form. */
const saving: Attempt[] = [];

/** The attempt a write belongs to; one of its own when a button without a form is pressed. */
export const attemptNow = (): Attempt => saving.at(-1) ?? new Attempt();
