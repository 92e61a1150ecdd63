// Type-checks the bindings of lit templates, which are text to the compiler: unknown elements, attributes, properties
// and events, values of another type than the property or the handler takes, tags that are not closed.
//   node scripts/templates.mjs [file…]    all files of src/, or these
// What an element takes is read from its class: HTMLElementTagNameMap leads to it, `@property` says its attributes,
// and `new CustomEvent(…)` in the class its events and their details.
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '..');
/** Attributes that are called otherwise than their property. */
const ALIASES = { class: 'classname', for: 'htmlfor' };
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Stands in the text of a template for its nth expression. */
const mark = (n) => `\ue000${n}\ue001`;
const MARKS = /\ue000(\d+)\ue001/g;
const expressionsIn = (text) => [...text.matchAll(MARKS)].map((m) => Number(m[1]));

/** The tags of a template's text: name, attributes, and whether it is a closing one. */
function* tagsIn(text) {
  const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
  for (const found of text.matchAll(tag)) {
    const [whole, slash, name, rest] = found;
    if (!name) continue;
    const attributes = [...rest.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)].map(
      ([, attribute, a, b, c]) => ({ attribute, value: a ?? b ?? c }),
    );
    yield { name, attributes, isClosing: !!slash, isAlone: whole.endsWith('/>') };
  }
}

/** The program of tsconfig.json, with these files. */
export function readProgram(more = []) {
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve(ROOT, 'tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (d) => {
        throw new Error(String(d.messageText));
      },
    },
  );
  return ts.createProgram([...config.fileNames, ...more], config.options);
}

