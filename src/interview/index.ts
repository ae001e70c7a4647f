// interview: what has been said and what comes next. It knows answers, order and undo; it must never know keys, screens, files or rules.
export { decide, type Ground } from './decide.js';
export { referencesTo } from './references.js';
export { numberRows, withNumberedRows } from './row-numbers.js';
export { currentStep, stepsOf, type AskingStep, type Step } from './current-step.js';
export { joinSaid, type Clash, type JoinedSaid, type Said } from './join-said.js';
export { minutesOf, questionMinutes } from './estimate.js';
export { evolve, sameValue, UNDO_STEPS } from './evolve.js';
export type { Event, Intent, Remarks, Standing } from './intent.js';
export { openSession, type Opened, type Opening } from './open-session.js';
export { isAsked, isOpen, type Hidden, type PlanItem, type StepState } from './plan.js';
export {
  planChange,
  planChangeText,
  progressOf,
  requiredOpen,
  type PlanChange,
  type Progress,
} from './progress.js';
export {
  answerOf,
  canonicalText,
  isInherited,
  type Mode,
  type Position,
  type Probe,
  type Raised,
  type RawAnswer,
  type RawSaved,
  type Saved,
  type Session,
  type StepId,
  type StoredProbe,
  type Waiver,
  waitingRaised,
} from './session.js';
export { isDeeper, questionOfStep, situationOf, type Situation, type SettledQuestion } from './situation.js';
