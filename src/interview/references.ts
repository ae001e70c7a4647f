import { isRows, isTable, type Cell, type Row, type TableQuestion } from '../bank/index.js';
import { cellStep } from './plan.js';
import { answerOf, type Session } from './session.js';

/** Lists the cells that point at one row, so that a person can be asked before the row goes. */
export function referencesTo(session: Session, table: string, rowId: string): readonly string[] {
  return session.bank.questions.filter(isTable).flatMap((question) => {
    const value = answerOf(session, question.id)?.value;
    return isRows(value) ? value.flatMap((row) => pointing(question, row, { table, rowId })) : [];
  });
}

function pointing(
  question: TableQuestion,
  row: Row,
  target: { table: string; rowId: string },
): readonly string[] {
  const columns = question.columns.filter((column) => 'of' in column && column.of === target.table);
  const hits = columns.filter((column) => pointsAt(row.cells[column.id], target.rowId));
  return hits.map((column) => cellStep(question.id, row.id, column.id));
}

const pointsAt = (cell: Cell | undefined, rowId: string): boolean =>
  Array.isArray(cell) ? cell.includes(rowId) : cell === rowId;
