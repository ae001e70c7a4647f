import { basename, dirname } from 'node:path';
import type * as z from 'zod';
import { parseShape, parseYaml, type Answer, type Depth, type YamlFile } from '../bank/index.js';
import type { RawAnswer, RawSaved, StoredProbe } from '../interview/index.js';
import { err, nearest, ok, type Problem, type Result } from '../kernel/index.js';
import { conflicts } from './answers-conflicts.js';
import { repeatedIds } from './answers-repeated.js';
import { answersTop, longAnswer, longKeys, topKeys, type Beside } from './answers-schema.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';

/** What a case for practice says about itself. */
export type CaseInfo = {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  readonly notices: readonly {
    readonly says: string;
    readonly by: 'finding' | 'fact' | 'probe';
    readonly id: string;
  }[];
  readonly seeds: readonly {
    readonly question: string;
    readonly from: unknown;
    readonly to: unknown;
    readonly notice: string;
  }[];
};

/** An answers file as it was read: what it says, and its text byte for byte; `notes` name keys that nobody reads. */
export type AnswersFile = {
  readonly path: string;
  readonly text: string;
  readonly raw: RawSaved;
  readonly format: number;
  readonly banks: Readonly<Record<string, number>>;
  readonly caseInfo?: CaseInfo;
  readonly retired: Readonly<Record<string, unknown>>;
  readonly notes: readonly Problem[];
};

const FORMAT = 1;

/** What an interview starts from when there is no file yet. */
export function answersOf(name: string, depth: Depth): RawSaved {
  return { name, depth, answers: new Map(), stale: new Map(), probes: [], waivers: [] };
}

/** Reads an answers file; nothing when there is none. */
export function readAnswers(disk: Disk, path: string): Result<AnswersFile | undefined> {
  const text = readText(disk, path);
  if (!text.ok) return text;
  return text.value === undefined ? ok(undefined) : parseAnswers(text.value, path);
}

/** Parses the text of an answers file; marks of a merge, bad YAML, ids that stand twice and newer formats are refused with their lines. */
export function parseAnswers(text: string, path: string): Result<AnswersFile> {
  const marks = conflicts(text, path);
  if (marks.length > 0) return err(marks);
  const file = parseYaml({ path, text });
  if (!file.ok) return file;
  const newer = newerFormat(file.value);
  if (newer !== undefined) return err([newer]);
  const top = shaped(answersTop(), file.value);
  if (!top.ok) return top;
  const answers = readAll(file.value, top.value.answers ?? {});
  if (!answers.ok) return answers;
  const twice = repeatedIds(file.value, top.value);
  if (twice.length > 0) return err(twice);
  return ok(fileOf({ path, text, file: file.value }, top.value, answers.value));
}

type Top = z.output<ReturnType<typeof answersTop>>;
type Read = { readonly path: string; readonly text: string; readonly file: YamlFile };
type Answered = { readonly answers: ReadonlyMap<string, RawAnswer>; readonly notes: readonly Problem[] };

function fileOf({ path, text, file }: Read, top: Top, { answers, notes }: Answered): AnswersFile {
  const unread = Object.keys(top).filter((key) => !topKeys().includes(key));
  return {
    path,
    text,
    raw: {
      name: top.name ?? basename(dirname(path)),
      depth: top.depth ?? 'standard',
      answers,
      stale: new Map(Object.entries(top.stale ?? {})),
      probes: (top.probes ?? []).map(probeOf),
      waivers: (top.waivers ?? []).map(({ finding, reason, owner, until, given }) => ({
        finding,
        reason,
        owner,
        until,
        given,
      })),
    },
    format: top.format,
    banks: top.banks ?? {},
    ...(top.case ? { caseInfo: caseOf(top.case) } : {}),
    retired: top.retired ?? {},
    notes: [...unread.map((key) => unreadKey(key, topKeys(), file.placeOf([key], 'key'))), ...notes],
  };
}

