import Handlebars from 'handlebars';
import { allOk, err, ok, type Problem, type Result } from '../kernel/index.js';
import { CALLABLE, checkNames } from './check-names.js';
import { sourceOf, templateFile, type Format, type Output, type Precompiled } from './format.js';
import { SAMPLE_CHANGE } from './sample-change.js';
import { SAMPLE } from './sample-document.js';
import { HELPERS } from './template-helpers.js';

/** A template ready to run on a document. */
export type Compiled = (data: unknown) => string;

/** The outputs of a format by template name, compiled; partials are inside. */
export type Engine = ReadonlyMap<string, Compiled>;

// `strict` and `knownHelpersOnly` make an unknown name fail; `noEscape`, because each file type escapes by its own helpers.
const OPTIONS: CompileOptions = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(CALLABLE.map((name) => [name, true])),
  preventIndent: true,
};

const RUN = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

const engines = new WeakMap<Format, Result<Engine>>();

/** Compiles a format once; every name that no document has is a problem with its template, line and column. */
export function engineOf(format: Format): Result<Engine> {
  const known = engines.get(format);
  if (known !== undefined) return known;
  const { precompiled } = format;
  const isReady = precompiled !== undefined && precompiled.source === sourceOf(format);
  const engine = isReady ? ok(readyEngine(precompiled)) : createEngine(format);
  engines.set(format, engine);
  return engine;
}

/**
 * Compiles the templates of a format into the text of a CommonJS module that exports a `Precompiled`; their names are
 * checked first. `manifest` is the text of its template.yaml.
 */
export function precompile(format: Format, manifest: string): Result<string> {
  const parsed = checked(format);
  if (!parsed.ok) return parsed;
  const programs = parsed.value.map(
    ({ name, program }) =>
      `${JSON.stringify(name)}: ${Handlebars.precompile(program, OPTIONS) as unknown as string}`,
  );
  const { id, title, outputs } = format;
  const read = { id, title, outputs, manifest, source: sourceOf(format) };
  return ok(
    `Object.assign(exports, ${JSON.stringify(read)});\nexports.programs = {\n${programs.join(',\n')}\n};\n`,
  );
}

function readyEngine({ programs }: Precompiled): Engine {
  const engine = withHelpers();
  const templates = Object.entries(programs).map(
    ([name, program]) => [name, engine.template(program) as Template] as const,
  );
  return engineWith(engine, templates);
}

type Parsed = { readonly name: string; readonly file: string; readonly program: hbs.AST.Program };

function createEngine(format: Format): Result<Engine> {
  const parsed = checked(format);
  if (!parsed.ok) return parsed;
  const engine = withHelpers();
  const templates = parsed.value.map(
    ({ name, program }) => [name, engine.compile(program, OPTIONS)] as const,
  );
  return ok(engineWith(engine, templates));
}

function checked(format: Format): Result<readonly Parsed[]> {
  const parsed = allOk(
    Object.entries(format.templates).map(([name, text]) => parseTemplate(format, name, text)),
  );
  if (!parsed.ok) return parsed;
  const problems = distinct(format.outputs.flatMap((output) => namesOf(parsed.value, output)));
  return problems.length > 0 ? err(problems) : parsed;
}

function withHelpers(): typeof Handlebars {
  const engine = Handlebars.create();
  for (const builtin of ['log', 'lookup', 'blockHelperMissing', 'helperMissing'])
    engine.unregisterHelper(builtin);
  engine.registerHelper(HELPERS);
  return engine;
}

type Template = (data: unknown, options?: RuntimeOptions) => string;

function engineWith(
  engine: typeof Handlebars,
  templates: readonly (readonly [name: string, template: Template])[],
): Engine {
  for (const [name, template] of templates)
    if (name.startsWith('_')) engine.registerPartial(partialName(name), template);
  return new Map(templates.map(([name, template]) => [name, (data: unknown) => template(data, RUN)]));
}

const partialName = (file: string): string => file.slice(1).replace(/\.hbs$/, '');

function parseTemplate(format: Format, name: string, text: string): Result<Parsed> {
  const file = templateFile(format, name);
  try {
    return ok({ name, file, program: Handlebars.parse(text) });
  } catch (error) {
    return err([syntaxProblem(file, error)]);
  }
}

type SyntaxFault = {
  readonly message: string;
  readonly hash?: { readonly loc?: { readonly first_line: number; readonly first_column: number } };
  readonly lineNumber?: number;
  readonly column?: number;
};

function syntaxProblem(file: string, error: unknown): Problem {
  const fault = error as SyntaxFault;
  const says = fault.message.split('\n').at(-1) ?? fault.message;
  return {
    code: 'template-syntax',
    message: `The template cannot be read: ${says}.`,
    hint: 'Close every block that is opened, and write names between double braces.',
    place: { file, ...placeOf(fault) },
  };
}

// The reader of a template says its place in one of three ways.
function placeOf({ message, hash, lineNumber, column }: SyntaxFault): { line: number; column?: number } {
  const { first_line: line = lineNumber, first_column: at = column } = hash?.loc ?? {};
  const told = line ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  return at === undefined ? { line: told } : { line: told, column: at + 1 };
}

function namesOf(parsed: readonly Parsed[], { template, each, needs }: Output): readonly Problem[] {
  const change = needs === undefined ? {} : { change: SAMPLE_CHANGE };
  const whole = { ...SAMPLE, ...change, slug: 'sample', number: '001' };
  const self = each === undefined ? whole : { ...whole, decision: SAMPLE.decisions[0] };
  const start = parsed.find(({ name }) => name === template);
  if (start === undefined) return [];
  const partial = (name: string) => parsed.find((one) => one.name === `_${name}.hbs`);
  return checkNames(start.program, { file: start.file, self, outer: [], partial, seen: new Set() });
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return !seen.has(key) && seen.add(key);
  });
}
