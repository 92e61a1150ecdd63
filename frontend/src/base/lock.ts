// One at a time among all tabs of this browser.

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Runs `work` while no other tab runs anything under this name. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(name, work);
  return withStorageLock(localStorage, name, work);
}

/** How long a holder that died keeps the others waiting. */
const LEASE = 10_000;
/** Longer than it takes a write to be seen by the other tabs. */
const SETTLE = 40;

/** For browsers without Web Locks: whoever still stands in the storage after a moment has the lock. */
export async function withStorageLock<T>(storage: Storage, name: string, work: () => Promise<T>): Promise<T> {
  const key = `pinma.lock.${name}`;
  const mine = `${Math.random().toString(36).slice(2)}`;
  const holder = (): string | undefined => {
    const [id, until] = (storage.getItem(key) ?? '').split(':');
    return Number(until) > Date.now() ? id : undefined;
  };
  while (holder() !== mine) {
    if (!holder()) storage.setItem(key, `${mine}:${Date.now() + LEASE}`);
    await pause(SETTLE + Math.random() * SETTLE);
  }
  try {
    return await work();
  } finally {
    if (holder() === mine) storage.removeItem(key);
  }
}
