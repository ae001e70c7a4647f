import {
  isRows,
  isTable,
  type Cell,
  type Column,
  type Question,
  type TableQuestion,
  type Value,
} from '../bank/index.js';
import type { PlanItem } from './plan.js';

const READING = 200;
const TYPING = 40;
const CHOOSING_SECONDS = 4;
const TABLE_ROWS = 4;

/** Estimates the minutes of reading and typing one question takes; thinking is not included. */
export function questionMinutes(question: Question): number {
  const shown = wordsOf([question.prompt, question.detail ?? '']) / READING;
  return shown + typingMinutes(question);
}

/** Estimates the minutes that a list of open steps takes. */
export function minutesOf(items: readonly PlanItem[]): number {
  return items.reduce(
    (sum, item) => sum + (item.cell === undefined ? questionMinutes(item.question) : cellMinutes(item)),
    0,
  );
}

function cellMinutes(item: PlanItem): number {
  const column = item.cell?.column;
  if (column === undefined) return 0;
  return (
    wordsOf([column.label, column.prompt ?? '']) / READING + cellTime(column, column.strong ?? 'two words')
  );
}

function typingMinutes(question: Question): number {
  if (question.kind === 'choice' || question.kind === 'confirm') return CHOOSING_SECONDS / 60;
  if (question.kind === 'many') return (CHOOSING_SECONDS * Math.max(1, listLength(question.strong))) / 60;
  if (isTable(question)) return tableMinutes(question);
  return Math.max(1, wordsOf([textOf(question.strong)])) / TYPING;
}

function tableMinutes(question: TableQuestion): number {
  const rows = isRows(question.strong) ? question.strong : [];
  const asked = question.columns.filter((column) => column.ask === 'row');
  const minutes = rows.flatMap((row) => asked.map((column) => cellTime(column, row.cells[column.id])));
  return (minutes.reduce((sum, value) => sum + value, 0) / Math.max(1, rows.length)) * TABLE_ROWS;
}

function cellTime(column: Column, cell: Cell | undefined): number {
  if (cell === undefined) return 0;
  return isPicked(column) ? CHOOSING_SECONDS / 60 : wordsOf([textOf(cell)]) / TYPING;
}

const isPicked = (shape: Column): boolean =>
  shape.kind === 'choice' || shape.kind === 'confirm' || shape.kind === 'many';

const listLength = (value: Value | undefined): number => (Array.isArray(value) ? value.length : 1);

function textOf(value: Value | Cell | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : 'yes';
}

function wordsOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}
