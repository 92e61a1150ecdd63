import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { api, type S, unwrap } from '../../../api/client';
import { nameOf } from '../../../api/enums';
import { t } from '../../../base/i18n';
import type { Values } from '../../../kit/form/field';
import type { FormTools } from '../../../kit/form/form-page';
import { mark } from '../../../kit/record/facts';
import { originTones } from '../../../parts/tones';
import { openDialog } from '../../../ui/dialog';
import { Light } from '../../../ui/light';
import { broken, loading } from '../../../ui/result';
import { message } from '../../../ui/toast';
import { type Change, changesOf } from './changes';
import './choose.css';

type Item = S<'ProductTemplateItem'>;

/** The templates on the left; on the right what the chosen one would change, to be taken whole or in part (F102–F104). */
@customElement('pm-template-chooser')
export class TemplateChooser extends Light {
  @property({ attribute: false }) values: Values = {};
  @property({ attribute: false }) isLocked: (name: string) => boolean = () => false;
  @state() private found: Item[] | null = null;
  @state() private failure: unknown;
  @state() private chosen = '';
  @state() private changes: Change[] = [];
  @state() private taken: ReadonlySet<string> = new Set();

  /** What is to be set in the form; nothing while none is chosen. */
  get picked(): Values | undefined {
    const wanted = this.changes.filter((c) => this.taken.has(c.key));
    return wanted.length ? Object.assign({}, ...wanted.map((c) => c.values)) : undefined;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }
  private read = async (): Promise<void> => {
    this.failure = undefined;
    try {
      this.found = (
        await unwrap(api.GET('/api/v1/product-templates', { params: { query: { page_size: 100 } } }))
      ).items;
    } catch (e) {
      this.failure = e;
    }
  };
  private async choose(x: Item): Promise<void> {
    this.chosen = x.id;
    try {
      const template = await unwrap(api.GET('/api/v1/product-templates/{id}', { params: { path: { id: x.id } } }));
      if (this.chosen !== x.id) return;
      this.changes = changesOf(template, this.values, this.isLocked);
      this.taken = new Set(this.changes.map((c) => c.key));
    } catch (e) {
      message.failure(e);
    }
  }
  private toggle(key: string): void {
    const taken = new Set(this.taken);
    if (!taken.delete(key)) taken.add(key);
    this.taken = taken;
  }
  private item(x: Item): TemplateResult {
    return html`<li><label class="template-option ${x.id === this.chosen ? 'chosen' : ''}">
      <input type="radio" name="template" .checked=${x.id === this.chosen} @change=${() => void this.choose(x)} />
      <i style="background:${x.colour ?? 'var(--neutral-bg)'}"></i><span><b>${x.name}</b> ${mark(nameOf('ProductTemplateOrigin', x.origin), originTones[x.origin])}
      ${x.menus.length ? html`<small class="muted">${x.menus.join('、')}</small>` : nothing}</span></label></li>`;
  }
  private change(c: Change): TemplateResult {
    return html`<li><label class="template-change"><input type="checkbox" .checked=${this.taken.has(c.key)} @change=${() => this.toggle(c.key)} />
      <span><b>${c.label}</b><span class="template-diff">${c.before ? html`<del>${c.before}</del>` : html`<span class="muted">${t('（空）')}</span>`}<span aria-hidden="true"> → </span><ins>${c.after}</ins></span></span></label></li>`;
  }
  override render() {
    if (this.failure) return broken(this.failure, this.read);
    if (!this.found) return loading();
    const changes = !this.chosen
      ? html`<p class="muted">${t('选择左侧的模板，查看会改变哪些内容')}</p>`
      : this.changes.length
        ? html`<p class="muted">${t('勾选要带入的内容：')}</p><ul>${this.changes.map((c) => this.change(c))}</ul>`
        : html`<p class="muted">${t('所填内容与该模板相同，没有要改变的')}</p>`;
    return html`<div class="template-chooser"><ul class="template-options">${this.found.map((x) => this.item(x))}</ul><div>${changes}</div></div>`;
  }
}

/** 选用模板: fills the form from a template, as far as its user wants. */
export async function chooseTemplate(form: FormTools): Promise<void> {
  const chooser = createRef<TemplateChooser>();
  const locked = new Set(form.sections.flatMap((s) => s.fields.filter((f) => f.isLocked).map((f) => f.name)));
  const values = form.values();
  const isLocked = (name: string): boolean => locked.has(name);
  const done = await openDialog({
    title: t('选用模板'),
    width: 860,
    okText: t('带入'),
    body: () =>
      html`<pm-template-chooser ${ref(chooser)} .values=${values} .isLocked=${isLocked}></pm-template-chooser>`,
    onOk: () => {
      const picked = chooser.value?.picked;
      if (!picked) {
        message.warning(t('请选择模板和要带入的内容'));
        return false;
      }
      form.patch(picked);
      return true;
    },
  });
  if (done) message.success(t('已带入，请核对'));
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-template-chooser': TemplateChooser;
  }
}
