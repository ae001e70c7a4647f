import type { Answer, Row, Source } from '../bank/index.js';
import type { Fact, Facts } from '../facts/index.js';
import { answerOf, type Session, type Situation } from '../interview/index.js';
import type { Quote } from './finding.js';
import { shownText, spotLabel, spotOf, type Known, type Spot } from './names.js';
import { cellsBehindReferences } from './referred-cells.js';
import type { PlannedRule } from './rule-plan.js';

/** A rule that fired, and where: everything a finding is written from. */
export type Fired = {
  readonly planned: PlannedRule;
  readonly row: Row | undefined;
  readonly read: readonly string[];
  readonly session: Session;
  readonly situation: Situation;
};

/** The visible answers a fired rule rests on, as names are looked up in them. */
export function knownOf({ session, situation }: Pick<Fired, 'session' | 'situation'>): Known {
  return { bank: session.bank, view: situation.view };
}

/** Quotes what a fired rule read: cells of its row, answers, the cells its references lead to, then facts with their figures. */
export function quotesOf(fired: Fired): readonly Quote[] {
  const facts = factsRead(fired);
  const ids = [...new Set([...idsRead(fired), ...facts.flatMap((fact) => fact.inputs.map(({ id }) => id))])];
  const answers = ids.flatMap((id) => quoteOf(fired, id));
  return [...answers, ...facts.map(factQuote)];
}

function idsRead(fired: Fired): readonly string[] {
  const { planned, row, read } = fired;
  const { condition, table } = planned;
  if (condition === undefined) return [];
  const cells =
    table === undefined || row === undefined
      ? []
      : condition.columns.map((column) => `${table.id}.${row.id}.${column}`);
  const referred = cellsBehindReferences(condition.text, { known: knownOf(fired), row });
  const answers = condition.reads.filter((id) => read.includes(id) && !referred.replaces.has(id));
  return [...cells, ...answers, ...referred.ids];
}

/** Quotes one answer or cell as it stands; nothing where there is no such place. */
export function quoteOf(ground: Pick<Fired, 'session' | 'situation'>, id: string): readonly Quote[] {
  const known = knownOf(ground);
  const spot = spotOf(known, id);
  if (spot === undefined) return [];
  const answer = answerOf(ground.session, id.split('.').slice(0, 2).join('.'));
  const text = spotText(known, spot, answer);
  if (text === undefined) return [];
  const source = sourceOf(spot, answer);
  return [{ id, label: spotLabel(known, spot), text, ...(source === undefined ? {} : { source }) }];
}

function spotText(known: Known, spot: Spot, answer: Answer | undefined): string | undefined {
  if (spot.type === 'cell') {
    const cell = spot.row.cells[spot.column.id];
    return cell === undefined ? undefined : shownText(known, spot.column, cell);
  }
  const value = known.view.value(spot.question.id);
  return value === undefined
    ? statusText(known, spot.question.id, answer)
    : shownText(known, spot.question, value);
}

function statusText({ view }: Known, id: string, answer: Answer | undefined): string | undefined {
  switch (view.status(id)) {
    case 'not-asked':
      return undefined;
    case 'unknown':
      return 'unknown';
    case 'not-applicable':
      return answer?.reason === undefined ? 'not applicable' : `not applicable: ${answer.reason}`;
    case 'deferred':
      return answer?.meanwhile === undefined ? 'deferred' : `deferred; until then: ${answer.meanwhile}`;
    default:
      return 'not answered yet';
  }
}

function sourceOf(spot: Spot, answer: Answer | undefined): Source | undefined {
  return spot.type === 'cell' ? (spot.row.source ?? answer?.source) : answer?.source;
}

function factsRead({ planned, row, read, situation }: Fired): readonly Fact[] {
  const ids = planned.condition?.facts.filter((id) => read.includes(id)) ?? [];
  return ids.flatMap((id) => factsAbout(situation.facts, id, row));
}

/** The figures of a fact that concern a row: its own, or those of the rows it refers to; without either, all. */
export function factsAbout(facts: Facts, id: string, row: Row | undefined): readonly Fact[] {
  const all = facts.get(id) ?? [];
  if (row === undefined) return all;
  const named = new Set(
    [row.id, ...Object.values(row.cells).flat()].filter((cell) => typeof cell === 'string'),
  );
  const own = all.filter((fact) => fact.subject === row.id);
  const concerned =
    own.length > 0 ? own : all.filter((fact) => fact.subject !== undefined && named.has(fact.subject));
  return concerned.length > 0 ? concerned : all;
}

function factQuote(fact: Fact): Quote {
  const id = fact.subject === undefined ? fact.id : `${fact.id}.${fact.subject}`;
  return { id, label: fact.title, text: fact.formula === '' ? fact.text : fact.formula };
}

/** Says whether a quote is an answer, and not a fact computed from answers. */
export function isAnswer(quote: Quote): boolean {
  return !quote.id.startsWith('f.');
}

const SOFT: readonly (string | undefined)[] = ['estimate', 'guess'];

/** Says whether a finding read figures and none of them is measured, agreed, read from code or stated as a promise. */
export function restsOnGuesses(fired: Fired, quotes: readonly Quote[]): boolean {
  const known = knownOf(fired);
  const figures = quotes.filter((quote) => isFigure(spotOf(known, quote.id)));
  return (
    figures.length > 0 && figures.every((quote) => SOFT.includes(quote.source) || isUnconfirmed(known, quote))
  );
}

function isFigure(spot: Spot | undefined): boolean {
  if (spot === undefined) return false;
  return (spot.type === 'cell' ? spot.column : spot.question).kind === 'quantity';
}

function isUnconfirmed({ view }: Known, { id, source }: Quote): boolean {
  const status = view.status(id.split('.').slice(0, 2).join('.'));
  return source === undefined && (status === 'default' || status === 'assumed');
}
