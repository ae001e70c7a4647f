import {
  isRows,
  isTable,
  parseTyped,
  type Column,
  type Question,
  type Row,
  type TableQuestion,
  type Value,
} from '../bank/index.js';
import { counted, joined } from '../kernel/index.js';
import { missingSignals, SIGNAL_WORDS } from './thinness-text.js';
import { isMostlyVague, vagueWords } from './vague-words.js';

/** What an answer lacks, and its words that could mean anything. */
export type Thinness = { readonly missing: readonly string[]; readonly vague: readonly string[] };

const MAX_NAMED = 3;

/** Says whether an answer is too thin to build on. */
export function isThin({ missing, vague }: Thinness): boolean {
  return missing.length > 0 || vague.length > 0;
}

/** Judges a value against its kind, what its question expects, and the question's strong example; `lexicon` holds the vague words. */
export function thinnessOf(question: Question, value: Value, lexicon: readonly string[]): Thinness {
  return { missing: missingOf(question, value), vague: vagueIn(question, value, lexicon) };
}

/** A cell stands under its column's heading, so one vague word among many leaves it clear. */
function vagueIn(question: Question, value: Value, lexicon: readonly string[]): readonly string[] {
  const texts = textsOf(question, value);
  const judged = isTable(question) ? texts.filter((text) => isMostlyVague(text, lexicon)) : texts;
  return vagueWords(judged.join('\n'), lexicon);
}

/** Judges what somebody typed, as a value where the kind can read it; where it cannot, what the kind needs is missing. */
export function typedThinness(question: Question, text: string, lexicon: readonly string[]): Thinness {
  const typed = parseTyped(question, text);
  if (typed.ok) return thinnessOf(question, typed.value, lexicon);
  return { missing: [kindNeeds(question)], vague: vagueWords(text, lexicon) };
}

function kindNeeds(question: Question): string {
  switch (question.kind) {
    case 'quantity':
      return question.dimension === 'count' ? 'a number' : 'a number with its unit';
    case 'confirm':
      return 'yes or no';
    case 'choice':
      return 'one of the options';
    case 'many':
      return 'one or more of the options';
    case 'table':
      return 'one row for each case';
    case 'list':
      return 'a list, one item per line';
    default:
      return SIGNAL_WORDS.detail;
  }
}

/** The words a person wrote themselves in a value: texts, list items and text cells; options are the bank's words. */
export function textsOf(question: Question, value: Value): readonly string[] {
  if (isTable(question)) return isRows(value) ? value.flatMap((row) => cellTexts(question, row)) : [];
  const free = question.kind === 'text' || question.kind === 'prose' || question.kind === 'list';
  return free ? [value].flat().filter((item): item is string => typeof item === 'string') : [];
}

function cellTexts(table: TableQuestion, row: Row): readonly string[] {
  return table.columns.flatMap((column) => {
    const cell = row.cells[column.id];
    return column.kind === 'text' && typeof cell === 'string' ? [cell] : [];
  });
}

function missingOf(question: Question, value: Value): readonly string[] {
  if (isTable(question)) return isRows(value) ? missingInTable(question, value) : [];
  switch (question.kind) {
    case 'text':
    case 'prose':
      return missingInText(question, value);
    case 'list':
      return missingInList(question, value);
    default:
      return [];
  }
}

/** An empty list is an answer of its own ("nothing is excluded"); several items say enough together. */
function missingInList(question: Question & { readonly kind: 'list' }, value: Value): readonly string[] {
  const { min_items: wanted = 0 } = question;
  const given = Array.isArray(value) ? value.length : 0;
  const few = given < wanted ? [`at least ${counted(wanted, 'item')}`] : [];
  const shown = Array.isArray(question.strong) ? question.strong.length : 0;
  const enough = given === 0 || (given > 1 && given * 2 >= shown);
  return enough ? few : [...few, ...missingInText(question, value)];
}

function missingInText(question: Question, value: Value): readonly string[] {
  const { strong, expects } = question;
  const text = plain(value);
  const numbers = expects === 'number' && !/\d/.test(text) ? [SIGNAL_WORDS.number] : [];
  const signals = strong === undefined ? [] : missingSignals(text, plain(strong));
  return [...new Set([...numbers, ...signals.map((signal) => SIGNAL_WORDS[signal])])];
}

const plain = (value: Value): string =>
  [value]
    .flat()
    .filter((item) => typeof item === 'string')
    .join('\n');

function missingInTable(table: TableQuestion, rows: readonly Row[]): readonly string[] {
  const wanted = Math.max(1, table.min_rows ?? 1);
  const few = rows.length < wanted ? [`at least ${counted(wanted, 'row')}, or why none applies`] : [];
  const gaps = rows.flatMap((row) => missingInRow(table, row));
  const named = gaps.slice(0, MAX_NAMED);
  const rest = gaps.length - named.length;
  return [...few, ...named, ...(rest > 0 ? [counted(rest, 'more row')] : [])];
}

function missingInRow(table: TableQuestion, row: Row): readonly string[] {
  const asked = table.columns.filter((column) => column.ask === 'row');
  const filled = table.columns.filter((column) => row.cells[column.id] !== undefined);
  const name = typeof row.cells[table.key] === 'string' ? String(row.cells[table.key]) : row.id;
  const required = asked.filter((column) => column.required && !filled.includes(column));
  if (required.length > 0) return [`${joined(required.map(columnName))} in the row ${name}`];
  const onlyKey = asked.length > 1 && filled.every((column) => column.id === table.key);
  return onlyKey ? [`anything beside its name in the row ${name}`] : [];
}

const columnName = ({ label }: Column): string => `"${label}"`;
