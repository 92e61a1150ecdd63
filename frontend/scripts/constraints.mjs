// Turns the schemas of the OpenAPI document into what forms and lists need: labels, help, limits, options.

const LIMITS = ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'minItems', 'maxItems', 'format', 'example'];

/** The text of `src/api/constraints.ts`. */
export function constraints(document) {
  const schemas = document.components.schemas;
  /** Sets of options that stand in one parameter only, by their codes; they are called after the parameter. */
  const inlineEnums = new Map();
  const nameOf = (schema) => schema?.$ref?.split('/').pop();
  const isNull = (schema) => schema.type === 'null';
  /** The schema that is meant, whether it is referred to, inline or nullable. */
  const resolve = (schema) => {
    const meant = schema?.oneOf ? schema.oneOf.find((s) => !isNull(s)) : schema;
    return schemas[nameOf(meant)] ?? meant ?? {};
  };
  const enumName = (schema) => {
    const meant = schema?.oneOf ? schema.oneOf.find((s) => !isNull(s)) : schema;
    const name = nameOf(meant);
    if (name) return schemas[name].enum ? name : undefined;
    // Query parameters carry their options inline: find the schema they were copied from.
    const same = (s) => s.enum && JSON.stringify(s.enum) === JSON.stringify(meant?.enum);
    return meant?.enum && (Object.keys(schemas).find((n) => same(schemas[n])) ?? inlineEnums.get(meant.enum.join()));
  };
  const limitsOf = (schema) => {
    const meant = { ...resolve(schema), ...schema };
    const rule = Object.fromEntries(LIMITS.filter((k) => meant[k] !== undefined).map((k) => [k, meant[k]]));
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
  const enums = Object.entries(schemas).filter(([, s]) => s['x-enum-labels']);
  for (const op of lists)
    for (const { name, schema } of op.parameters)
      if (schema['x-enum-labels'] && name !== 'sort' && !enumName(schema)) {
        inlineEnums.set(schema.enum.join(), `${op.operationId}_${name}`);
        enums.push([`${op.operationId}_${name}`, schema]);
      }

  const rulesOf = (schema) =>
    Object.entries(schema.properties).map(([k, p]) => [k, ruleOf(p, schema.required?.includes(k))]);
  const labelsOf = (schema) => Object.entries(schema.properties).map(([k, p]) => [k, p.title]);
  const parametersOf = (op) =>
    op.parameters
      .filter((p) => p.in === 'query')
      .map((p) => [p.name, ruleOf({ ...p.schema, description: helpOf(p) }, p.required)]);
  /** A parameter's description repeats its title; what follows the colon is the help. */
  const helpOf = (p) => p.description?.split('：').slice(1).join('：') || undefined;

  const table = (name, type, entries) =>
    `export const ${name}: ${type} = ${JSON.stringify(Object.fromEntries(entries), null, 2)};\n`;
  const enumTable = enums.map(([n, s]) => [n, s['x-enum-labels']]);
  return [
    "import type { components, operations } from './schema';\n",
    TYPES,
    `export const enums = ${JSON.stringify(Object.fromEntries(enumTable), null, 2)} as const;\n`,
    '// What a request may hold.\n',
    ...inputs.map(([n, s]) => table(n, `Rules<'${n}'>`, rulesOf(s))),
    '// What the fields of an answer are called.\n',
    ...views.map(([n, s]) => table(`${n}Labels`, `Labels<'${n}'>`, labelsOf(s))),
    '// What a list can be asked for.\n',
    ...lists.map((op) => table(op.operationId, `Parameters<'${op.operationId}'>`, parametersOf(op))),
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
