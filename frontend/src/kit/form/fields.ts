// The fields of a form, described in terms of the record they fill: a name must be a key of it that holds the right
// kind of value, and label, help, limits and options come from the OpenAPI document.

import type { TemplateResult } from 'lit';
import type { EnumName, Rule } from '../../api/constraints';
import { optionsOf } from '../../api/enums';
import type { Slot, UploadedFile } from '../../api/upload';
import { t } from '../../base/i18n';
import type { Size } from '../../ui/crop/frame';
import type { Send } from '../../ui/file/upload';
import type { Option } from '../../ui/option';
import * as controls from './controls';
import type { Control, Field, Values } from './field';
import { lines } from './lines';
import { type RowsOptions, rows, rowsOutput } from './rows-editor';
import type { Verb } from './validate';

type KeysOf<T, V> = { [K in keyof T]-?: NonNullable<T[K]> extends V ? K : never }[keyof T] & string;
type RulesOf<T> = { [K in keyof T]-?: Rule };

export interface FieldOptions {
  label?: string;
  help?: string;
  wide?: boolean;
  placeholder?: string;
  required?: boolean;
  due?: boolean;
  show?: (values: Values) => boolean;
  validate?(value: unknown, values: Values): string | undefined;
}
type Draw = (c: Control) => TemplateResult;

const enumOptions = (name: EnumName | undefined): Option<string>[] => (name ? optionsOf(name) : []);
const ids = (value: unknown): string[] => ((value as UploadedFile[] | undefined) ?? []).map((f) => f.id);

