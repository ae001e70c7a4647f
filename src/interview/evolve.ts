import { isRows, isTable, type Answers, type Question, type Row, type TableQuestion } from '../bank/index.js';
import { never } from '../kernel/index.js';
import type { Event } from './intent.js';
import { answerOf, type Position, type Saved, type Session, type Snapshot, type StepId } from './session.js';

/** How many steps can be undone in one sitting. */
export const UNDO_STEPS = 200;

/** Gives the session after an event; never fails. */
export function evolve(session: Session, event: Event): Session {
  switch (event.type) {
    case 'answered':
      return answeredSession(session, event);
    case 'cleared':
      return changed(session, after(event.step), withoutAnswer(session, event));
    case 'confirmed':
      return changed(session, after(event.step), {
        saved: { ...session.saved, stale: without(session.saved.stale, event.question) },
      });
    case 'probe-settled':
      return changed(session, after(event.step), {
        saved: { ...session.saved, probes: withProbe(session.saved, event.probe) },
      });
    case 'probes-raised':
      return { ...session, raised: withRaised(session, event.raised), position: event.position };
    case 'skipped':
      return { ...session, skipped: new Set([...session.skipped, event.step]), position: after(event.step) };
    case 'moved':
      return { ...session, position: { type: 'step', id: event.to } };
    case 'review-opened':
      return { ...session, position: { type: 'review' } };
    case 'finished':
      return { ...session, position: { type: 'finished' } };
    case 'waived':
      return changed(session, session.position, {
        saved: { ...session.saved, waivers: withWaiver(session.saved, event.waiver) },
      });
    case 'depth-chosen':
      return changed(session, session.position, { saved: { ...session.saved, depth: event.depth } });
    case 'renamed':
      return changed(session, session.position, { saved: { ...session.saved, name: event.name } });
    case 'undone':
      return undone(session);
    case 'redone':
      return redone(session);
    default:
      return never(event);
  }
}

const after = (step: StepId): Position => ({ type: 'next', after: step });

type Change = { readonly saved?: Saved; readonly context?: Answers; readonly unfit?: Session['unfit'] };

function changed(session: Session, position: Position, change: Change): Session {
  const past = [...session.past, snapshot(session)].slice(-UNDO_STEPS);
  return { ...session, ...change, position, past, future: [] };
}

function snapshot({ saved, context, unfit, position }: Session): Snapshot {
  return { saved, context, unfit, position };
}

function undone(session: Session): Session {
  const last = session.past.at(-1);
  if (last === undefined) return session;
  return {
    ...session,
    ...last,
    past: session.past.slice(0, -1),
    future: [...session.future, snapshot(session)],
  };
}

function redone(session: Session): Session {
  const next = session.future.at(-1);
  if (next === undefined) return session;
  return {
    ...session,
    ...next,
    past: [...session.past, snapshot(session)],
    future: session.future.slice(0, -1),
  };
}

function answeredSession(session: Session, event: Extract<Event, { type: 'answered' }>): Session {
  const { question, answer } = event;
  const stale = staleAfter(session, event);
  const raised = raisedAfter(session, event);
  const unfit = without(session.unfit, question);
  if (event.where === 'context' && session.mode === 'spec') {
    const context = new Map([...session.context, [question, answer]]);
    // An answer of the spec would hide the shared one that was just given.
    const saved = { ...session.saved, answers: without(session.saved.answers, question), stale };
    return changed({ ...session, raised }, after(event.step), { context, unfit, saved });
  }
  const answers = new Map([...session.saved.answers, [question, answer]]);
  return changed({ ...session, raised }, after(event.step), {
    unfit,
    saved: { ...session.saved, answers, stale },
  });
}

function withRaised(session: Session, fresh: Session['raised']): Session['raised'] {
  const known = session.raised.filter(({ id }) => !fresh.some((probe) => probe.id === id));
  return [...known, ...fresh];
}

/** What was asked about an answer goes when that answer changes. */
function raisedAfter(session: Session, event: Extract<Event, { type: 'answered' }>): Session['raised'] {
  const before = answerOf(session, event.question)?.value;
  if (sameValue(before, event.answer.value)) return session.raised;
  return session.raised.filter(({ of }) => of !== event.question);
}

function withoutAnswer(session: Session, event: Extract<Event, { type: 'cleared' }>): Change {
  const unfit = without(session.unfit, event.question);
  const stale = without(session.saved.stale, event.question);
  if (event.where === 'context') return { context: without(session.context, event.question), unfit };
  return {
    unfit,
    saved: { ...session.saved, answers: without(session.saved.answers, event.question), stale },
  };
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  return map.has(key) ? new Map([...map].filter(([id]) => id !== key)) : map;
}

function withProbe(saved: Saved, probe: Saved['probes'][number]): Saved['probes'] {
  return [...saved.probes.filter((known) => known.id !== probe.id), probe];
}

function withWaiver(saved: Saved, waiver: Saved['waivers'][number]): Saved['waivers'] {
  return [...saved.waivers.filter((known) => known.finding !== waiver.finding), waiver];
}

function staleAfter(session: Session, event: Extract<Event, { type: 'answered' }>): Saved['stale'] {
  const before = answerOf(session, event.question);
  if (
    before !== undefined &&
    sameValue(before.value, event.answer.value) &&
    before.status === event.answer.status
  ) {
    return without(session.saved.stale, event.question);
  }
  const dependants = session.bank.questions.filter((question) => restsOn(session, question, event));
  const marked = dependants.map((question): [string, string] => [question.id, event.question]);
  return new Map([...without(session.saved.stale, event.question), ...marked]);
}

function restsOn(session: Session, question: Question, event: Extract<Event, { type: 'answered' }>): boolean {
  if (question.id === event.question || !session.saved.answers.has(question.id)) return false;
  const known = answerOf(session, event.question) !== undefined;
  return (known && question.rests_on.includes(event.question)) || losesRow(session, question, event);
}

function losesRow(
  session: Session,
  question: Question,
  event: Extract<Event, { type: 'answered' }>,
): boolean {
  const before = answerOf(session, event.question)?.value;
  const now = event.answer.value;
  if (!isTable(question) || !isRows(before)) return false;
  const kept = new Set(isRows(now) ? now.map((row) => row.id) : []);
  const gone = new Set(before.map((row) => row.id).filter((id) => !kept.has(id)));
  const rows = session.saved.answers.get(question.id)?.value;
  return (
    gone.size > 0 &&
    isRows(rows) &&
    rows.some((row) => refersTo(question, row, { table: event.question, gone }))
  );
}

function refersTo(
  question: TableQuestion,
  row: Row,
  lost: { table: string; gone: ReadonlySet<string> },
): boolean {
  const columns = question.columns.filter((column) => 'of' in column && column.of === lost.table);
  return columns.some((column) =>
    [row.cells[column.id]].flat().some((cell) => typeof cell === 'string' && lost.gone.has(cell)),
  );
}

/** Compares two values by what they say. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
