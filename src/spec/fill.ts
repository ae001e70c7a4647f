import {
  isRows,
  isTable,
  rowName as keyText,
  valueText,
  wordAfter,
  type Cell,
  type Column,
  type Expects,
  type JoinedBank,
  type Question,
  type Row,
  type Value,
} from '../bank/index.js';
import type { Situation } from '../interview/index.js';
import { listText, normalise } from './normalise.js';

/** What names and values are looked up in. */
export type Known = { readonly bank: JoinedBank; readonly situation: Situation };

/** Where the placeholders of a pattern find their values. */
export type Filling = Known & {
  readonly question: Question;
  readonly value: Value;
  readonly row: Row | undefined;
};

/** A pattern with its placeholders filled: the text, what did not fit into a sentence, what was missing, and what was used. */
export type Filled = {
  readonly text: string;
  readonly details: readonly string[];
  readonly missing: readonly string[];
  readonly used: readonly string[];
};

/** Where a value comes to stand: what its names are looked up in, and what its sentence says before it. */
type Place = { readonly known: Known; readonly before: string };

type Piece = { readonly text: string; readonly detail?: string; readonly amount?: boolean } | undefined;

const PLACEHOLDER = /\{([a-z0-9_.]+)\}(?: ([a-z]+))?/g;

const NOTHING_FILLED = { details: [], missing: [], used: [] };

/** Fills `{value}`, `{row.x}`, `{a.section.name}` and `{f.name}`; an answer that is no phrase of a sentence becomes a detail. */
export function fill(pattern: string, filling: Filling): Filled {
  if (!pattern.includes('{')) return { ...NOTHING_FILLED, text: pattern };
  const details: string[] = [];
  const missing: string[] = [];
  const used: string[] = [];
  let text = '';
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: word, index } of pattern.matchAll(PLACEHOLDER)) {
    const piece = pieceOf(name, filling, pattern.slice(0, index));
    used.push(name);
    if (piece === undefined) missing.push(name);
    if (piece?.detail !== undefined) details.push(piece.detail);
    text += pattern.slice(end, index) + saidWith(piece, word);
    end = index + whole.length;
  }
  text += pattern.slice(end);
  return { text, details, missing, used };
}

/** A piece and the word behind it; a noun agrees with the number before it. */
function saidWith(piece: Piece, word: string | undefined): string {
  const text = piece?.text ?? '';
  if (word === undefined) return text;
  return `${text} ${piece?.amount === true ? wordAfter(text, word) : word}`;
}

function pieceOf(name: string, filling: Filling, before: string): Piece {
  const place = { known: filling, before };
  if (name === 'value') return piece(filling.question, filling.value, place);
  if (name.startsWith('row.')) return rowPiece(name.slice(4), filling, place);
  if (name.startsWith('a.')) return answerPiece(name.slice(2), filling, place);
  return factPiece(name, filling);
}

function rowPiece(column: string, filling: Filling, place: Place): Piece {
  const { question, row } = filling;
  if (!isTable(question) || row === undefined) return undefined;
  if (column === 'id') return { text: row.id };
  const shape = question.columns.find((candidate) => candidate.id === column);
  const cell = row.cells[column];
  return shape === undefined || cell === undefined ? undefined : piece(shape, cell, place);
}

function answerPiece(id: string, filling: Filling, place: Place): Piece {
  const question = filling.bank.question(id);
  const value = filling.situation.view.value(id);
  return question === undefined || value === undefined ? undefined : piece(question, value, place);
}

function factPiece(name: string, filling: Filling): Piece {
  const facts = filling.situation.facts.get(name) ?? [];
  const fact = facts.find((candidate) => candidate.subject === filling.row?.id) ?? facts[0];
  return fact === undefined ? undefined : { text: fact.text, amount: true };
}

function piece(shape: Question | Column, value: Value | Cell, { known, before }: Place): Piece {
  const text = plainText(shape, value, known);
  if (text.trim() === '') return undefined;
  if (shape.kind === 'list' && Array.isArray(value))
    return listPiece(shape.expects, value as readonly string[], before);
  if (shape.kind === 'many' || shape.kind === 'choice') return { text: chosenText(shape, value, known) };
  if (shape.kind === 'quantity') return { text, amount: true };
  if (shape.kind !== 'text' && shape.kind !== 'prose') return { text };
  const fit = normalise(text, shape.expects, before);
  return fit.fits ? { text: fit.text } : { text: stand(shape.expects), detail: text };
}

function listPiece(expects: Expects | undefined, items: readonly string[], before: string): Piece {
  if (items.length === 0) return undefined;
  const fits = items.map((item) => normalise(item, expects, before));
  const texts = fits.flatMap((fit) => (fit.fits ? [fit.text] : []));
  if (texts.length === items.length) return { text: listText(texts) };
  return { text: stand(expects), detail: items.map((item) => `- ${item}`).join('\n') };
}

function stand(expects: Expects | undefined): string {
  if (expects === 'verb-phrase') return 'do what the detail below describes';
  if (expects === 'clause') return 'the case in the detail below occurs';
  return 'what the detail below describes';
}

/** Several chosen options are said as a list, each as it stands inside a sentence. */
function chosenText(shape: Question | Column, value: Value | Cell, known: Known): string {
  // What a row is called is a name, and names keep their capitals.
  const said = 'of' in shape ? (text: string) => text : inSentence;
  if (!Array.isArray(value)) return said(plainText(shape, value, known));
  return listText(value.map((one) => said(plainText(shape, [one] as Cell, known))));
}

/** An option's label begins with a capital for lists; inside a sentence only names and acronyms keep theirs. */
const inSentence = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** Prints one value or cell for people; references are printed by the name of their row. */
export function plainText(shape: Question | Column, value: Value | Cell, known: Known): string {
  if (shape.kind === 'table') {
    return isRows(value) ? value.map((row) => titleOf(known, shape, row)).join(', ') : '';
  }
  if ('of' in shape) return referenceText(shape.of, value as Cell, known);
  return valueText(shape, value);
}

function referenceText(table: string, value: Cell, known: Known): string {
  const ids = [value].flat().filter((id): id is string => typeof id === 'string');
  return ids.map((id) => rowName(known, table, id)).join(', ');
}

/** Gives the name by which people know a row of a table: the text of its key column. */
export function rowName(known: Known, table: string, id: string): string {
  const question = known.bank.question(table);
  const rows = known.situation.view.value(table);
  if (question === undefined || !isTable(question) || !isRows(rows)) return id;
  const row = rows.find((candidate) => candidate.id === id);
  return row === undefined ? id : titleOf(known, question, row);
}

type TableShape = Extract<Question, { kind: 'table' }>;

function titleOf(known: Known, table: TableShape, row: Row): string {
  const key = table.columns.find((column) => column.id === table.key);
  const cell = row.cells[table.key];
  const of = key !== undefined && 'of' in key ? key.of : undefined;
  const refers = of !== undefined && of !== table.id && typeof cell === 'string';
  return refers ? rowName(known, of, cell) : keyText(table, row);
}
