// The steps of a product's life: submit, withdraw, activate, pause, resume, delete (F146, F156, F167–F169).

import { html, nothing, type TemplateResult } from 'lit';
import { api, type S, unwrap } from '../../api/client';
import { SelfCheck } from '../../api/constraints';
import { dateTime } from '../../base/format';
import { t } from '../../base/i18n';
import { links } from '../../base/links';
import { fields } from '../../kit/form/fields';
import { formDialog } from '../../kit/form/form-dialog';
import { recheck } from '../../parts/product/recheck';
import { confirm } from '../../ui/dialog';
import { icon } from '../../ui/icons';
import { message } from '../../ui/toast';
import './life.css';

type Product = S<'ProductView'>;
type Done = () => Promise<void>;
type Go = (to: string) => void;
const f = fields<S<'SelfCheck'>>(SelfCheck);
const at = (p: Product) => ({ params: { path: { id: p.id } } });

/** Whether anything of it may still be changed; what, says the server. */
export const isEditable = (p: { state: S<'ProductState'> }): boolean => p.state !== 'voided' && p.state !== 'submitted';

/** What is asked before a product can be submitted, each point with its mark and how to mend it. */
function checkList(found: readonly S<'ProductCheck'>[]): TemplateResult {
  return html`<ul class="checks">${found.map(
    (
      x,
    ) => html`<li class=${x.passed ? 'passed' : x.is_required ? 'failed' : 'doubtful'}>${icon(x.passed ? 'check' : x.is_required ? 'close' : 'warning')}
      <span><b>${x.title}</b>${x.message ? html`<small>${x.message}</small>` : nothing}</span></li>`,
  )}</ul>`;
}

/** Asks for what is missing, or whether all is right, and sends it to review. */
export async function submit(p: Product, done: Done, go: Go): Promise<void> {
  const found = await unwrap(api.GET('/api/v1/products/{id}/checks', at(p)));
  if (found.some((x) => x.is_required && !x.passed)) {
    const text = html`${t('以下项目通过后才能提交：')}${checkList(found)}`;
    if (await confirm(t('产品资料还不完整'), text, { okText: t('去补充') })) go(links.productEdit(p.id));
    return;
  }
  const sent = await formDialog<S<'SelfCheck'>>({
    title: t('提交产品“{name}”', { name: p.record.name }),
    width: 520,
    okText: t('提交'),
    intro: html`${checkList(found)}`,
    values: { confirmed: false },
    sections: [{ title: '', fields: [f.toggle('confirmed')] }],
    save: (body) => unwrap(api.POST('/api/v1/products/{id}/submit', { ...at(p), body })),
  });
  if (!sent) return;
  message.success(t('已提交'));
  await done();
}

/** Asks, does, says so. */
async function step(
  done: Done,
  ask: { title: string; text: string; okText: string; danger?: boolean },
  act: () => Promise<unknown>,
): Promise<void> {
  if (!(await confirm(ask.title, ask.text, { okText: ask.okText, danger: ask.danger }))) return;
  try {
    await act();
    message.success(t('已{done}', { done: ask.okText }));
  } catch (e) {
    message.failure(e);
  }
  await done();
}

const withdraw = (p: Product, done: Done) =>
  step(done, { title: t('撤回该产品？'), text: t('撤回后可以修改，改好后需重新提交。'), okText: t('撤回') }, () =>
    unwrap(api.POST('/api/v1/products/{id}/withdraw', at(p))),
  );
const activate = (p: Product, done: Done) =>
  step(
    done,
    {
      title: t('激活产品“{name}”？', { name: p.record.name }),
      text: t(
        '激活后，产品码及其下的批次码、单品码立即有效；名称、型号、标准等审核过的内容锁定，其他内容仍可补充修改，每次修改留存版本。',
      ),
      okText: t('激活'),
    },
    () => unwrap(api.POST('/api/v1/products/{id}/activate', at(p))),
  );
const pause = (p: Product, done: Done) =>
  step(
    done,
    {
      title: t('暂停生产？'),
      text: t('完全处于暂停期间的各期无需填报产品数量，暂停前的仍须填报；暂停期间不能赋码，已赋的码仍然有效。'),
      okText: t('暂停'),
    },
    () => unwrap(api.POST('/api/v1/products/{id}/pause', at(p))),
  );
const resume = (p: Product, done: Done) =>
  step(done, { title: t('恢复生产？'), text: t('恢复后按填报周期继续填报。'), okText: t('恢复') }, () =>
    unwrap(api.POST('/api/v1/products/{id}/resume', at(p))),
  );
