import type { Answer, Depth, Value } from '../bank/index.js';
import type { Position, Raised, StepId, StoredProbe, Waiver } from './session.js';

/** What was said beside a value. */
export type Remarks = Pick<Answer, 'why' | 'rejected' | 'source' | 'evidence' | 'by'>;

/** A status a person can choose instead of an answer, with what goes with it. */
export type Standing =
  | { readonly status: 'assumed'; readonly value: Value }
  | { readonly status: 'unknown'; readonly owner?: string; readonly due?: string }
  | { readonly status: 'not-applicable'; readonly reason: string }
  | { readonly status: 'deferred'; readonly meanwhile: string; readonly value?: Value };

/** Something a person wants; every intent about a question names that question. */
export type Intent =
  | {
      readonly type: 'answer';
      readonly at: StepId;
      readonly value: Value;
      readonly remarks?: Remarks;
      readonly here?: boolean;
    }
  | {
      readonly type: 'set-status';
      readonly at: StepId;
      readonly standing: Standing;
      readonly remarks?: Remarks;
      readonly here?: boolean;
    }
  | { readonly type: 'confirm'; readonly at: StepId }
  | { readonly type: 'clear'; readonly at: StepId }
  | { readonly type: 'inherit'; readonly at: StepId }
  | { readonly type: 'skip'; readonly at: StepId }
  | { readonly type: 'dismiss'; readonly at: StepId }
  | { readonly type: 'go-to'; readonly to: StepId }
  | { readonly type: 'go-back'; readonly from: StepId }
  | { readonly type: 'review' }
  | { readonly type: 'finish' }
  | { readonly type: 'waive'; readonly waiver: Waiver }
  | { readonly type: 'choose-depth'; readonly depth: Depth }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Something that happened; evolving a session by it never fails. */
export type Event =
  | {
      readonly type: 'answered';
      readonly step: StepId;
      readonly question: string;
      readonly answer: Answer;
      readonly where: 'own' | 'context';
    }
  | {
      readonly type: 'cleared';
      readonly step: StepId;
      readonly question: string;
      readonly where: 'own' | 'context';
    }
  | { readonly type: 'confirmed'; readonly step: StepId; readonly question: string }
  | { readonly type: 'probe-settled'; readonly step: StepId; readonly probe: StoredProbe }
  | { readonly type: 'probes-raised'; readonly raised: readonly Raised[]; readonly position: Position }
  | { readonly type: 'skipped'; readonly step: StepId }
  | { readonly type: 'moved'; readonly to: StepId }
  | { readonly type: 'review-opened' }
  | { readonly type: 'finished' }
  | { readonly type: 'waived'; readonly waiver: Waiver }
  | { readonly type: 'depth-chosen'; readonly depth: Depth }
  | { readonly type: 'renamed'; readonly name: string }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' };
