import {
  isRows,
  isTable,
  labelOf,
  type Cell,
  type Column,
  type Row,
  type TableQuestion,
} from '../bank/index.js';
import { answerOf, type PlanItem } from '../interview/index.js';
import { slug } from '../kernel/index.js';
import type { Spoken } from './build-requirements.js';
import type { SaidItem, SaidRow, SaidTable, Topic } from './document.js';
import { plainText, rowName } from './fill.js';
import { originOf, sourceText, type Ground } from './ground.js';

/** More columns than this are not readable side by side. */
const WIDEST_GRID = 5;

/** Fewer rows than this are said quicker in lines. */
const SHORTEST_GRID = 3;

/** The answer that opens the spec. */
const PURPOSE = 'ctx.purpose';

/** Gives what one answer says that no requirement says already; nothing when all of it is spoken. */
export function saidItem(ground: Ground, item: PlanItem, spoken: readonly Spoken[]): readonly SaidItem[] {
  const { question, value } = item;
  if (value === undefined || isTable(question)) return [];
  const left = leftOver(item, spoken);
  return left === undefined ? [] : [saidOf(ground, item, left)];
}

/** Prints an answer with everything that was said about it. */
function saidOf(ground: Ground, item: PlanItem, value: Cell): SaidItem {
  const answer = answerOf(ground.session, item.id);
  const text = plainText(item.question, value, ground);
  const lines = text.split('\n').map((line) => line.trim());
  return {
    id: item.id,
    label: labelOf(item.question),
    text: lines.filter((line) => line !== '').join(' '),
    lines: lines.filter((line) => line !== ''),
    why: answer?.why ?? '',
    origin: originOf(ground, item.id),
    rejected: answer?.rejected ?? [],
    assumed: answer?.status === 'assumed',
    opening: item.id === PURPOSE && originOf(ground, item.id) === '' && answer?.status === 'answered',
  };
}

function leftOver({ question, value }: PlanItem, spoken: readonly Spoken[]): Cell | undefined {
  const cell = value as Cell;
  const speaks = new Set(spoken.flatMap((one) => [...one.speaks]));
  if (spoken.length === 0) return cell;
  if (question.kind === 'confirm' || speaks.has('value')) return undefined;
  if (question.kind === 'choice') return typeof cell === 'string' && speaks.has(cell) ? undefined : cell;
  if (question.kind !== 'many' || !Array.isArray(cell)) return cell;
  const silent = (cell as readonly string[]).filter((option) => !speaks.has(option));
  return silent.length === 0 ? undefined : silent;
}

/** Gives the part of a chapter that one table fills: its requirements, and what its rows say beyond them. */
export function topicOf(ground: Ground, item: PlanItem, spoken: readonly Spoken[]): readonly Topic[] {
  const { question, value } = item;
  if (!isTable(question) || !isRows(value) || value.length === 0) return [];
  const answer = answerOf(ground.session, item.id);
  return [
    {
      id: item.id,
      title: labelOf(question),
      alone: false,
      why: answer?.why ?? '',
      origin: originOf(ground, item.id),
      assumed: answer?.status === 'assumed',
      rejected: answer?.rejected ?? [],
      requirements: spoken.map(({ requirement }) => requirement),
      table: tableOf(ground, { question, rows: value }, spoken),
    },
  ];
}

type Filled = { readonly question: TableQuestion; readonly rows: readonly Row[] };
type Heading = { readonly label: string; readonly text: (row: Row) => string };

function tableOf(ground: Ground, { question, rows }: Filled, spoken: readonly Spoken[]): SaidTable {
  const silent = (row: Row, id: string): boolean => isSilent(ground, { question, row, id }, spoken);
  const mute = (row: Row): boolean => !spoken.some((one) => one.requirement.row === row.id);
  const left = question.columns.filter(({ id }) => rows.some((row) => silent(row, id)));
  const kept = rows.filter((row) => mute(row) || left.some(({ id }) => silent(row, id)));
  const names = new Set([question.key, question.of === undefined ? '' : (question.columns[0]?.id ?? '')]);
  const shown = question.columns.filter((column) => names.has(column.id) || left.includes(column));
  const headings = [...shown.map((column) => heading(ground, column)), ...remarks(kept, mute)];
  const used = headings.filter(({ text }) => kept.some((row) => text(row) !== ''));
  return {
    columns: used.map(({ label }) => label),
    rows: kept.map((row) => saidRow({ ground, question, row }, used)),
    asList: used.length > WIDEST_GRID || kept.length < SHORTEST_GRID,
  };
}

type OneCell = { readonly question: TableQuestion; readonly row: Row; readonly id: string };

/** A cell is silent while no requirement of its row says it: by placeholder, by its words, or by the row id made from it. */
function isSilent(ground: Ground, { question, row, id }: OneCell, spoken: readonly Spoken[]): boolean {
  const column = question.columns.find((candidate) => candidate.id === id);
  const cell = row.cells[id];
  if (column === undefined || cell === undefined) return false;
  const text = plainText(column, cell, ground);
  const own = spoken.filter(({ requirement }) => requirement.row === row.id);
  const told = own.some(({ requirement, speaks }) => speaks.has(id) || hasWords(requirement.text, text));
  return !told && !(own.length > 0 && id === question.key && slug(text) === row.id);
}

function hasWords(sentence: string, text: string): boolean {
  const words = (from: string): string => ` ${from.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return text.length > 3 && words(sentence).includes(words(text));
}

function heading(ground: Ground, column: Column): Heading {
  return {
    label: column.label,
    text: (row) => {
      const cell = row.cells[column.id];
      return cell === undefined ? '' : plainText(column, cell, ground);
    },
  };
}

/** Reasons and sources of rows stand with their first requirement; rows without one show them in columns of their own. */
function remarks(rows: readonly Row[], mute: (row: Row) => boolean): readonly Heading[] {
  const of = (label: string, text: (row: Row) => string): Heading => ({
    label,
    text: (row) => (mute(row) ? text(row) : ''),
  });
  const all = [of('Because', (row) => row.why ?? ''), of('Source', (row) => sourceText(row.source) ?? '')];
  return all.filter(({ text }) => rows.some((row) => text(row) !== ''));
}

type OneRow = { readonly ground: Ground; readonly question: TableQuestion; readonly row: Row };

function saidRow({ ground, question, row }: OneRow, headings: readonly Heading[]): SaidRow {
  const cells = headings.map(({ text }) => text(row));
  const name = rowName(ground, question.id, row.id);
  const pairs = headings.map(({ label }, index) => ({ label, text: cells[index] ?? '' }));
  return { id: row.id, name, cells, filled: pairs.filter(({ text }) => text !== '' && text !== name) };
}
