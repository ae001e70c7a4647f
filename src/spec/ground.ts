import {
  isRows,
  isTable,
  type Answer,
  type JoinedBank,
  type Row,
  type TableQuestion,
} from '../bank/index.js';
import { answerOf, isAsked, type PlanItem, type Session, type Situation } from '../interview/index.js';

/** What every part of the spec is built from. */
export type Ground = { readonly session: Session; readonly situation: Situation; readonly bank: JoinedBank };

/** Says whether a question was answered with something the spec may say: not a default, not a cell, not hidden. */
export function isSaid(item: PlanItem): boolean {
  const shown = isAsked(item) || item.hidden?.type === 'depth';
  return item.cell === undefined && item.value !== undefined && item.state !== 'default' && shown;
}

/** The question that an answer, cell or row belongs to: `rec.failures` for `rec.failures.db.mode`. */
export function questionIdOf(id: string): string {
  const end = id.indexOf('.', id.indexOf('.') + 1);
  return end > id.indexOf('.') ? id.slice(0, end) : id;
}

/** The rows of a table answer, or none. */
export function rowsOf(
  ground: Ground,
  table: string,
): { readonly question: TableQuestion | undefined; readonly rows: readonly Row[] } {
  const item = ground.situation.item(table);
  if (item === undefined || !isSaid(item) || !isTable(item.question) || !isRows(item.value)) {
    return { question: undefined, rows: [] };
  }
  return { question: item.question, rows: item.value };
}

/** Says where an answer came from, in a few words: `measured, see logs/may.txt, said by @dba`. */
export function originOf(ground: Ground, id: string): string {
  const answer: Partial<Answer> = answerOf(ground.session, id) ?? {};
  const said = answer.by === undefined ? undefined : `said by ${answer.by}`;
  const seen = answer.evidence === undefined ? undefined : `see ${answer.evidence}`;
  return [sourceText(answer.source), seen, said].filter((part) => part !== undefined).join(', ');
}

/** Says where a value came from as a word of a sentence. */
export function sourceText(source: Answer['source']): string | undefined {
  if (source === undefined) return undefined;
  return {
    measured: 'measured',
    contract: 'by contract',
    code: 'read from code',
    estimate: 'estimated',
    guess: 'guessed',
  }[source];
}
