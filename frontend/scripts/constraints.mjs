// Turns the schemas of the OpenAPI document into what forms and lists need: labels, help, limits, options.

const LIMITS = ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'minItems', 'maxItems', 'format', 'example'];

/** The text of `src/api/constraints.ts`, with the tables and sets of options that are among the names in use. */
export function constraints(document, inUse) {
  const schemas = document.components.schemas;
  const nameOf = (schema) => schema?.$ref?.split('/').pop();
  const isNull = (schema) => schema.type === 'null';
  /** The schema that is meant, whether it is referred to, inline or nullable. */
  const resolve = (schema) => {
    const meant = schema?.oneOf ? schema.oneOf.find((s) => !isNull(s)) : schema;
    return schemas[nameOf(meant)] ?? meant ?? {};
  };
  /** The closed set its value is from. */
  const enumName = (schema) => {
    const name = nameOf(schema?.oneOf ? schema.oneOf.find((s) => !isNull(s)) : schema);
    return name && schemas[name].enum ? name : undefined;
  };
  const limitsOf = (schema) => {
    const meant = { ...resolve(schema), ...schema };
    const rule = Object.fromEntries(LIMITS.filter((k) => meant[k] !== undefined).map((k) => [k, meant[k]]));
    // What has a format is judged by that, which says more; its pattern is for other programs.
    if (rule.format) delete rule.pattern;
    const options = enumName(schema);
    if (options) rule.enum = options;
    if (meant.items) {
      const items = limitsOf(meant.items);
      if (Object.keys(items).length) rule.items = items;
    }
    return rule;
  };
  /** A list that may be empty, or a yes or no, has to be sent, but nobody has to fill it in. */
  const canBeEmpty = (schema) => schema.type === 'boolean' || (schema.type === 'array' && !schema.minItems);
  const ruleOf = (schema, required) => ({
    ...(required && !canBeEmpty(resolve(schema)) ? { required: true } : {}),
    label: schema.title,
    ...(schema.description && schema.title ? { help: schema.description } : {}),
    ...limitsOf(schema),
  });

  const wanted = new Set();
  const visit = (schema) => {
    if (!schema) return;
    const name = nameOf(schema);
    if (name && wanted.has(name)) return;
    if (name) wanted.add(name);
    const meant = name ? schemas[name] : schema;
    for (const s of [...(meant.oneOf ?? []), ...Object.values(meant.properties ?? {}), meant.items]) visit(s);
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  for (const op of operations) visit(op.requestBody?.content?.['application/json']?.schema);

  const records = Object.entries(schemas).filter(
    ([n, s]) => s.properties && !/^(Page_|Problem|FieldError|FileForm)/.test(n),
  );
  const inputs = records.filter(([n]) => wanted.has(n));
  const views = records.filter(([n]) => !wanted.has(n));
  const lists = operations.filter((op) => op.parameters?.some((p) => p.in === 'query'));
  const rulesOf = (schema) =>
    Object.entries(schema.properties).map(([k, p]) => [k, ruleOf(p, schema.required?.includes(k))]);
  const labelsOf = (schema) => Object.entries(schema.properties).map(([k, p]) => [k, p.title]);
  /** A parameter's description repeats its title; what follows the colon is the help. */
  const helpOf = (p) => p.description?.split('：').slice(1).join('：') || undefined;
  // The order of a list is chosen at its columns, so that its options need no names.
  const optionless = ({ enum: _, ...rule }) => rule;
  const parameterOf = (p) => ruleOf({ ...p.schema, description: helpOf(p) }, p.required);
  const parametersOf = (op) =>
    op.parameters
      .filter((p) => p.in === 'query')
      .map((p) => [p.name, p.name === 'sort' ? optionless(parameterOf(p)) : parameterOf(p)]);

  const table = (name, type, entries) =>
    inUse.has(name)
      ? [`export const ${name}: ${type} = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`]
      : [];
  const tables = [
    '// What a request may hold.\n',
    ...inputs.flatMap(([n, s]) => table(n, `Rules<'${n}'>`, rulesOf(s))),
    '// What the fields of an answer are called.\n',
    ...views.flatMap(([n, s]) => table(`${n}Labels`, `Labels<'${n}'>`, labelsOf(s))),
    '// What a list can be asked for.\n',
    ...lists.flatMap((op) => table(op.operationId, `Parameters<'${op.operationId}'>`, parametersOf(op))),
  ].join('\n');
  const isEnumUsed = (name) => inUse.has(name) || tables.includes(`"enum": "${name}"`);
  const enums = Object.entries(schemas)
    .filter(([name, s]) => s['x-enum-labels'] && isEnumUsed(name))
    // In the order of the declaration, which people know; the labels alone come in the order of their codes.
    .map(([name, s]) => [name, Object.fromEntries(s.enum.map((code) => [code, s['x-enum-labels'][code]]))]);
  return [
    "import type { components, operations } from './schema';\n",
    TYPES,
    `export const enums = ${JSON.stringify(Object.fromEntries(enums), null, 2)} as const;\n`,
    tables,
  ].join('\n');
}

const TYPES = `type Schemas = components['schemas'];

/** What the document says about one field. */
export interface Rule {
  label: string;
  required?: boolean;
  help?: string;
  example?: unknown;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  format?: string;
  /** The closed set its value is from. */
  enum?: EnumName;
  /** The limits of each item of a list. */
  items?: Omit<Rule, 'label'>;
}
export type EnumName = keyof typeof enums;
type Rules<K extends keyof Schemas> = { [P in keyof Required<Schemas[K]>]: Rule };
type Labels<K extends keyof Schemas> = { [P in keyof Required<Schemas[K]>]: string };
type Parameters<K extends keyof operations> = {
  [P in keyof Required<NonNullable<operations[K]['parameters']['query']>>]: Rule;
};
`;
