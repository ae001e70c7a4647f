import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createAnalyst, type Analysis } from '../../src/analysis/index.js';
import type { JoinedBank } from '../../src/bank/index.js';
import { openSession, situationOf, type RawSaved } from '../../src/interview/index.js';
import { problemText } from '../../src/kernel/index.js';

type Row = Readonly<Record<string, unknown>>;

/** What turns a good spec into a flawed one. */
export type Change = {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly cell?: Readonly<Record<string, unknown>>;
  readonly add_row?: Readonly<Record<string, Row>>;
  readonly remove_row?: readonly string[];
};

/** A flaw; `caught_by` names what leads its author there and is absent where nothing does, `beside` what comes up and is about something else. */
export type Flaw = {
  readonly id: string;
  readonly from: number;
  readonly base: string;
  readonly says: string;
  readonly change: Change;
  readonly caught_by?: readonly string[];
  readonly beside?: readonly string[];
};

/** Something that an interview says about answers: a finding or a thin answer, by an id that survives other answers. */
export type Said = { readonly id: string; readonly text: string };

/** Reads the flaws of one file of this folder. */
export function readFlaws(root: string, file: 'flaws.yaml' | 'held-back.yaml'): readonly Flaw[] {
  return parse(readFileSync(join(root, 'test', 'recall', file), 'utf8')) as readonly Flaw[];
}

/** The answers of a case with the change of a flaw in them. */
export function flawed(base: RawSaved, { set, cell, add_row, remove_row }: Change): RawSaved {
  const answers = new Map(base.answers);
  const rows = (question: string): readonly Row[] => (answers.get(question)?.raw ?? []) as readonly Row[];
  const answer = (question: string, raw: unknown): unknown =>
    answers.set(question, { ...(answers.get(question) ?? {}), status: 'answered', raw });
  for (const [question, raw] of Object.entries(set ?? {})) answer(question, raw);
  for (const [place, value] of Object.entries(cell ?? {})) {
    const { question, row, column } = placeOf(place);
    found(rows(question), row, place);
    answer(
      question,
      rows(question).map((it) => (it['id'] === row ? { ...it, [column ?? '']: value } : it)),
    );
  }
  for (const [question, row] of Object.entries(add_row ?? {})) answer(question, [...rows(question), row]);
  for (const place of remove_row ?? []) {
    const { question, row } = placeOf(place);
    found(rows(question), row, place);
    answer(
      question,
      rows(question).filter((it) => it['id'] !== row),
    );
  }
  return { ...base, answers };
}

/** Makes what says what the interview has to say about answers; a finding that was merged into another counts by its own id. */
export function createReader(bank: JoinedBank): (saved: RawSaved) => readonly Said[] {
  const analyst = createAnalyst(bank);
  return (saved) => {
    const { session, problems } = openSession({ bank, mode: 'spec', saved, context: new Map() });
    if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
    return saidIn(analyst(session, situationOf(session)));
  };
}

/** What is said about the flawed answers and was not said about the good ones. */
export function newlySaid(before: readonly Said[], after: readonly Said[]): readonly Said[] {
  const known = new Set(before.map(({ id }) => id));
  return after.filter(({ id }) => !known.has(id));
}

function saidIn({ findings, thin }: Analysis): readonly Said[] {
  return [
    ...findings.flatMap(({ id, title, why, merged }) => [
      { id, text: `${title} ${why}` },
      ...(merged ?? []).map((other) => ({ id: other.id, text: other.title })),
    ]),
    ...thin.flatMap(({ id, missing, vague }) =>
      [...missing, ...vague].map((word) => ({ id: `thin:${id}`, text: word })),
    ),
  ];
}

type Place = { readonly question: string; readonly row: string; readonly column?: string };

function placeOf(place: string): Place {
  const [section = '', table = '', row = '', column] = place.split('.');
  return { question: `${section}.${table}`, row, ...(column === undefined ? {} : { column }) };
}

function found(rows: readonly Row[], row: string, place: string): void {
  if (!rows.some(({ id }) => id === row)) throw new Error(`No row of the base case is at ${place}.`);
}
