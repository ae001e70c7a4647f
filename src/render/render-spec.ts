import { err, joinFields, ok, type Problem, type Result } from '../kernel/index.js';
import { firstChange, type Change, type SpecDocument } from '../spec/index.js';
import { fitBudget } from './budget.js';
import { canonicalMarkdown, canonicalText } from './canonical.js';
import { engineOf, type Compiled } from './engine.js';
import { templateFile, type FileType, type Format, type Output } from './format.js';

/** One rendered file; its path is relative to the folder of the spec unless the format says otherwise; `notes` are warnings. */
export type RenderedFile = {
  readonly format: string;
  readonly path: string;
  readonly type: FileType;
  readonly policy: Output['policy'];
  readonly text: string;
  readonly notes: readonly Problem[];
};

/** What paths of outputs may name: the folder of the spec, and its number where other tools count specs; `change` is what it proposes, all of it when left out. */
export type Naming = { readonly slug: string; readonly number?: string; readonly change?: Change };

/** The number of a spec that nobody has counted. */
const UNCOUNTED = '000';

/** Renders every file of one format; an unknown field or helper is a problem with its template, line and column. */
export function renderSpec(
  document: SpecDocument,
  format: Format,
  naming: Naming,
): Result<readonly RenderedFile[]> {
  const engine = engineOf(format);
  if (!engine.ok) return engine;
  const files: RenderedFile[] = [];
  const problems: Problem[] = [];
  for (const output of format.outputs) {
    const template = engine.value.get(output.template);
    for (const { data, names } of instancesOf(document, output, naming)) {
      const text = renderOutput(data, { format, output, template });
      if (text.ok) files.push(fileOf(format, output, { text: text.value, names }));
      else problems.push(...text.error);
    }
  }
  return problems.length > 0 ? err(problems) : ok(files);
}

/** The files of a format that are not written, because there is nothing to propose. */
export function absentPaths({ outputs }: Format, naming: Naming): readonly string[] {
  if (naming.change?.proposes !== false) return [];
  return outputs.filter(({ needs }) => needs !== undefined).map((output) => pathOf(output, namesOf(naming)));
}

type Names = Readonly<Record<string, string>>;

const namesOf = ({ slug, number = UNCOUNTED }: Naming): Names => ({ slug, number });

const pathOf = ({ path }: Output, names: Names): string =>
  path.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => names[name] ?? whole);

type Instance = { readonly data: unknown; readonly names: Names };

/** An output is written once, or once for each decision; a template knows the name and number of its folder beside the document. */
function instancesOf(document: SpecDocument, output: Output, naming: Naming): readonly Instance[] {
  const names = namesOf(naming);
  if (output.needs !== undefined) return proposed(joinFields(document, names), names, naming.change);
  if (output.each === undefined) return [{ data: joinFields(document, names), names }];
  return document.decisions.map((decision) => ({
    data: joinFields(document, { ...names, decision }),
    names: { ...names, id: decision.id, nnnn: decision.nnnn },
  }));
}

function proposed(
  document: SpecDocument,
  names: Names,
  change: Change = firstChange(document),
): readonly Instance[] {
  return change.proposes ? [{ data: joinFields(document, { change }), names }] : [];
}

function fileOf(
  format: Format,
  output: Output,
  { text, names }: { text: string; names: Names },
): RenderedFile {
  const path = pathOf(output, names);
  const canonical = output.type === 'markdown' ? canonicalMarkdown(text) : canonicalText(text);
  const fitted = fitBudget(canonical, output);
  return { format: format.id, path, type: output.type, policy: output.policy, ...fitted };
}

type Job = { readonly format: Format; readonly output: Output; readonly template: Compiled | undefined };

function renderOutput(data: unknown, job: Job): Result<string> {
  if (job.template === undefined) {
    return err([{ code: 'template-missing', message: `${job.output.template} is missing.` }]);
  }
  try {
    return ok(job.template(data));
  } catch (error) {
    return err([templateProblem(job, error)]);
  }
}

function templateProblem({ format, output }: Job, error: unknown): Problem {
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  const file = templateFile(format, output.template);
  const at = lineNumber === undefined ? {} : { line: lineNumber };
  return {
    code: 'template',
    message: `The template does not render: ${message.split('\n')[0] ?? message}.`,
    hint: 'formats lint says what is wrong, and which fields and helpers exist.',
    place: { file, ...at, ...(column === undefined ? {} : { column: column + 1 }) },
  };
}
