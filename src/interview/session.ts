import type { Answer, Answers, Depth, JoinedBank, Severity, Value } from '../bank/index.js';
import type { Problem } from '../kernel/index.js';

/** A follow-up question that a rule or a model raised. */
export type Probe = {
  readonly id: string;
  readonly asks: string;
  readonly about: readonly string[];
  readonly by?: string;
  readonly severity?: Severity;
  /** The failure it is after, in the words of who asks. */
  readonly why?: string;
};

/** A follow-up question of a model that waits; `of` is the question whose answer it probes. */
export type Raised = Probe & { readonly of: string };

/** A probe that was answered or dismissed, as it is stored. */
export type StoredProbe = Probe & { readonly answer?: Answer; readonly dismissed?: boolean };

/** A finding that somebody accepts for a while; it reopens when `given` no longer equals the answers. */
export type Waiver = {
  readonly finding: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly given: Readonly<Record<string, string>>;
};

/** What an answers file holds, typed: this is what is saved and what undo restores. */
export type Saved = {
  readonly name: string;
  readonly depth: Depth;
  readonly answers: Answers;
  readonly stale: ReadonlyMap<string, string>;
  readonly probes: readonly StoredProbe[];
  readonly waivers: readonly Waiver[];
};

/** An answer as it stands in a file, before its value is checked against its question. */
export type RawAnswer = Omit<Answer, 'value'> & { readonly raw?: unknown };

/** What a file on disk said, before it met a bank. */
export type RawSaved = Omit<Saved, 'answers'> & { readonly answers: ReadonlyMap<string, RawAnswer> };

/** Whose interview this is: one spec, or the context shared by all specs of the repository. */
export type Mode = 'spec' | 'context';

/** The name of one step: a question (`rec.rpo`), a cell (`dep.dependencies.redis.p99`) or a probe (`probe:rule.x`). */
export type StepId = string;

/** Where the person is; `next` means the first open step after `after`. */
export type Position =
  | { readonly type: 'step'; readonly id: StepId }
  | { readonly type: 'next'; readonly after?: StepId }
  | { readonly type: 'review' }
  | { readonly type: 'finished' };

/** What undo brings back. */
export type Snapshot = {
  readonly saved: Saved;
  readonly context: Answers;
  readonly unfit: ReadonlyMap<string, Problem>;
  readonly position: Position;
};

/** An interview: the answers, and the events of this sitting. */
export type Session = {
  readonly bank: JoinedBank;
  readonly mode: Mode;
  readonly saved: Saved;
  readonly context: Answers;
  readonly unfit: ReadonlyMap<string, Problem>;
  readonly position: Position;
  readonly skipped: ReadonlySet<StepId>;
  /** Follow-up questions of a model, of this sitting; one is stored when it is settled. */
  readonly raised: readonly Raised[];
  readonly past: readonly Snapshot[];
  readonly future: readonly Snapshot[];
};

/** The follow-up questions of a model that are neither answered nor dismissed. */
export function waitingRaised({ raised, saved }: Session): readonly Raised[] {
  return raised.filter(({ id }) => !saved.probes.some((probe) => probe.id === id && isSettled(probe)));
}

/** Says whether a stored follow-up question was answered, given a status, or dismissed. */
export function isSettled({ answer, dismissed }: StoredProbe): boolean {
  return answer !== undefined || dismissed === true;
}

/** The answer that counts for a question: the spec's own, or the inherited one; defaults are not included. */
export function answerOf(session: Session, id: string): Answer | undefined {
  const own = session.saved.answers.get(id);
  return own ?? session.context.get(id);
}

/** Says whether the answer that counts was inherited from the shared context. */
export function isInherited(session: Session, id: string): boolean {
  return session.mode === 'spec' && !session.saved.answers.has(id) && session.context.has(id);
}

/** The value a row or question shows in `given` of a waiver: canonical text, comparable byte for byte. */
export function canonicalText(value: Value | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