function caseOf({ id, title, brief, notices, seeds }: NonNullable<Top['case']>): CaseInfo {
  return {
    id,
    title,
    brief,
    notices,
    seeds: seeds.map(({ question, from, to, notice }) => ({ question, from, to, notice })),
  };
}

function shaped<Schema extends z.ZodType>(schema: Schema, file: YamlFile): Result<z.output<Schema>> {
  const parsed = parseShape(schema, file);
  if (parsed.ok) return parsed;
  return err(
    parsed.error.map((problem) => ({ ...problem, code: problem.code.replace(/^bank-/, 'answers-') })),
  );
}

function newerFormat({ data, placeOf }: YamlFile): Problem | undefined {
  const format = isMap(data) ? data['format'] : undefined;
  if (typeof format !== 'number' || format <= FORMAT) return undefined;
  return {
    code: 'format-newer',
    message: `The file has the format ${String(format)}; this version reads format ${String(FORMAT)}.`,
    hint: 'Update spec-interview; nothing is changed until then.',
    place: placeOf(['format']),
  };
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function readAll(file: YamlFile, written: Readonly<Record<string, unknown>>): Result<Answered> {
  const answers = new Map<string, RawAnswer>();
  const notes: Problem[] = [];
  const problems: Problem[] = [];
  for (const [id, data] of Object.entries(written)) {
    if (data === null) continue;
    const placeOf: YamlFile['placeOf'] = (path, part) => file.placeOf(['answers', id, ...path], part);
    const read = isMap(data)
      ? readLong({ path: file.path, data, placeOf })
      : ok({ answer: short(data), notes: [] });
    if (!read.ok) problems.push(...read.error);
    else {
      answers.set(id, read.value.answer);
      notes.push(...read.value.notes);
    }
  }
  return problems.length > 0 ? err(problems) : ok({ answers, notes });
}

const short = (raw: unknown): RawAnswer => ({ status: 'answered', raw });

function readLong(file: YamlFile): Result<{ answer: RawAnswer; notes: readonly Problem[] }> {
  const parsed = shaped(longAnswer(), file);
  if (!parsed.ok) return parsed;
  const { value: raw } = parsed.value;
  const unread = Object.keys(parsed.value).filter((key) => !longKeys().includes(key));
  const answer = { ...remarksOf(parsed.value), ...(raw === undefined || raw === null ? {} : { raw }) };
  return ok({ answer, notes: unread.map((key) => unreadKey(key, longKeys(), file.placeOf([key], 'key'))) });
}

type Remarks = Omit<Answer, 'value'>;

function remarksOf(long: Beside): Remarks {
  const { status, why, rejected, source, evidence, by, owner, due, reason, meanwhile, numbered } = long;
  const all = { why, rejected, source, evidence, by, owner, due, reason, meanwhile, numbered };
  const said = Object.entries(all).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return { status, ...(Object.fromEntries(said) as Partial<Remarks>) };
}

function probeOf({
  id,
  asks,
  about,
  by,
  answered_by,
  value,
  status,
  dismissed,
  ...rest
}: NonNullable<Top['probes']>[number]): StoredProbe {
  const fromModel = id.startsWith('model.');
  const settled = typeof value === 'string' || (status !== undefined && status !== null);
  const who = fromModel ? answered_by : by;
  const beside = remarksOf({ ...rest, by: who, status: status ?? 'answered' });
  return {
    id,
    asks,
    about,
    ...(fromModel && typeof by === 'string' ? { by } : {}),
    ...(settled ? { answer: { ...beside, ...(typeof value === 'string' ? { value } : {}) } } : {}),
    ...(dismissed === true ? { dismissed } : {}),
  };
}

function unreadKey(key: string, known: readonly string[], place: Problem['place']): Problem {
  const near = nearest(key, known, 1)[0];
  return {
    code: 'answers-unread-key',
    message: `The key \`${key}\` is not read; it is kept in the file.`,
    hint: near === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
    ...(place === undefined ? {} : { place }),
  };
}