/** What is wrong in the templates of these files, or of all files of src/. */
export function checkTemplates(only, program = readProgram(only)) {
  const checker = program.getTypeChecker();
  const wanted = only?.map((file) => resolve(file));
  const isWanted = (file) => wanted?.includes(resolve(file)) ?? file.startsWith(resolve(ROOT, 'src/'));
  const found = [];

  // What is known of elements.
  const globalType = (name) => {
    const symbol = checker.resolveName(name, undefined, ts.SymbolFlags.Interface, false);
    return symbol && checker.getDeclaredTypeOfSymbol(symbol);
  };
  const member = (type, name) => type && checker.getPropertyOfType(type, name);
  const typeOf = (symbol) => checker.getTypeOfSymbol(symbol);
  const [html, svg] = [globalType('HTMLElementTagNameMap'), globalType('SVGElementTagNameMap')];
  const [plain, events] = [globalType('HTMLElement'), globalType('HTMLElementEventMap')];
  const classes = new Map();
  /** Attributes and events of a class and of those it extends. */
  const knownOf = (type) => {
    const symbol = type.symbol;
    if (!classes.has(symbol)) {
      const [declaration] = symbol?.declarations?.filter(ts.isClassDeclaration) ?? [];
      const [base] = declaration?.heritageClauses?.[0]?.types ?? [];
      const above = base ? knownOf(checker.getTypeAtLocation(base)) : { attributes: new Map(), events: new Map() };
      const known = { attributes: new Map(above.attributes), events: new Map(above.events) };
      classes.set(symbol, known);
      if (declaration) readClass(declaration, known);
    }
    return classes.get(symbol);
  };
  function readClass(declaration, known) {
    for (const m of declaration.members) {
      for (const d of ts.canHaveDecorators(m) ? (ts.getDecorators(m) ?? []) : []) {
        const call = d.expression;
        if (!ts.isCallExpression(call) || call.expression.getText() !== 'property') continue;
        const options = Object.fromEntries(
          (call.arguments[0]?.properties ?? []).map((p) => [p.name.getText(), p.initializer.getText()]),
        );
        const property = m.name.getText();
        const name = options.attribute?.replaceAll("'", '') ?? property.toLowerCase();
        if (name !== 'false') known.attributes.set(name, { property, kind: options.type ?? 'String' });
      }
    }
    const visit = (node) => {
      if (ts.isNewExpression(node) && /^(Custom)?Event$/.test(node.expression.getText())) {
        const name = checker.getTypeAtLocation(node.arguments[0]);
        for (const t of name.isUnion() ? name.types : [name])
          if (t.isStringLiteral()) known.events.set(t.value, checker.getTypeAtLocation(node));
      }
      ts.forEachChild(node, visit);
    };
    visit(declaration);
  }

  // One template.
  const text = (type) => checker.typeToString(type);
  const fits = (type, target) => checker.isTypeAssignableTo(type, target);
  const partsOf = (type) => (type.isUnion() ? type.types : [type]);
  /** The type of what is bound: behind `live()`, and without `nothing`, which takes an attribute away. */
  const bound = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'live') return bound(node.arguments[0]);
    const type = checker.getTypeAtLocation(node);
    return partsOf(type).filter((t) => !(t.flags & ts.TypeFlags.ESSymbolLike));
  };
  const all = (node, test) => bound(node).every(test);
  const isText = (t) => !!(t.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.Any));
  const isFlag = (t) => !!(t.flags & ts.TypeFlags.BooleanLike);

  function checkTemplate(node) {
    const say = (message, at = node) => {
      const file = node.getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(at.getStart());
      found.push(`${relative(ROOT, file.fileName)}:${line + 1} ${message}`);
    };
    const { template } = node;
    const expressions = template.templateSpans?.map((s) => s.expression) ?? [];
    const source = template.templateSpans
      ? template.head.text + template.templateSpans.map((s, i) => mark(i) + s.literal.text).join('')
      : template.text;
    const open = [];
    for (const tag of tagsIn(source)) {
      if (tag.isClosing) {
        const last = open.pop();
        if (last !== tag.name) say(`</${tag.name}> closes ${last ? `<${last}>` : 'nothing'}`);
        continue;
      }
      if (!tag.isAlone && !VOID.test(tag.name)) open.push(tag.name);
      const symbol = member(html, tag.name);
      if (!symbol && !member(svg, tag.name)) say(`<${tag.name}> is no element`);
      if (symbol) for (const a of tag.attributes) checkAttribute(tag.name, typeOf(symbol), a, expressions, say);
    }
    for (const name of open) say(`<${name}> is not closed`);
  }

  function checkAttribute(tag, type, { attribute, value }, expressions, say) {
    if (attribute.startsWith('\ue000')) return;
    const numbers = value === undefined ? [] : expressionsIn(value);
    const given = numbers.map((n) => expressions[n]);
    const where = `<${tag} ${attribute}>`;
    const [, kind, name] = /^([.?@]?)(.*)$/.exec(attribute);
    if (kind && !(given.length === 1 && value === mark(numbers[0]))) say(`${where} takes one expression`);
    else if (kind === '.') checkProperty(where, type, name, given[0], say);
    else if (kind === '@') checkEvent(where, type, name, given[0], say);
    else checkPlain({ where, type, name, value, given, isSwitch: kind === '?' }, say);
  }

  function checkProperty(where, type, name, node, say) {
    const symbol = member(type, name);
    if (!symbol) return say(`${where}: there is no such property`, node);
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    if (symbol.declarations?.some((d) => ts.getCombinedModifierFlags(d) & hidden))
      say(`${where}: the property is not public`, node);
    const wanted = typeOf(symbol);
    for (const t of bound(node)) if (!fits(t, wanted)) say(`${where}: ${text(t)} is no ${text(wanted)}`, node);
  }

  function checkEvent(where, type, name, node, say) {
    const builtIn = member(events, name);
    const event = knownOf(type).events.get(name) ?? (builtIn && typeOf(builtIn));
    if (!event) return say(`${where}: there is no such event`, node);
    for (const t of bound(node)) {
      const signatures = t.getCallSignatures();
      if (!signatures.length && !member(t, 'handleEvent') && !fits(t, checker.getUndefinedType()))
        say(`${where}: ${text(t)} is no handler`, node);
      for (const s of signatures) {
        const [first] = s.getParameters();
        const takes = first && checker.getTypeOfSymbolAtLocation(first, node);
        if (takes && !fits(event, takes)) say(`${where}: the event is ${text(event)}, not ${text(takes)}`, node);
      }
    }
  }

  function checkPlain({ where, type, name, value, given, isSwitch }, say) {
    // A switch takes anything; text must be text, and not undefined.
    const noText = !isSwitch && given.find((node) => !all(node, (t) => isText(t) || isFlag(t)));
    if (noText) return say(`${where}: ${text(checker.getTypeAtLocation(noText))} is no text`, noText);
    if (/^(aria|data)-/.test(name)) return;
    const declared = knownOf(type).attributes.get(name);
    const isOwn = type.symbol?.declarations?.some(ts.isClassDeclaration);
    const wanted = ALIASES[name] ?? name.toLowerCase();
    const property = declared
      ? member(type, declared.property)
      : checker.getPropertiesOfType(isOwn ? plain : type).find((p) => p.name.toLowerCase() === wanted);
    if (!property) return say(`${where}: there is no such attribute`, given[0]);
    const takes = typeOf(property);
    const takesFlag = declared
      ? declared.kind === 'Boolean'
      : partsOf(takes).some(isFlag) && !partsOf(takes).some(isText);
    if (isSwitch) return takesFlag || say(`${where}: is not on or off`, given[0]);
    if (takesFlag && given.length) return say(`${where}: bind it with ?`, given[0]);
    if (declared && !takesFlag && value === undefined) return say(`${where}: needs a value`);
    if (given.some((node) => !all(node, isText))) return say(`${where}: an attribute takes text`, given[0]);
    if (declared?.kind !== 'String') return;
    const isWhole = given.length === 1 && value === mark(expressionsIn(value)[0]);
    const texts = isWhole ? bound(given[0]) : given.length ? [] : [checker.getStringLiteralType(value)];
    const wrong = texts.find((t) => !fits(t, takes) && !(t.flags & ts.TypeFlags.NumberLike));
    if (wrong) say(`${where}: ${text(wrong)} is no ${text(takes)}`, given[0]);
  }

  for (const file of program.getSourceFiles()) {
    if (!isWanted(file.fileName)) continue;
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') checkTemplate(node);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = checkTemplates(process.argv.length > 2 ? process.argv.slice(2) : undefined);
  for (const line of found) console.error(line);
  if (found.length) process.exit(1);
}
