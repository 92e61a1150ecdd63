import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Light } from '../../ui/light';
import { broken, loading } from '../../ui/result';
import type { PageContext } from '../page';

/** A page that shows one record: read, drawn, read again after something was done to it. */
export abstract class RecordPage<R> extends Light {
  ctx!: PageContext;
  @state() protected record: R | null = null;
  @state() private failure: unknown;

  protected abstract read(): Promise<R>;
  protected abstract draw(record: R): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }
  protected reload = async (): Promise<void> => {
    try {
      this.record = await this.read();
      this.failure = undefined;
    } catch (e) {
      this.failure = e;
    }
  };
  override render(): TemplateResult {
    if (this.failure) return broken(this.failure, this.reload, this.ctx.match.route.parent);
    return this.record ? this.draw(this.record) : loading();
  }
}
