import Handlebars from 'handlebars';
import { err, ok, type Problem, type Result } from '../kernel/index.js';
import type { SpecDocument } from '../spec/index.js';
import { canonicalMarkdown, canonicalText } from './canonical.js';
import type { FileType, Format, Output } from './format.js';
import { HELPERS } from './template-helpers.js';

/** One rendered file; its path is relative to the folder of the spec unless the format says otherwise. */
export type RenderedFile = {
  readonly format: string;
  readonly path: string;
  readonly type: FileType;
  readonly policy: Output['policy'];
  readonly text: string;
};

/** What paths of outputs may name. */
export type Naming = { readonly slug: string };

type Engine = ReturnType<typeof Handlebars.create>;
type Compiled = (data: unknown) => string;

const engines = new WeakMap<Format, ReadonlyMap<string, Compiled>>();

/** Renders every file of one format; an unknown field or helper is a problem with its template, line and column. */
export function renderSpec(document: SpecDocument, format: Format, naming: Naming): Result<readonly RenderedFile[]> {
  const compiled = compiledOf(format);
  const files: RenderedFile[] = [];
  const problems: Problem[] = [];
  for (const output of format.outputs) {
    const rendered = renderOutput(document, { format, output, template: compiled.get(output.template) });
    if (rendered.ok) files.push(fileOf(format, output, { text: rendered.value, naming }));
    else problems.push(...rendered.error);
  }
  return problems.length > 0 ? err(problems) : ok(files);
}

function fileOf(format: Format, output: Output, { text, naming }: { text: string; naming: Naming }): RenderedFile {
  const path = output.path.replaceAll('{slug}', naming.slug);
  const canonical = output.type === 'markdown' ? canonicalMarkdown(text) : canonicalText(text);
  return { format: format.id, path, type: output.type, policy: output.policy, text: canonical };
}

function compiledOf(format: Format): ReadonlyMap<string, Compiled> {
  const ready = engines.get(format);
  if (ready !== undefined) return ready;
  const engine = createEngine(format);
  const compiled = new Map(Object.entries(format.templates).map(([name, text]) => [name, compile(engine, text)]));
  engines.set(format, compiled);
  return compiled;
}

function createEngine(format: Format): Engine {
  const engine = Handlebars.create();
  for (const builtin of ['log', 'lookup', 'blockHelperMissing', 'helperMissing']) engine.unregisterHelper(builtin);
  engine.registerHelper(HELPERS);
  for (const [name, text] of Object.entries(format.templates)) {
    if (name.startsWith('_')) engine.registerPartial(name.slice(1).replace(/\.hbs$/, ''), engine.compile(text, OPTIONS));
  }
  return engine;
}

const KNOWN = Object.fromEntries([...Object.keys(HELPERS), 'each', 'if', 'unless', 'with'].map((name) => [name, true]));

const OPTIONS = { strict: true, noEscape: true, knownHelpersOnly: true, knownHelpers: KNOWN, preventIndent: true } as const;

const RUN = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false } as const;

function compile(engine: Engine, text: string): Compiled {
  const template = engine.compile(text, OPTIONS);
  return (data) => template(data, RUN);
}

type Job = { readonly format: Format; readonly output: Output; readonly template: Compiled | undefined };

function renderOutput(document: SpecDocument, job: Job): Result<string> {
  if (job.template === undefined) return err([{ code: 'template-missing', message: `${job.output.template} is missing.` }]);
  try {
    return ok(job.template(document));
  } catch (error) {
    return err([templateProblem(job, error)]);
  }
}

function templateProblem({ format, output }: Job, error: unknown): Problem {
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  const at = /(\d+):(\d+)/.exec(message ?? '') ?? /line (\d+)/.exec(message ?? '');
  const file = `templates/${format.id}/${output.template}`;
  const place = at?.[1] === undefined ? { file } : { file, line: Number(at[1]), ...(at[2] === undefined ? {} : { column: Number(at[2]) + 1 }) };
  return { code: 'template', message: `The template does not render: ${message ?? ''}.`, hint: 'formats lint lists the fields and helpers that exist.', place };
}
