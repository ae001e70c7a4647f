import { isRows, type Answer, type Row } from '../bank/index.js';
import type { Session } from './session.js';

/** The table whose rows are referred to by number from outside. */
const NUMBERED = 'rsk.decisions';

const numberOf = (text: string | undefined): number => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : 0);

const spelled = (number: number): string => String(number).padStart(4, '0');

const rowsIn = (answer: Answer | undefined): readonly Row[] => (isRows(answer?.value) ? answer.value : []);

const highestOf = (rows: readonly Row[], more?: string): number =>
  Math.max(numberOf(more), ...rows.map(({ nnnn }) => numberOf(nnnn)));

/** Gives every row a number: its own, or the next one above `above`; of two with the same, the first keeps it. */
export function numberRows(rows: readonly Row[], above = 0): readonly (Row & { readonly nnnn: string })[] {
  let highest = Math.max(above, highestOf(rows));
  const taken = new Set<string>();
  return rows.map((row) => {
    const own = row.nnnn !== undefined && !taken.has(row.nnnn) ? row.nnnn : spelled((highest += 1));
    taken.add(own);
    return { ...row, nnnn: own };
  });
}

/** Gives the rows of an answer the numbers they had, and new ones such as no row of it ever had. */
export function withRowNumbers(id: string, answer: Answer, before: Answer | undefined): Answer {
  if (id !== NUMBERED || (!isRows(answer.value) && before === undefined)) return answer;
  const known = numberRows(rowsIn(before), numberOf(before?.numbered));
  const had = new Map(known.map(({ id: row, nnnn }) => [row, nnnn]));
  const { numbered, ...plain } = answer;
  const highest = Math.max(highestOf([...known, ...rowsIn(answer)], before?.numbered), numberOf(numbered));
  const rows = numberRows(owned(rowsIn(answer), had), highest);
  const shown = highestOf(rows);
  const rest = highest > shown ? { numbered: spelled(highest) } : {};
  return { ...plain, ...(isRows(answer.value) ? { value: rows } : {}), ...rest };
}

/** A row keeps the number it had; a copy of it that took the number along does not. */
function owned(rows: readonly Row[], had: ReadonlyMap<string, string>): readonly Row[] {
  const owners = new Map([...had].map(([row, nnnn]) => [nnnn, row]));
  return rows.map(({ nnnn, ...row }) => {
    const owner = nnnn === undefined ? undefined : owners.get(nnnn);
    const own = had.get(row.id) ?? (owner === undefined ? nnnn : undefined);
    return own === undefined ? row : { ...row, nnnn: own };
  });
}

/** Numbers the rows of answers that came from a file. */
export function withNumberedRows(session: Session): Session {
  const answer = session.saved.answers.get(NUMBERED);
  if (answer === undefined) return session;
  const answers = new Map([
    ...session.saved.answers,
    [NUMBERED, withRowNumbers(NUMBERED, answer, undefined)],
  ]);
  return { ...session, saved: { ...session.saved, answers } };
}
