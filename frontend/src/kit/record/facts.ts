import { html, nothing, type TemplateResult } from 'lit';
import { sized, type UploadedFile } from '../../api/upload';
import { fileSize } from '../../base/format';
import { t } from '../../base/i18n';
import { openFile } from '../../ui/file/upload';
import { icon } from '../../ui/icons';

export interface Fact {
  label: string;
  value: unknown;
  wide?: boolean;
  /** Whether it differs from what it is compared with. */
  isChanged?: boolean;
}
const isNothing = (v: unknown): boolean => v === undefined || v === null || v === '' || (Array.isArray(v) && !v.length);

/** What is known of a record: names on the left, values on the right. */
export function facts(list: readonly Fact[]): TemplateResult {
  return html`<dl class="facts">${list.map(
    (f) =>
      html`<div class="${f.wide ? 'wide' : ''} ${f.isChanged ? 'changed' : ''}"><dt>${f.label}${f.isChanged ? html` ${mark(t('有变更'), 'warning')}` : nothing}</dt>
        <dd>${isNothing(f.value) ? '–' : f.value}</dd></div>`,
  )}</dl>`;
}

export const mark = (text: string, tone: string): TemplateResult => html`<span class="tag ${tone}">${text}</span>`;

/** Several marks of the same kind. */
export const marks = (texts: readonly string[]): TemplateResult =>
  html`<span class="marks">${texts.map((text) => mark(text, 'num'))}</span>`;

/** Texts one below the other. */
export const lines = (texts: readonly string[]): unknown =>
  texts.length ? html`<ul class="plain-lines">${texts.map((text) => html`<li>${text}</li>`)}</ul>` : nothing;

/** Files by name; a press opens or saves them. */
export function fileLinks(files: readonly UploadedFile[]): unknown {
  if (!files.length) return nothing;
  return html`<ul class="file-links">${files.map(
    (
      f,
    ) => html`<li>${icon(f.media_type.startsWith('image/') ? 'picture' : 'file')}<button type="button" class="btn link" @click=${() => void openFile(f, files)}>${f.name}</button>
      <small class="muted num">${fileSize(f.size)}</small></li>`,
  )}</ul>`;
}

/** Pictures side by side; a press shows one large. */
export function gallery(files: readonly UploadedFile[]): unknown {
  if (!files.length) return nothing;
  return html`<ul class="gallery">${files.map(
    (f) =>
      html`<li><button type="button" aria-label=${t('查看大图 {name}', { name: f.name })} @click=${() => void openFile(f, files)}><img src=${sized(f.url ?? '', 360)} alt="" loading="lazy" /></button></li>`,
  )}</ul>`;
}
