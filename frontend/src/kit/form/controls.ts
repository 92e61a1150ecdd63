// How each kind of field is drawn.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Slot, UploadedFile } from '../../api/upload';
import { t } from '../../base/i18n';
import { lengthOf } from '../../base/unseen';
import type { Size } from '../../ui/crop/frame';
import type { Send } from '../../ui/file/upload';
import type { LoadOptions, Option } from '../../ui/option';
import type { TreeSource } from '../../ui/tree';
import type { Control } from './field';

type Draw = (c: Control) => TemplateResult;
type Detail<T = unknown> = CustomEvent<T>;

const typed = (e: Event): string => (e.target as HTMLInputElement).value;

/** What is longer than its field is kept, and said at once: nobody sees that the end of what was pasted is missing. */
const isLong = (text: string, max: number | undefined): boolean => max !== undefined && lengthOf(text) > max;

export interface TextOptions {
  placeholder: string;
  max?: number;
  count?: boolean;
  suffix?: (c: Control) => unknown;
  disabled?: boolean;
  autocomplete?: string;
  inputmode?: 'numeric' | 'tel' | 'email' | 'url';
}

export const text =
  (o: TextOptions): Draw =>
  (c) => {
    const value = (c.value as string | null | undefined) ?? '';
    const boxed = o.count && o.max;
    const input = html`<input id=${c.id} class=${boxed ? '' : 'input'} type="text" autocomplete=${o.autocomplete ?? 'off'}
      inputmode=${o.inputmode ?? nothing} aria-label=${c.aria || nothing} aria-invalid=${c.invalid} aria-describedby=${c.describedBy || nothing}
      placeholder=${o.placeholder} ?disabled=${o.disabled} .value=${live(value)}
      @input=${(e: Event) => c.set(typed(e), isLong(typed(e), o.max))} @blur=${(e: Event) => c.set(typed(e).trim(), true)} />`;
    if (o.suffix) return html`<div class="input-group">${input}${o.suffix(c)}</div>`;
    if (!boxed) return input;
    return html`<div class="field-box ${c.invalid ? 'invalid' : ''}">${input}<span class="count num">${lengthOf(value)} / ${o.max}</span></div>`;
  };

export const textarea =
  (o: { placeholder: string; max?: number; rows: number }): Draw =>
  (c) => {
    const value = (c.value as string | null | undefined) ?? '';
    return html`<div class="textarea-box"><textarea id=${c.id} class="textarea" rows=${o.rows} aria-label=${c.aria || nothing}
      aria-invalid=${c.invalid} aria-describedby=${c.describedBy || nothing} placeholder=${o.placeholder}
      .value=${live(value)} @input=${(e: Event) => c.set(typed(e), isLong(typed(e), o.max))}
      @blur=${(e: Event) => c.set(typed(e).trim(), true)}></textarea>
      ${o.max ? html`<span class="count num">${lengthOf(value)} / ${o.max}</span>` : nothing}</div>`;
  };

export const number =
  (o: { placeholder: string }): Draw =>
  (c) =>
    html`<pm-number input-id=${c.id} label=${c.aria} placeholder=${o.placeholder} ?invalid=${c.invalid}
    described-by=${c.describedBy} .value=${c.value as number | undefined}
    @change=${(e: Detail<{ value: number | undefined; commit: boolean }>) => c.set(e.detail.value, e.detail.commit)}></pm-number>`;

export interface SelectOptions {
  options?: readonly Option[] | ((c: Control) => readonly Option[]);
  load?: (c: Control) => LoadOptions;
  resolve?: (value: string) => Promise<Option | undefined>;
  /** Which texts may be the value without being an option. */
  free?: (typed: string) => boolean;
  placeholder?: string;
  disabled?: (c: Control) => boolean;
  onPick?: (o: Option | undefined, c: Control) => void;
}

export const select =
  (o: SelectOptions): Draw =>
  (c) => {
    const options = typeof o.options === 'function' ? o.options(c) : (o.options ?? []);
    return html`<pm-select input-id=${c.id} label=${c.aria} clearable .free=${o.free ?? null} ?invalid=${c.invalid} described-by=${c.describedBy}
      placeholder=${o.placeholder ?? ''} .options=${options} .load=${o.load?.(c) ?? null} .resolve=${o.resolve ?? null}
      ?disabled=${o.disabled?.(c) ?? false} .value=${(c.value as string | null) ?? undefined}
      @pick=${(e: Detail<Option | undefined>) => o.onPick?.(e.detail, c)} @change=${(e: Detail) => c.set(e.detail, true)}></pm-select>`;
  };

