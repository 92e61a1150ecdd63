// What was typed and not submitted yet is saved by itself, so that a closed tab costs nothing.

import { explain } from '../../api/problem';
import { fieldsOf, type Section, type Values } from './field';

/** What was kept of a form the last time. */
export interface Autosaved {
  values: Values;
  /** When, RFC 3339. */
  savedAt: string;
  /** The version of the record it was typed over; a record that changed since deserves a warning. */
  version?: number;
}

/** Where what was typed into a form is kept; a page makes it, usually from the resource that keeps autosaved forms. */
export interface AutosaveStore {
  load: () => Promise<Autosaved | undefined>;
  /** Replaces what was saved; answers when it was kept, RFC 3339. */
  save: (values: Values, version: number) => Promise<string>;
  drop: () => Promise<void>;
}

/** Whether what was typed is kept: nothing to keep, being kept, kept at a time, or not kept for a reason. */
export type AutosaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; reason: string };

/** A pause in typing of this length is when it is kept. */
export const QUIET = 2_000;
/** After a failure it is tried again, though nobody types. */
const AGAIN = 15_000;

/**
 * Saves what is typed after each pause, one save at a time and always the newest values. It is not told of forms: a
 * form page hands it values and shows its state.
 */
export class Autosave {
  state: AutosaveState = { kind: 'idle' };
  /** While the user has not said what becomes of an older form, nothing may overwrite it. */
  isHeld = false;
  private waiting: Values | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private isOver = false;

  constructor(
    private readonly store: AutosaveStore,
    private readonly version: () => number,
    private readonly changed: () => void,
  ) {}

  /** Whether all that was typed is kept. */
  get isCurrent(): boolean {
    return !this.waiting && !this.running && this.state.kind !== 'failed';
  }
  /** Something was typed. */
  note(values: Values): void {
    if (this.isOver) return;
    this.waiting = values;
    if (!this.isHeld) this.plan(QUIET);
  }
  /** The older form was taken or dropped; what was typed meanwhile is kept now. */
  release(): void {
    this.isHeld = false;
    if (this.waiting) this.plan(QUIET);
  }
  /** The older form is not wanted. */
  async forget(): Promise<void> {
    await this.store.drop();
    this.release();
  }
  /** Keeps at once what is not kept yet; true when everything is. */
  async flush(): Promise<boolean> {
    if (this.isHeld) return !this.waiting;
    clearTimeout(this.timer);
    await this.running;
    if (this.waiting) await this.run();
    return this.isCurrent;
  }
  /** The form was submitted or given up: nothing is kept any more, and none will come. */
  async end(): Promise<void> {
    this.stop();
    await this.running;
    await this.store.drop();
    this.become({ kind: 'idle' });
  }
  /** The form is gone; what was saved stays. */
  stop(): void {
    this.isOver = true;
    this.waiting = undefined;
    clearTimeout(this.timer);
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), delay);
  }
  private run(): Promise<void> {
    // One that is under way starts the next by itself.
    this.running ??= this.save().finally(() => (this.running = undefined));
    return this.running;
  }
  private async save(): Promise<void> {
    while (this.waiting) {
      const values = this.waiting;
      this.waiting = undefined;
      this.become({ kind: 'saving' });
      try {
        this.become({ kind: 'saved', at: await this.store.save(values, this.version()) });
      } catch (e) {
        this.become({ kind: 'failed', reason: explain(e) });
        if (this.isOver) return;
        this.waiting ??= values;
        this.plan(AGAIN);
        return;
      }
    }
  }
  private become(state: AutosaveState): void {
    this.state = state;
    this.changed();
  }
}

/** What of a form's values is worth keeping: its fields that are sent. Passwords' repetitions and choices are not. */
export function autosavedOf(sections: readonly Section[], values: Values): Values {
  const names = fieldsOf(sections).filter((f) => !f.isLocal && f.name in values);
  return Object.fromEntries(names.map((f) => [f.name, values[f.name]]));
}