/** The fields of a record; `under` is the way to it when it is part of the record of the form: `commercial/`. */
export function fields<T extends object>(rules: RulesOf<T>, under = '') {
  const ruleOf = (name: string): Rule => (rules as Record<string, Rule>)[name]!;
  const make = (name: string, o: FieldOptions, verb: Verb, control: Draw, more: Partial<Field> = {}): Field => {
    const rule = ruleOf(name);
    return {
      name: under + name,
      isDue: o.due,
      label: o.label ?? t(rule.label),
      rule: o.required === undefined ? rule : { ...rule, required: o.required },
      verb,
      help: o.help ?? (rule.help ? t(rule.help) : ''),
      wide: o.wide ?? false,
      show: o.show,
      validate: o.validate,
      control,
      ...more,
    };
  };
  const hint = (name: string, o: FieldOptions): string => {
    const example = ruleOf(name).example;
    return o.placeholder ?? (example === undefined ? t('请输入') : t('例如 {x}', { x: String(example) }));
  };
  return {
    text: <K extends KeysOf<T, string>>(name: K, o: FieldOptions & Partial<controls.TextOptions> = {}): Field =>
      make(name, o, 'fill', controls.text({ max: ruleOf(name).maxLength, ...o, placeholder: hint(name, o) })),
    textarea: <K extends KeysOf<T, string>>(
      name: K,
      o: FieldOptions & { rows?: number; count?: boolean } = {},
    ): Field =>
      make(
        name,
        { wide: true, ...o },
        'fill',
        controls.textarea({
          max: o.count === false ? undefined : ruleOf(name).maxLength,
          rows: o.rows ?? 3,
          placeholder: hint(name, o),
        }),
      ),
    /** Text with pictures and tables, as HTML that keeps to ui/rich/contract.ts. */
    rich: <K extends KeysOf<T, string>>(name: K, o: FieldOptions = {}): Field =>
      make(name, { wide: true, ...o }, 'fill', controls.rich({ max: ruleOf(name).maxLength ?? 0 }), { isGroup: true }),
    number: <K extends KeysOf<T, number>>(name: K, o: FieldOptions = {}): Field =>
      make(name, o, 'fill', controls.number({ placeholder: hint(name, o) })),
    select: <K extends KeysOf<T, string>>(name: K, o: FieldOptions & controls.SelectOptions = {}): Field =>
      make(name, o, 'choose', controls.select({ options: enumOptions(ruleOf(name).enum), ...o })),
    /** A choice from a large tree, searched or browsed. */
    tree: <K extends KeysOf<T, string>>(name: K, o: FieldOptions & controls.TreeOptions): Field =>
      make(name, o, 'choose', controls.tree(o)),
    radio: <K extends KeysOf<T, string>>(name: K, o: FieldOptions = {}): Field =>
      make(name, o, 'choose', controls.radio({ options: enumOptions(ruleOf(name).enum) }), { isGroup: true }),
    multi: <K extends KeysOf<T, readonly string[]>>(name: K, o: FieldOptions = {}): Field =>
      make(name, o, 'choose', controls.multi({ options: enumOptions(ruleOf(name).items?.enum) })),
    toggle: <K extends KeysOf<T, boolean>>(name: K, o: FieldOptions & { on?: string; off?: string } = {}): Field =>
      make(name, o, 'choose', controls.toggle(o), { output: (v) => v === true }),
    /** Yes or no, neither of which is taken for granted. */
    either: <K extends KeysOf<T, boolean>>(name: K, o: FieldOptions & { yes: string; no: string }): Field => {
      const options = [
        { value: true, label: o.yes },
        { value: false, label: o.no },
      ];
      return make(name, o, 'choose', controls.radio({ options }), { isGroup: true });
    },
    date: <K extends KeysOf<T, string>>(
      name: K,
      o: FieldOptions & { min?: (c: Control) => string; max?: string } = {},
    ): Field => make(name, o, 'choose', controls.date(o)),
    /** Several files; the record holds their ids. */
    files: <K extends KeysOf<T, readonly string[]>>(
      name: K,
      o: FieldOptions & { slot: Slot; look?: 'wall' | 'list'; ranked?: boolean; crop?: Size | false },
    ): Field =>
      make(
        name,
        { wide: true, ...o },
        'upload',
        controls.upload({ ...o, look: o.look ?? 'list', max: ruleOf(name).maxItems ?? 9 }),
        { output: ids },
      ),
    /** One file; the record holds its id. */
    file: <K extends KeysOf<T, string>>(
      name: K,
      o: FieldOptions & { slot: Slot; send?: Send; crop?: Size | false },
    ): Field =>
      make(
        name,
        { wide: true, ...o },
        'upload',
        controls.upload({ slot: o.slot, look: 'wall', max: 1, send: o.send, crop: o.crop }),
        { output: (v) => ids(v)[0] },
      ),
    /** A list of texts. */
    lines: <K extends KeysOf<T, readonly string[]>>(name: K, o: FieldOptions & { add: string }): Field => {
      const { items = {}, maxItems = 20 } = ruleOf(name);
      const example = items.example === undefined ? t('请输入') : t('例如 {x}', { x: String(items.example) });
      const draw = controls.text({ placeholder: o.placeholder ?? example, max: items.maxLength });
      return make(name, { wide: true, ...o }, 'fill', lines({ draw, max: maxItems, add: o.add }), {
        isGroup: true,
        // What may still be empty has no empty lines.
        output: (v) => (o.due ? (v as string[] | undefined)?.filter((line) => line.trim()) : v),
      });
    },
    /** A list of small records. */
    rows: <K extends KeysOf<T, readonly object[]>>(name: K, o: FieldOptions & Omit<RowsOptions, 'max'>): Field =>
      make(name, { wide: true, ...o }, 'fill', rows({ ...o, max: ruleOf(name).maxItems ?? 50 }), {
        columns: o.columns,
        isGroup: true,
        output: (value) => rowsOutput(o.columns, value),
      }),
    /** A colour as #rrggbb. */
    colour: <K extends KeysOf<T, string>>(name: K, o: FieldOptions = {}): Field =>
      make(name, o, 'choose', controls.colour()),
    /** Any other control for a field of the record. */
    custom: <K extends keyof T & string>(
      name: K,
      o: FieldOptions & { verb?: Verb; output?: (value: unknown) => unknown },
      control: Draw,
    ): Field => make(name, o, o.verb ?? 'fill', control, { output: o.output }),
  };
}

/** A field that is asked but not sent. */
export function localField(name: string, o: FieldOptions & { label: string }, control: Draw): Field {
  const rule = { label: o.label, required: o.required };
  return {
    name,
    label: o.label,
    rule,
    verb: 'fill',
    help: o.help ?? '',
    wide: o.wide ?? false,
    show: o.show,
    validate: o.validate,
    isLocal: true,
    control,
  };
}