async function lookOver(p: Product, done: Done): Promise<void> {
  if (await recheck({ id: p.id, name: p.record.name })) await done();
}
const remove = (p: Product, gone: Done) =>
  step(
    gone,
    {
      title: t('删除草稿“{name}”？', { name: p.record.name }),
      text: t('只有从未提交、也没有批次和单品的草稿可以删除；删除后不能恢复。'),
      okText: t('删除'),
      danger: true,
    },
    () => unwrap(api.DELETE('/api/v1/products/{id}', at(p))),
  );

/** The buttons of what can be done next. */
export function nextSteps(p: Product, done: Done, gone: Done, go: Go): TemplateResult {
  const button = (label: string, run: () => Promise<void>, kind = '') =>
    html`<button class="btn ${kind}" type="button" @click=${run}>${label}</button>`;
  switch (p.state) {
    case 'draft':
      return html`${button(t('提交审核'), () => submit(p, done, go), 'primary')}${button(t('删除'), () => remove(p, gone))}`;
    case 'rejected':
      return button(t('重新提交'), () => submit(p, done, go), 'primary');
    case 'submitted':
      return button(t('撤回'), () => withdraw(p, done));
    case 'approved':
      return button(t('激活'), () => activate(p, done), 'primary');
    case 'activated':
      return html`${button(t('复核'), () => lookOver(p, done), p.is_recheck_due ? 'primary' : '')}${
        p.is_paused ? button(t('恢复生产'), () => resume(p, done)) : button(t('暂停生产'), () => pause(p, done))
      }`;
    default:
      return html`${nothing}`;
  }
}

/** Makes a draft under the same trace code, to put right what was wrong with a voided product. */
export async function succeed(p: Product, go: Go): Promise<void> {
  const sure = await confirm(
    t('接续产品“{name}”？', { name: p.record.name }),
    t(
      '新增一个沿用追溯码 {code} 的草稿，内容与原产品相同，检验报告须重新上传。原产品的批次码、单品码仍显示已作废，其批次号和序列号不再使用。',
      { code: p.record.trace_code },
    ),
    { okText: t('接续并编辑') },
  );
  if (!sure) return;
  try {
    const made = await unwrap(api.POST('/api/v1/products/{id}/successors', at(p)));
    message.success(t('已新增接续产品，为草稿'));
    go(links.productEdit(made.id));
  } catch (e) {
    message.failure(e);
  }
}

/** Who voided it and why, and which product goes on under its code. */
function voidNote(p: Product): TemplateResult {
  const reason = p.state_reason ?? '';
  const text =
    p.voided_by === 'operator'
      ? t('该产品已由平台作废，原因：{reason}', { reason })
      : t('该产品已作废，原因：{reason}', { reason });
  const on = p.successor_product_id
    ? html` <a href=${links.product(p.successor_product_id)}>${t('查看接续产品')}</a>`
    : p.may_be_succeeded
      ? t('。如需继续使用该追溯码，请选择“接续”。')
      : nothing;
  return html`<div class="alert error">${icon('warning')}<div>${text}${on}</div></div>`;
}

/** What stands in the way, or what comes next, in a line above the page. */
export function lifeNote(p: Product): TemplateResult {
  const note = (tone: string, text: string) =>
    html`<div class="alert ${tone}">${icon(tone === 'info' ? 'info' : 'warning')}<div>${text}</div></div>`;
  switch (p.state) {
    case 'voided':
      return voidNote(p);
    case 'rejected':
      return note('error', t('审核未通过：{reason}。修改后可重新提交。', { reason: p.state_reason ?? '' }));
    case 'draft':
      return html`${p.succeeds_product_id ? html`<div class="alert info">${icon('info')}<div>${t('接续产品：沿用已作废产品的追溯码，')}<a href=${links.product(p.succeeds_product_id)}>${t('查看原产品')}</a></div></div>` : nothing}${note('info', t('草稿：填写完整后提交审核，通过并激活后，扫码才显示为有效。'))}`;
    case 'submitted':
      return note('info', t('已提交，等待平台审核；审核期间不能修改。'));
    case 'approved':
      return note('info', t('审核已通过：激活后，扫码即显示为有效。'));
    default:
      return html`${p.is_paused ? note('warning', t('该产品已暂停生产：暂停期间无需填报产品数量，也不能赋码；要赋码请先恢复生产。')) : nothing}${
        p.is_recheck_due
          ? note(
              'warning',
              t('自 {time} 起未核对产品信息，请对照流通中的产品复核。', { time: dateTime(p.rechecked_at) }),
            )
          : nothing
      }`;
  }
}
