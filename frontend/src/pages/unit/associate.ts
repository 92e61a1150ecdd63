import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, type S, unwrap } from '../../api/client';
import { AssociateUnits } from '../../api/constraints';
import type { Control, Field, Section, Values } from '../../kit/form/field';
import { fields } from '../../kit/form/fields';
import '../../kit/form/form';
import { num, today } from '../../base/format';
import { t } from '../../base/i18n';
import { guardLeaving } from '../../base/leaving';
import type { Form } from '../../kit/form/form';
import { confirmLoss, openDialog } from '../../ui/dialog';
import { Light } from '../../ui/light';
import '../../ui/tabs';
import { livingProduct, loadBatches } from '../../parts/product/options';
import { message } from '../../ui/toast';
import '../../parts/product/summary';
import { counted } from '../../parts/unit/counted';

type Input = S<'AssociateUnits'>;
type Mode = 'one' | 'many';
const f = fields<Input>(AssociateUnits);
const product = (c: Control): string | undefined => c.values.product_id as string | undefined;

/** 单个关联 (F096) and 批量关联 (F097). */
const sections = (mode: Mode): Section[] => {
  const code = f.select('product_id', {
    ...livingProduct,
    label: t('追溯码'),
    wide: true,
    help: '',
    placeholder: t('输入产品名称或追溯码搜索'),
    onPick: (_, c) => c.patch({ batch_no: undefined }),
  });
  const batch = f.select('batch_no', {
    wide: true,
    help: t('已关联的可改为其他批次；不选则批次不变'),
    load: (c) => loadBatches(product(c), 'batch_no', 'active'),
    resolve: async (no) => ({ value: no, label: no }),
    disabled: (c) => !product(c),
    // Another batch brings its own dates, unless others are given.
    onPick: (_, c) => c.patch({ made_on: undefined, expires_on: undefined }),
  });
  const serials: Field[] =
    mode === 'one'
      ? [f.text('first_serial', { label: t('序列号'), wide: true, max: 20, help: t('完整的序列号，含前缀') })]
      : [
          f.text('first_serial', { max: 20, help: t('完整的序列号，含前缀') }),
          f.text('last_serial', { required: true, help: t('完整的序列号，含前缀') }),
          f.number('quantity', { required: true, wide: true, help: t('自动按起止序列号计算，提交时核对') }),
        ];
  const dates = [
    f.date('made_on', { max: today() }),
    f.date('expires_on', { min: (c) => (c.values.made_on as string) ?? '' }),
    f.textarea('correction_reason', { rows: 2, count: false }),
  ];
  return [{ title: '', columns: 2, fields: [code, batch, ...serials, ...dates] }];
};

@customElement('pm-associate')
export class Associate extends Light {
  @property({ attribute: false }) given: Values = {};
  @state() private mode: Mode = 'one';
  @state() private product = '';
  @query('pm-form') private form!: Form;
  private sections: Record<Mode, Section[]> = { one: sections('one'), many: sections('many') };

  override connectedCallback(): void {
    super.connectedCallback();
    this.product = (this.given.product_id as string) ?? '';
  }
  isDirty(): boolean {
    return this.form?.isDirty ?? false;
  }
  private edited(values: Values): void {
    this.product = (values.product_id as string) ?? '';
    const quantity = this.mode === 'many' ? counted(values) : undefined;
    if (quantity) this.form.patch(quantity);
  }
  /** False when something is wrong. */
  async save(): Promise<S<'UnitIssue'> | false> {
    if (!this.form.validate()) return false;
    try {
      return await this.form.send((body: Input) => unwrap(api.POST('/api/v1/unit-associations', { body })));
    } catch (e) {
      if (this.form.fail(e)) return false;
      throw e;
    }
  }
  override render() {
    const tabs = [
      { key: 'one', label: t('单个关联') },
      { key: 'many', label: t('批量关联') },
    ];
    return html`<div class="associate">
      <div>
        <pm-tabs .tabs=${tabs} value=${this.mode} label=${t('关联方式')} @change=${(e: CustomEvent<string>) => (this.mode = e.detail === 'many' ? 'many' : 'one')}></pm-tabs>
        <pm-form layout="stack" .sections=${this.sections[this.mode]} .initial=${this.given} @edit=${(e: CustomEvent<Values>) => this.edited(e.detail)}></pm-form>
      </div>
      <pm-product-summary .product=${this.product}></pm-product-summary>
    </div>`;
  }
}

type Given = {
  product_id?: string;
  first_serial?: string;
  batch_no?: string | null;
  made_on?: string | null;
  expires_on?: string | null;
};
/** One unit as the dialog is filled in with it: what holds now, so that nothing changes unless somebody changes it. */
export const givenOf = (u: S<'UnitView'>): Given => ({
  product_id: u.product_id,
  first_serial: u.serial,
  batch_no: u.batch_no,
  made_on: u.made_on,
  expires_on: u.expires_on,
});

/** 赋码后关联: puts units that are coded into a batch, or gives them dates (F096–F099). */
export async function openAssociate(given: Given = {}): Promise<boolean> {
  const element = (): Associate | null => document.querySelector('dialog[open] pm-associate');
  const isDirty = (): boolean => element()?.isDirty() ?? false;
  const canLeave = async (): Promise<boolean> => !isDirty() || confirmLoss();
  const release = guardLeaving({ isDirty, canLeave });
  try {
    const done = (await openDialog({
      title: t('赋码后关联'),
      width: 860,
      dismissable: false,
      okText: t('提交'),
      canClose: canLeave,
      body: () => html`<pm-associate .given=${given}></pm-associate>`,
      onOk: () => element()?.save(),
    })) as S<'UnitIssue'> | undefined;
    if (done) message.success(t('已关联 {n} 个单品码', { n: num(done.quantity) }));
    return done !== undefined;
  } finally {
    release();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pm-associate': Associate;
  }
}
