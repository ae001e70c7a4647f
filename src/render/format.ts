import * as z from 'zod';
import { cleanText, err, ok, once, type Problem, type Result } from '../kernel/index.js';
import { parseYamlData } from './parses.js';

/** The file types an output can have; each has its own escaping and canonical form. */
export type FileType = 'markdown' | 'yaml' | 'json' | 'javascript' | 'gherkin';

/** One file a format writes. */
export type Output = {
  readonly template: string;
  readonly path: string;
  readonly type: FileType;
  readonly policy: 'generated' | 'once';
  readonly max_words?: number;
  readonly max_lines?: number;
  /** Headings whose list items may be left out to keep the word budget, least important first. */
  readonly shorten?: readonly string[];
  /** One file per item of this list, which the template knows as `decision`. */
  readonly each?: 'decisions';
  /** Written only while there is something to propose; the template knows what as `change`. */
  readonly needs?: 'change';
};

/** A template set: what it is, what it writes, and the texts of its templates and partials. */
export type Format = {
  readonly id: string;
  readonly title: string;
  readonly outputs: readonly Output[];
  readonly templates: Readonly<Record<string, string>>;
  /** Where the templates lie, as people know it; `templates/<id>` of the package when it is not said. */
  readonly folder?: string;
  readonly precompiled?: Precompiled;
};

type Head = Pick<Format, 'id' | 'title' | 'outputs'>;

/** What the build made of a template set: its texts, what was read in them, and the ready program of each template and partial. */
export type Precompiled = Head & {
  /** The text of template.yaml. */
  readonly manifest: string;
  /** The outputs and the texts of the templates, as `sourceOf` gives them. */
  readonly source: string;
  readonly programs: Readonly<Record<string, TemplateSpecification>>;
};

/** The files of one template set, as they lie on disk. */
export type FormatSource = {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
};

const asFile = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** Says whether a text holds what could steer a terminal: it would reach every document. */
const steers = (text: string): boolean => cleanText(text) !== asFile(text);

// Made when a set is read that the build did not compile.
const manifestShape = once(() => {
  const line = z
    .string()
    .min(1)
    .refine((text) => !steers(text) && !text.includes('\n'), 'holds a control character');
  const output = z.strictObject({
    template: z.string().regex(/^[a-z0-9-]+\.hbs$/, 'a template of this folder, like `spec.hbs`'),
    path: line,
    type: z.enum(['markdown', 'yaml', 'json', 'javascript', 'gherkin']),
    policy: z.enum(['generated', 'once']).default('generated'),
    max_words: z.number().int().positive().exactOptional(),
    max_lines: z.number().int().positive().exactOptional(),
    shorten: z.array(z.string()).readonly().exactOptional(),
    each: z.literal('decisions').exactOptional(),
    needs: z.literal('change').exactOptional(),
  });
  return z.strictObject({
    format: z.literal(1),
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: line,
    outputs: z.array(output).min(1),
  });
});

const shippedFolder = (id: string): string => `templates/${id}`;

/** Where a template of a format is written, as problems name it. */
export function templateFile({ id, folder = shippedFolder(id) }: Format, name: string): string {
  return `${folder}/${name}`;
}

/** Whatever decides what a template may name or does: with another text or another output, programs are of something else. */
export function sourceOf({ outputs, templates }: Pick<Format, 'outputs' | 'templates'>): string {
  return JSON.stringify([outputs, templates]);
}

/** Reads a template set; every problem names the file it stands in. What was built of the very same texts is not read again. */
export function parseFormat(source: FormatSource, built?: Precompiled): Result<Format> {
  const file = source.files.find((candidate) => candidate.path.endsWith('template.yaml'));
  if (file === undefined) {
    return err([
      {
        code: 'format-without-manifest',
        message: `The format ${source.id} has no template.yaml.`,
        hint: 'Add one with id, title and outputs.',
      },
    ]);
  }
  const folder = file.path.split('/').slice(0, -1).join('/');
  const templates = templatesOf(source);
  const head = isBuiltOf(built, file.text, templates) ? ok(built) : parseHead(source, file, templates);
  if (!head.ok) return head;
  const { id, title, outputs } = head.value;
  return ok({
    ...{ id, title, outputs, templates },
    ...(folder === shippedFolder(id) ? {} : { folder }),
    ...(head.value === built ? { precompiled: built } : {}),
  });
}

function templatesOf({ files }: FormatSource): Format['templates'] {
  const templates = files.filter(({ path }) => path.endsWith('.hbs'));
  return Object.fromEntries(templates.map(({ path, text }) => [path.split('/').at(-1) ?? path, text]));
}

function isBuiltOf(
  built: Precompiled | undefined,
  manifest: string,
  templates: Format['templates'],
): built is Precompiled {
  if (built?.manifest !== manifest) return false;
  return built.source === sourceOf({ outputs: built.outputs, templates });
}

type File = FormatSource['files'][number];

function parseHead(source: FormatSource, file: File, templates: Format['templates']): Result<Head> {
  const data = parseYamlData(file.text, file.path);
  if (!data.ok) return data;
  const parsed = manifestShape().safeParse(data.value);
  if (!parsed.success) return err(parsed.error.issues.map((issue) => issueProblem(file.path, issue)));
  const steering = source.files.filter(({ path, text }) => path.endsWith('.hbs') && steers(text));
  if (steering.length > 0) return err(steering.map(controlCharacter));
  const missing = parsed.data.outputs.filter((entry) => templates[entry.template] === undefined);
  if (missing.length > 0) return err(missing.map((entry) => missingTemplate(file.path, entry.template)));
  return ok(parsed.data);
}

function issueProblem(file: string, issue: { path: readonly PropertyKey[]; message: string }): Problem {
  const where = issue.path.map(String).join('.');
  return {
    code: 'format-manifest',
    message: `${where === '' ? 'The manifest' : where}: ${issue.message}.`,
    place: { file },
  };
}

function controlCharacter({ path, text }: File): Problem {
  const row = asFile(text).split('\n').findIndex(steers);
  return {
    code: 'template-control-character',
    message: 'The template holds a control character.',
    hint: 'Remove it; only line breaks and tabs are allowed.',
    place: { file: path, line: row + 1 },
  };
}

function missingTemplate(file: string, template: string): Problem {
  return {
    code: 'template-missing',
    message: `The output names ${template}, which is not in this folder.`,
    hint: 'Add the file or correct the name.',
    place: { file },
  };
}
