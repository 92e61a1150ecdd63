import { html, nothing, render, type TemplateResult } from 'lit';
import { t } from '../base/i18n';
import { icon } from './icons';
import { uid } from './light';
import { message } from './toast';

export interface DialogHandle {
  close: (result?: unknown) => void;
  /** Draws the body again after something in it changed. */
  update: () => void;
}
export interface DialogOptions {
  kind?: 'modal' | 'drawer';
  title?: string;
  width?: number;
  body: (dialog: DialogHandle) => TemplateResult | typeof nothing;
  /** False keeps the dialog open; anything else is its result. What it throws is shown. */
  onOk?: () => unknown | Promise<unknown>;
  okText?: string;
  cancelText?: string;
  danger?: boolean;
  footer?: false;
  /** Asked before it is closed without its OK. */
  canClose?: () => boolean | Promise<boolean>;
  /** Whether a press beside it closes it. */
  dismissable?: boolean;
}

interface Open {
  leave: () => Promise<boolean>;
}
const stack: Open[] = [];
export const hasDialog = (): boolean => stack.length > 0;

/** Closes the dialog on top, unless it holds something its user wants to keep. */
export const closeTop = async (): Promise<boolean> => (await stack.at(-1)?.leave()) ?? true;

/** Shows a dialog and resolves with its result, undefined when it was closed without one. */
export function openDialog(o: DialogOptions): Promise<unknown> {
  return new Promise((done) => {
    const element = document.createElement('dialog');
    element.className = o.kind ?? 'modal';
    if (o.width) element.style.setProperty('--width', `${o.width}px`);
    const titleId = uid('dialog');
    element.setAttribute('aria-labelledby', titleId);
    document.body.append(element);
    let result: unknown;
    let busy = false;

    const close = (value?: unknown): void => {
      result = value;
      // At once: the browser tells of it only later.
      if (stack.includes(open)) stack.splice(stack.indexOf(open), 1);
      element.close();
    };
    const leave = async (): Promise<boolean> => {
      if (busy || (o.canClose && !(await o.canClose()))) return false;
      close();
      return true;
    };
    const open: Open = { leave };
    const accept = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      draw();
      try {
        const value = await o.onOk?.();
        if (value !== false) close(value ?? true);
      } catch (e) {
        message.failure(e);
      } finally {
        busy = false;
        if (element.open) draw();
      }
    };
    const foot = (): TemplateResult => html`<div class="dialog-foot">
      <button type="button" class="btn" @click=${leave}>${o.cancelText ?? t('取消')}</button>
      <button type="button" class="btn primary ${o.danger ? 'danger' : ''}" aria-disabled=${busy} @click=${accept}>
        ${busy ? icon('loading', true) : nothing}${o.okText ?? t('确定')}
      </button>
    </div>`;
    const handle: DialogHandle = { close, update: () => draw() };
    const draw = (): void => {
      const head = html`<div class="dialog-head">
        <h2 id=${titleId}>${o.title}</h2>
        <button class="close" type="button" aria-label=${t('关闭')} @click=${leave}>${icon('close')}</button>
      </div>`;
      const label = html`<span class="sr" id=${titleId}>${t('请确认')}</span>`;
      render(
        html`${o.title ? head : label}<div class="dialog-body">${o.body(handle)}</div>${o.footer === false ? nothing : foot()}`,
        element,
      );
    };

    stack.push(open);
    element.addEventListener('close', () => {
      element.remove();
      done(result);
    });
    // Escape is ours: the browser's own way skips the question whether anything may be lost.
    element.addEventListener('cancel', (e) => e.preventDefault());
    element.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape' || e.defaultPrevented) return;
      e.preventDefault();
      void leave();
    });
    let pressedBeside = false;
    element.addEventListener('pointerdown', (e) => (pressedBeside = e.target === element));
    element.addEventListener('click', (e) => {
      if (pressedBeside && e.target === element && o.dismissable !== false) void leave();
    });
    draw();
    element.showModal();
    const first = o.title
      ? '[autofocus], .dialog-body input:not([type=file], [readonly]), .dialog-body textarea'
      : '.btn.primary';
    requestAnimationFrame(() => element.querySelector<HTMLElement>(first)?.focus({ preventScroll: true }));
  });
}

export const openDrawer = (o: DialogOptions): Promise<unknown> => openDialog({ width: 640, ...o, kind: 'drawer' });

/** Asks yes or no. `text` says what will happen. */
export async function confirm(
  title: string,
  text: string | TemplateResult = '',
  o: { danger?: boolean; okText?: string; cancelText?: string } = {},
): Promise<boolean> {
  const body = (): TemplateResult => html`<div class="confirm">
    ${icon('warning')}
    <h3>${title}</h3>
    ${text ? html`<div class="confirm-text">${text}</div>` : nothing}
  </div>`;
  return (await openDialog({ ...o, width: 420, body, onOk: () => true })) === true;
}

/** Asks whether unsaved work may be dropped. */
export const confirmLoss = (): Promise<boolean> =>
  confirm(t('放弃未保存的内容？'), t('离开后，已填写但尚未保存的内容将丢失。'), { okText: t('放弃'), danger: true });