export interface TreeOptions {
  source: TreeSource;
  /** Whether the value is a code that people read. */
  showValue?: boolean;
  /** Which texts may be the value without being an entry. */
  free?: (typed: string) => boolean;
  placeholder?: string;
}
export const tree =
  (o: TreeOptions): Draw =>
  (c) =>
    html`<pm-tree-search input-id=${c.id} label=${c.aria} .source=${o.source} .free=${o.free ?? null} ?show-value=${o.showValue ?? false}
    placeholder=${o.placeholder ?? ''} ?invalid=${c.invalid} described-by=${c.describedBy} .value=${(c.value as string | null) ?? undefined}
    @change=${(e: Detail) => c.set(e.detail, true)}></pm-tree-search>`;

export const multi =
  (o: { options: readonly Option<string>[] }): Draw =>
  (c) =>
    html`<pm-multi-select input-id=${c.id} label=${c.aria} ?invalid=${c.invalid} described-by=${c.describedBy}
    .options=${o.options} .value=${(c.value as string[] | undefined) ?? []} @change=${(e: Detail) => c.set(e.detail, true)}></pm-multi-select>`;

export const radio =
  (o: { options: readonly Option<string | number | boolean>[] }): Draw =>
  (c) =>
    html`<div class="radios" role="radiogroup" aria-label=${c.label} aria-describedby=${c.describedBy || nothing}>${o.options.map(
      (x) => html`<label class="radio"><input type="radio" name=${c.id} .checked=${live(c.value === x.value)}
      @change=${() => c.set(x.value, true)} />${x.label}</label>`,
    )}</div>`;

export const toggle =
  (o: { on?: string; off?: string }): Draw =>
  (c) => {
    const side = c.value ? o.on : o.off;
    return html`<label class="toggle"><input id=${c.id} class="switch" type="checkbox" role="switch" aria-label=${c.aria || c.label}
      .checked=${live(!!c.value)} @change=${(e: Event) => c.set((e.target as HTMLInputElement).checked, true)} />${side ? html`<span>${side}</span>` : nothing}</label>`;
  };

export const date =
  (o: { min?: (c: Control) => string; max?: string }): Draw =>
  (c) =>
    html`<pm-date input-id=${c.id} label=${c.aria} ?invalid=${c.invalid} described-by=${c.describedBy} min=${o.min?.(c) ?? ''} max=${o.max ?? ''}
    .value=${(c.value as string | null) ?? ''} @change=${(e: Detail) => c.set(e.detail, true)}></pm-date>`;

export const upload =
  (o: { slot: Slot; look: 'wall' | 'list'; max: number; ranked?: boolean; send?: Send; crop?: Size | false }): Draw =>
  (c) =>
    html`<pm-upload input-id=${c.id} label=${c.aria || t('上传{label}', { label: c.label })} purpose=${o.slot} look=${o.look} max=${o.max} .ranked=${o.ranked ?? true} ?invalid=${c.invalid}
    described-by=${c.describedBy} .send=${o.send ?? null} .crop=${o.crop ?? null} .value=${(c.value as UploadedFile[] | undefined) ?? []} @change=${(e: Detail) => c.set(e.detail, true)}></pm-upload>`;

export const rich =
  (o: { max: number }): Draw =>
  (c) =>
    html`<pm-rich input-id=${c.id} label=${c.aria || c.label} max=${o.max} ?invalid=${c.invalid} described-by=${c.describedBy}
    .value=${c.value as string | null | undefined} @change=${(e: Detail) => c.set(e.detail, true)}></pm-rich>`;

export const colour = (): Draw => (c) =>
  html`<pm-colour input-id=${c.id} label=${c.aria} ?invalid=${c.invalid} described-by=${c.describedBy} .value=${c.value as string | null | undefined}
    @change=${(e: Detail) => c.set(e.detail, true)}></pm-colour>`;
