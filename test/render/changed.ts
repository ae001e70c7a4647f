import { checkValue, type Column, type JoinedBank, type Question } from '../../src/bank/index.js';
import type { RawSaved } from '../../src/interview/index.js';

/** A set of answers with a word of its own in every free text, and where each word stands. */
export type Marked = {
  readonly saved: RawSaved;
  readonly marks: readonly { readonly word: string; readonly at: string; readonly question: string }[];
};

/** Adds a word of its own to every free text that has room for it: values, cells and reasons. */
export function marked(bank: JoinedBank, saved: RawSaved): Marked {
  const marks: { word: string; at: string; question: string }[] = [];
  const mark = (text: unknown, at: string, room = Infinity): unknown => {
    const word = `mark${String(marks.length)}x`;
    if (typeof text !== 'string' || text.length + word.length >= room) return text;
    marks.push({ word, at, question: at.split('.').slice(0, 2).join('.') });
    return `${text.trimEnd()} ${word}`;
  };
  const answers = new Map(
    [...saved.answers].map(([id, answer]) => {
      const question = bank.question(id);
      const why = answer.why === undefined ? {} : { why: String(mark(answer.why, `${id}.why`)) };
      const raw = question === undefined ? answer.raw : withMarks(question, answer.raw, mark);
      return [id, { ...answer, ...why, ...(raw === undefined ? {} : { raw }) }];
    }),
  );
  return { saved: { ...saved, answers }, marks };
}

type Mark = (text: unknown, at: string, room?: number) => unknown;
type Cells = Readonly<Record<string, unknown>>;

function withMarks(question: Question, raw: unknown, mark: Mark): unknown {
  if (question.kind === 'prose' || (question.kind === 'text' && question.form === undefined)) {
    return mark(raw, question.id, question.max_length);
  }
  if (question.kind === 'list' && Array.isArray(raw)) {
    return raw.map((item: unknown) => mark(item, question.id, question.max_length));
  }
  if (question.kind !== 'table' || !Array.isArray(raw)) return raw;
  return (raw as readonly Cells[]).map((row) => {
    const cells = question.columns.flatMap((column) => {
      if (column.kind !== 'text' || column.form !== undefined) return [];
      const at = `${question.id}.${String(row['id'])}.${column.id}`;
      return [[column.id, mark(row[column.id], at, column.max_length)] as const];
    });
    const why = row['why'] === undefined ? [] : [['why', mark(row['why'], `${question.id}.why`)] as const];
    return Object.fromEntries([
      ...Object.entries(row),
      ...cells.filter(([, value]) => value !== undefined),
      ...why,
    ]);
  });
}

/** Every way to change one value that is picked or counted, one at a time: another option, number or yes for no. */
export function singleChanges(
  bank: JoinedBank,
  saved: RawSaved,
): readonly { readonly at: string; readonly saved: RawSaved }[] {
  return [...saved.answers].flatMap(([id, answer]) => {
    const question = bank.question(id);
    if (question === undefined || answer.raw === undefined) return [];
    return changesOf(question, answer.raw).map(({ at, raw }) => {
      const answers = new Map([...saved.answers, [id, { ...answer, raw }]]);
      return { at, saved: { ...saved, answers } };
    });
  });
}

type Change = { readonly at: string; readonly raw: unknown };

function changesOf(question: Question, raw: unknown): readonly Change[] {
  if (question.kind !== 'table') {
    const changed = other(question, raw);
    return changed === undefined ? [] : [{ at: question.id, raw: changed }];
  }
  if (!Array.isArray(raw)) return [];
  const rows = raw as readonly Cells[];
  return rows.flatMap((row, index) =>
    question.columns.flatMap((column) => {
      const changed = row[column.id] === undefined ? undefined : other(column, row[column.id]);
      if (changed === undefined) return [];
      const at = `${question.id}.${String(row['id'])}.${column.id}`;
      return [{ at, raw: rows.with(index, { ...row, [column.id]: changed }) }];
    }),
  );
}

function other(shape: Exclude<Question, { kind: 'table' }> | Column, raw: unknown): unknown {
  const candidates = othersOf(shape, raw);
  return candidates.find((candidate) => candidate !== raw && checkValue(shape, candidate).ok);
}

function othersOf(shape: Exclude<Question, { kind: 'table' }> | Column, raw: unknown): readonly unknown[] {
  if (shape.kind === 'confirm') return [raw !== true];
  if (shape.kind === 'quantity')
    return [String(raw).replace(/\d+(\.\d+)?/, '7'), String(raw).replace(/\d+(\.\d+)?/, '3')];
  if (shape.kind === 'choice') return (shape.options ?? []).map(({ id }) => id).filter((id) => id !== raw);
  if (shape.kind === 'many')
    return (shape.options ?? []).map(({ id }) => [id]).filter(([id]) => String(id) !== String(raw));
  return [];
}
