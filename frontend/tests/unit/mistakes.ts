// Templates with one mistake each, for the test of scripts/templates.mjs; the last is right.

import { html } from 'lit';
import '../../src/ui/select';

const options = [{ value: 'a', label: 'A' }];
const take = (_: CustomEvent<Date>): void => {};
const press = (_: KeyboardEvent): void => {};

export const mistakes = [
  html`<pm-select .valeu=${'a'}></pm-select>`,
  html`<pm-selekt></pm-selekt>`,
  html`<pm-select .options=${'a'}></pm-select>`,
  html`<pm-select .query=${'a'}></pm-select>`,
  html`<pm-select clearabel></pm-select>`,
  html`<pm-select invalid=${true}></pm-select>`,
  html`<pm-select placeholder=${options}></pm-select>`,
  html`<pm-select @chnage=${press}></pm-select>`,
  html`<pm-select @change=${take}></pm-select>`,
  html`<button @click=${press}></button>`,
  html`<input maxlenght="3" />`,
  html`<button disabled=${true}></button>`,
  html`<p><b></p>`,
  html`<pm-select clearable ?disabled=${false} input-id="x" .options=${options} class="wide" @pick=${() => {}}></pm-select>`,
];
