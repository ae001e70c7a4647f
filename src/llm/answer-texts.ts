import { isRows, isTable, valueText, type Question, type Value } from '../bank/index.js';
import { answerOf, type Session } from '../interview/index.js';

/** An answer as a model reads it. */
export type Told = { readonly id: string; readonly question: string; readonly answer: string };

const LONGEST = 2_000;

/** Prints an answer for a model: words and numbers as they were given, a table row by row. */
function answerText(question: Question, value: Value): string {
  if (!isTable(question) || !isRows(value)) return valueText(question, value);
  return value
    .map((row) => {
      const cells = Object.entries(row.cells).map(
        ([column, cell]) => `${column}: ${[cell].flat().join(', ')}`,
      );
      return `${row.id} (${cells.join('; ')})`;
    })
    .join('\n');
}

/** The answer to one question as a model reads it; nothing when there is no value. */
export function toldAnswer(session: Session, id: string): Told | undefined {
  const question = session.bank.question(id);
  const value = answerOf(session, id)?.value;
  if (question === undefined || value === undefined) return undefined;
  return { id, question: question.prompt, answer: answerText(question, value).slice(0, LONGEST) };
}

/** Every answer of a session in bank order. */
export function toldAnswers(session: Session): readonly Told[] {
  return session.bank.questions.flatMap(({ id }) => toldAnswer(session, id) ?? []);
}

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Says whether words stand letter by letter in the answer they are said to stand in; line breaks count as blanks. */
export function isLiteral(
  quote: { readonly answer: string; readonly text: string },
  told: readonly Told[],
): boolean {
  const said = told.find(({ id }) => id === quote.answer);
  const words = flat(quote.text);
  return said !== undefined && words !== '' && flat(said.answer).includes(words);
}
