import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkTemplates } from '../../scripts/templates.mjs';

it('finds every kind of mistake in a template, and nothing in one that is right', () => {
  const found = checkTemplates([join(import.meta.dirname, 'mistakes.ts')]);
  expect(found.map((line) => line.replace(/^.*\.ts:\d+ /, ''))).toEqual([
    '<pm-select .valeu>: there is no such property',
    '<pm-selekt> is no element',
    expect.stringMatching(/^<pm-select \.options>: "a" is no readonly Option/),
    '<pm-select .query>: the property is not public',
    '<pm-select clearabel>: there is no such attribute',
    '<pm-select invalid>: bind it with ?',
    expect.stringMatching(/^<pm-select placeholder>: .* is no text$/),
    '<pm-select @chnage>: there is no such event',
    expect.stringMatching(/^<pm-select @change>: the event is CustomEvent<string \| number>, not CustomEvent<Date>$/),
    expect.stringMatching(/^<button @click>: the event is .*, not KeyboardEvent$/),
    '<input maxlenght>: there is no such attribute',
    '<button disabled>: bind it with ?',
    '</p> closes <b>',
    '<p> is not closed',
  ]);
}, 300_000);
