import type { Column, Depth, Question, Row, Value } from '../bank/index.js';
import type { StepId } from './session.js';

/** How a step stands; everything but the stored statuses is computed. */
export type StepState =
  | 'answered'
  | 'assumed'
  | 'unknown'
  | 'not-applicable'
  | 'deferred'
  | 'stale'
  | 'inherited'
  | 'default'
  | 'unfit'
  | 'open'
  | 'not-asked';

/** Why a step is not asked. */
export type Hidden =
  | { readonly type: 'archetype'; readonly archetype: string }
  | { readonly type: 'condition'; readonly when: string }
  | { readonly type: 'depth'; readonly depth: Depth }
  | { readonly type: 'other-scope' };

/** One step of the interview: a question, or one cell of a row that is asked later. */
export type PlanItem = {
  readonly id: StepId;
  readonly question: Question;
  readonly cell?: { readonly row: Row; readonly column: Column };
  readonly state: StepState;
  readonly hidden?: Hidden;
  readonly value?: Value;
};

/** The id of the step that asks for one cell. */
export function cellStep(table: string, row: string, column: string): StepId {
  return `${table}.${row}.${column}`;
}

/** The id of the step that asks a probe. */
export function probeStep(probe: string): StepId {
  return `probe:${probe}`;
}

/** Says whether a step still waits for something from the person. */
export function isOpen(item: PlanItem): boolean {
  return (
    item.state === 'open' || item.state === 'stale' || item.state === 'unfit' || item.state === 'default'
  );
}

/** Says whether a step is asked at all. */
export function isAsked(item: PlanItem): boolean {
  return item.state !== 'not-asked';
}
