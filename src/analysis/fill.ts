import { wordAfter, type Cell, type Column, type Question, type Value } from '../bank/index.js';
import type { Quote } from './finding.js';
import { shownText, type Known } from './names.js';
import { factsAbout, knownOf, type Fired } from './quotes.js';

const PLACEHOLDER = /\{([a-z0-9_.]+)\}(?: ([a-z]+))?/g;
const UNSTATED = 'not stated';

/** Fills `{row.x}`, `{a.section.name}`, `{f.name}` and `{value}` (the first answer quoted) so that the text reads as a sentence. */
export function fillText(pattern: string, fired: Fired, quotes: readonly Quote[]): string {
  return pattern.replaceAll(PLACEHOLDER, (match, name: string, word?: string) => {
    const { text, chosen = false, amount = false } = textFor(name, fired, quotes) ?? { text: UNSTATED };
    const said = chosen && !pattern.startsWith(match) ? withoutCapital(text) : text;
    if (word === undefined) return said;
    return `${said} ${amount ? wordAfter(said, word) : word}`;
  });
}

type Piece = { readonly text: string; readonly chosen?: boolean; readonly amount?: boolean };

function textFor(name: string, fired: Fired, quotes: readonly Quote[]): Piece | undefined {
  if (name === 'value') return quotes[0];
  if (name.startsWith('row.')) return cellText(name.slice(4), fired);
  if (name.startsWith('a.')) return answerText(name.slice(2), fired);
  if (name.startsWith('f.')) return factText(name, fired);
  return undefined;
}

function factText(name: string, fired: Fired): Piece | undefined {
  const fact = factsAbout(fired.situation.facts, name, fired.row)[0];
  return fact && { text: fact.text, amount: true };
}

function cellText(columnId: string, fired: Fired): Piece | undefined {
  const { planned, row } = fired;
  if (row === undefined) return undefined;
  if (columnId === 'id') return { text: row.id };
  const column = planned.table?.columns.find((candidate) => candidate.id === columnId);
  const cell = row.cells[columnId];
  if (cell === undefined) return columnId === planned.table?.key ? { text: row.id } : undefined;
  return column === undefined ? undefined : inSentence(knownOf(fired), column, cell);
}

function answerText(id: string, fired: Fired): Piece | undefined {
  const known = knownOf(fired);
  const question = known.bank.question(id);
  const value = known.view.value(id);
  return question === undefined || value === undefined ? undefined : inSentence(known, question, value);
}

/** A text as it stands in a sentence: without its final stop; a chosen option is the bank's wording and may lose its capital. */
function inSentence(known: Known, shape: Question | Column, value: Value | Cell): Piece | undefined {
  const text = shownText(known, shape, value).trim();
  if (text === '') return undefined;
  const chosen = (shape.kind === 'choice' || shape.kind === 'many') && shape.of === undefined;
  return {
    text: shape.kind === 'text' || shape.kind === 'prose' ? withoutStop(text) : text,
    chosen,
    amount: shape.kind === 'quantity',
  };
}

const withoutCapital = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function withoutStop(text: string): string {
  let end = text.length;
  while (end > 0 && /[.;,\s]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
