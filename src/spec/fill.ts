import {
  isRows,
  isTable,
  valueText,
  type Cell,
  type Column,
  type Expects,
  type JoinedBank,
  type Question,
  type Row,
  type Value,
} from '../bank/index.js';
import type { Situation } from '../interview/index.js';
import { normalise, splitsSentence } from './sentence.js';

/** Where the placeholders of a pattern find their values. */
export type Filling = {
  readonly bank: JoinedBank;
  readonly situation: Situation;
  readonly question: Question;
  readonly value: Value;
  readonly row: Row | undefined;
};

/** A pattern with its placeholders filled: the text, what did not fit into a sentence, and what was missing. */
export type Filled = {
  readonly text: string;
  readonly details: readonly string[];
  readonly missing: readonly string[];
};

type Piece = { readonly text: string; readonly detail?: string } | undefined;

const PLACEHOLDER = /\{([a-z0-9_.]+)\}/g;

/** Fills `{value}`, `{row.x}`, `{a.section.name}` and `{f.name}`; an answer that is more than one sentence becomes a detail. */
export function fill(pattern: string, filling: Filling): Filled {
  const details: string[] = [];
  const missing: string[] = [];
  const text = pattern.replaceAll(PLACEHOLDER, (_, name: string) => {
    const piece = pieceOf(name, filling);
    if (piece === undefined) {
      missing.push(name);
      return '';
    }
    if (piece.detail !== undefined) details.push(piece.detail);
    return piece.text;
  });
  return { text, details, missing };
}

function pieceOf(name: string, filling: Filling): Piece {
  if (name === 'value') return piece(filling.question, filling.value, filling);
  if (name.startsWith('row.')) return rowPiece(name.slice(4), filling);
  if (name.startsWith('a.')) return answerPiece(name.slice(2), filling);
  if (name.startsWith('f.')) return factPiece(name.slice(2), filling);
  return undefined;
}

function rowPiece(column: string, filling: Filling): Piece {
  const { question, row } = filling;
  if (!isTable(question) || row === undefined) return undefined;
  if (column === 'id') return { text: row.id };
  const shape = question.columns.find((candidate) => candidate.id === column);
  const cell = row.cells[column];
  return shape === undefined || cell === undefined ? undefined : piece(shape, cell, filling);
}

function answerPiece(id: string, filling: Filling): Piece {
  const question = filling.bank.question(id);
  const value = filling.situation.view.value(id);
  return question === undefined || value === undefined ? undefined : piece(question, value, filling);
}

function factPiece(name: string, filling: Filling): Piece {
  const facts = filling.situation.facts.get(`f.${name}`) ?? filling.situation.facts.get(name) ?? [];
  const fact = facts.find((candidate) => candidate.subject === filling.row?.id) ?? facts[0];
  return fact === undefined ? undefined : { text: fact.text };
}

function piece(shape: Question | Column, value: Value | Cell, filling: Filling): Piece {
  const text = textOf(shape, value, filling);
  if (text === '') return undefined;
  const expects: Expects | undefined = shape.expects;
  if (shape.kind !== 'text' && shape.kind !== 'prose') return { text };
  if (splitsSentence(text)) return { text: detailPhrase(expects), detail: text };
  return { text: normalise(text, expects) };
}

function detailPhrase(expects: Expects | undefined): string {
  if (expects === 'verb-phrase') return 'behave as the detail below describes';
  if (expects === 'clause') return 'the case described in the detail below occurs';
  return 'what the detail below describes';
}

function textOf(shape: Question | Column, value: Value | Cell, filling: Filling): string {
  if ('of' in shape && shape.of !== undefined && shape.kind !== 'table') return referenceText(shape.of, value, filling);
  if (isRows(value) && value.length > 0) return value.map((row) => rowTitle(shape, row)).join(', ');
  if (shape.kind === 'choice' || shape.kind === 'many') return lowerFirst(valueText(shape, value));
  return valueText(shape, value);
}

const lowerFirst = (text: string): string => (/^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text);

function rowTitle(shape: Question | Column, row: Row): string {
  if (shape.kind !== 'table') return row.id;
  const title = row.cells[shape.key];
  return typeof title === 'string' ? title : row.id;
}

function referenceText(table: string, value: Value | Cell, filling: Filling): string {
  const ids = [value].flat().filter((id): id is string => typeof id === 'string');
  return ids.map((id) => rowName(filling, table, id)).join(', ');
}

/** Gives the name by which people know a row of a table: the text of its key column. */
export function rowName(known: Pick<Filling, 'bank' | 'situation'>, table: string, id: string): string {
  const question = known.bank.question(table);
  const rows = known.situation.view.value(table);
  if (question === undefined || !isTable(question) || !isRows(rows)) return id;
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) return id;
  const key = question.columns.find((column) => column.id === question.key);
  const cell = row.cells[question.key];
  if (key !== undefined && 'of' in key && key.of !== undefined && key.of !== table && typeof cell === 'string') {
    return rowName(known, key.of, cell);
  }
  return typeof cell === 'string' ? cell : id;
}
