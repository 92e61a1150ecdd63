import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws its host again when the window becomes as narrow as a phone, or wide again. */
export class Narrow implements ReactiveController {
  private query = matchMedia('(max-width: 760px)');

  constructor(private host: ReactiveControllerHost) {
    host.addController(this);
  }
  get is(): boolean {
    return this.query.matches;
  }
  private changed = (): void => this.host.requestUpdate();
  hostConnected(): void {
    this.query.addEventListener('change', this.changed);
  }
  hostDisconnected(): void {
    this.query.removeEventListener('change', this.changed);
  }
}
