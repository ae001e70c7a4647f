import type { JoinedBank } from '../bank/index.js';
import type { Mode, RawAnswer, Saved } from '../interview/index.js';
import { answerPlain, probePlain, rawAnswerPlain, waiverPlain } from './answer-plain.js';
import { mapEdits } from './splice-yaml.js';
import { entryLines, plainRaw, samePlain, type Plain, type PlainMap } from './yaml-emit.js';
import { edited, linesOf, parsedText, type Edit, type Lines } from './yaml-text.js';
import { parseTree, type Comment, type Parsed } from './yaml-tree.js';

/** What is saved, and the answers that do not fit their questions, as they were written. */
export type Standing = Saved & { readonly unfit?: ReadonlyMap<string, RawAnswer> };

/** What changes in a file: from one state to another; `schema` is named by a new file for editors. */
export type Splice = {
  readonly before: Standing;
  readonly after: Standing;
  readonly bank: JoinedBank;
  readonly mode?: Mode;
  readonly schema?: string;
};

const TOP_KEYS = [
  'format',
  'name',
  'depth',
  'banks',
  'answers',
  'stale',
  'probes',
  'waivers',
  'retired',
  'case',
];

/** Gives the text of an answers file after a change: only the lines of what changed differ; an empty text becomes a whole new file. */
export function spliceSaved(text: string, splice: Splice): string {
  if (text.trim() === '' || text === '\uFEFF') return wholeFile(splice);
  const change = { before: stateOf(splice, 'before'), after: stateOf(splice, 'after') };
  const touched = TOP_KEYS.filter((key) => !samePlain(change.before[key], change.after[key]));
  if (touched.length === 0) return text;
  const { lines, root, comments } = opened(text, touched);
  if (root.type !== 'map') throw new Error('An answers file that is edited must be a map.');
  const orders = { answers: orderOf(splice) };
  return edited(lines, mapEdits({ lines, comments }, root, { change, order: TOP_KEYS, orders }));
}

function wholeFile({ after, bank, mode = 'spec', schema }: Splice): string {
  const nothing: Standing = {
    ...after,
    name: '',
    answers: new Map(),
    stale: new Map(),
    probes: [],
    waivers: [],
    unfit: new Map(),
  };
  const splice = { before: nothing, after, bank, mode };
  const content: PlainMap = { format: 1, ...stateOf(splice, 'after') };
  const keys = TOP_KEYS.filter((key) => content[key] !== undefined);
  const link =
    schema ?? (mode === 'spec' ? '../../.spec-interview/schema/answers.json' : './schema/context.json');
  const body = keys.flatMap((key) => entryLines(key, content[key] ?? '', 0));
  return [`# yaml-language-server: $schema=${link}`, ...body, ''].join('\n');
}

// Everything that may differ between the two states, as it stands in a file; answers that are the same object are left out.
function stateOf(splice: Splice, which: 'before' | 'after'): PlainMap {
  const { bank, mode } = splice;
  const saved = splice[which];
  const { stale, probes, waivers } = saved;
  const banks = banksPlain(saved, bank);
  return {
    ...(mode === 'context' ? {} : { name: saved.name, depth: saved.depth }),
    ...(Object.keys(banks).length === 0 ? {} : { banks }),
    answers: answersPlain(splice, which),
    ...(stale.size === 0 ? {} : { stale: Object.fromEntries(stale) }),
    ...(probes.length === 0 ? {} : { probes: probes.map(probePlain) }),
    ...(waivers.length === 0 ? {} : { waivers: waivers.map(waiverPlain) }),
  };
}

function answersPlain(splice: Splice, which: 'before' | 'after'): PlainMap {
  const [saved, other] = which === 'before' ? [splice.before, splice.after] : [splice.after, splice.before];
  const plain = orderOf(splice).flatMap((id): [string, Plain][] => {
    const answer = saved.answers.get(id);
    const raw = saved.unfit?.get(id);
    if (answer === other.answers.get(id) && raw === other.unfit?.get(id)) return [];
    if (answer !== undefined) return [[id, answerPlain(answer, splice.bank.question(id))]];
    return raw === undefined ? [] : [[id, rawAnswerPlain(raw)]];
  });
  return Object.fromEntries(plain);
}

// A bank is named, with its version, from its first answer or archetype on until the last one is gone.
function banksPlain({ answers }: Standing, bank: JoinedBank): PlainMap {
  const chosen = answers.get('arc.archetypes')?.value;
  const archetypes = new Set<unknown>(Array.isArray(chosen) ? chosen : []);
  const answered = new Set([...answers.keys()].map((id) => bank.question(id)?.bank));
  const used = bank.banks.filter(
    ({ id, archetype }) => archetype === undefined || archetypes.has(archetype) || answered.has(id),
  );
  return Object.fromEntries(used.map(({ id, version }) => [id, version]));
}

function orderOf({ before, after, bank }: Splice): readonly string[] {
  const known = bank.questions.map(({ id }) => id);
  const others = [before, after].flatMap((saved) => [
    ...saved.answers.keys(),
    ...(saved.unfit?.keys() ?? []),
  ]);
  return [...new Set([...known, ...others])];
}

type Open = Parsed & { readonly lines: Lines };

// Maps and lists in brackets cannot be edited line by line; those above the answers are first written in block form.
/** Parses a file for editing; maps and lists in brackets that are touched are first written in block form. */
export function opened(text: string, touched: readonly string[]): Open {
  const open = parsedLines(text);
  const edits = blockEdits(open, touched);
  return edits.length === 0 ? open : parsedLines(edited(open.lines, edits));
}

function parsedLines(text: string): Open {
  const lines = linesOf(text);
  return { lines, ...parseTree(parsedText(lines)) };
}

function blockEdits({ root, comments }: Open, touched: readonly string[]): readonly Edit[] {
  if (root.type !== 'map') {
    const span = { from: root.start.line, to: root.end.line, indent: 0 };
    return isFilled(root.data) ? [blockEdit(span, root.data, comments)] : [];
  }
  const flow = root.entries.filter(
    ({ key, value }) => touched.includes(key) && value.type === 'leaf' && isFilled(value.data),
  );
  return flow.map((entry) => blockEdit(entry, { [entry.key]: entry.value.data }, comments));
}

function isFilled(data: unknown): data is object {
  return typeof data === 'object' && data !== null && Object.keys(data).length > 0;
}

type Span = { readonly from: number; readonly to: number; readonly indent: number };

function blockEdit({ from, to, indent }: Span, data: object, comments: readonly Comment[]): Edit {
  const inside = comments.filter(({ line }) => line >= from && line <= to);
  const body = Object.entries(data).flatMap(([key, value]) => entryLines(key, plainRaw(value), indent));
  return { from, to: to + 1, lines: [...inside.map(({ text }) => ' '.repeat(indent) + text), ...body] };
}
