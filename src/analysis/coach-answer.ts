import {
  isRows,
  isTable,
  valueText,
  type Answer,
  type Column,
  type JoinedBank,
  type Question,
  type TableQuestion,
  type Value,
} from '../bank/index.js';
import { coachLines, type CoachLine } from './coach.js';

const holds = (text: string): CoachLine => ({ tone: 'holds', text });
const could = (text: string): CoachLine => ({ tone: 'could', text });

/** Coaches a whole answer: its value, and what its status promises and leaves out. */
export function coachAnswer(question: Question, answer: Answer, bank: JoinedBank): readonly CoachLine[] {
  const value = answer.value === undefined ? [] : coachLines(question, answer.value, bank);
  return [...value, ...standing(answer)];
}

function standing({ status, owner, due, reason, meanwhile }: Answer): readonly CoachLine[] {
  switch (status) {
    case 'answered':
      return [];
    case 'assumed':
      return [could('It is marked as an assumption; it carries more once somebody has confirmed it.')];
    case 'unknown':
      return [
        holds('To know that it is unknown is an answer: the spec lists it as open.'),
        ...(owner === undefined ? [could('It would carry more with an owner: who finds out.')] : []),
        ...(due === undefined ? [could('It would carry more with a day until which it is found out.')] : []),
      ];
    case 'not-applicable':
      return reason === undefined || reason === ''
        ? [could('It would carry more with the reason why it does not apply.')]
        : [holds('It says why it does not apply, so that nobody asks again.')];
    case 'deferred':
      return meanwhile === undefined || meanwhile === ''
        ? [could('It would carry more with what happens until it is decided.')]
        : [holds('It says what happens until it is decided.')];
  }
}

/** The strong example of a question or column in words; a table shows its first row, cell by cell. */
export function exampleText(shape: Question | Column): string {
  const { strong } = shape;
  if (strong === undefined) return '';
  return 'columns' in shape ? rowExample(shape, strong) : valueText(shape, strong);
}

function rowExample(question: TableQuestion, strong: Value): string {
  const row = isRows(strong) ? strong[0] : undefined;
  if (row === undefined || !isTable(question)) return '';
  const cells = question.columns.flatMap((column) => {
    const cell = row.cells[column.id];
    return cell === undefined ? [] : [`${column.label}: ${valueText(column, cell)}`];
  });
  return cells.join('; ');
}
