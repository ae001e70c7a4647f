import type { Incident, Question, Value } from '../bank/index.js';
import type { Remarks, StepId } from '../interview/index.js';
import type { Result } from '../kernel/index.js';
import type { Runner, Scene, Sentencer } from '../runner/index.js';
import type { DialogFile, DialogState } from './dialog.js';
import type { Draft } from './draft.js';
import type { WhyPart } from './view.js';

/** Why the form lets go of the terminal: the person went away, or everything was said. */
export type LeaveReason = 'cancel' | 'finished';

/** What an outside editor is opened with: the text, and the question as lines that are removed again. */
export type EditorRequest = {
  readonly step: StepId;
  readonly text: string;
  readonly comment: readonly string[];
};

/** What is being typed, as it is kept on disk: the step the person is at, and each draft and dialog that is not recorded yet. */
export type DraftFile = {
  readonly format: 1;
  readonly step: StepId;
  readonly drafts: Readonly<Record<StepId, unknown>>;
  readonly remarks: Readonly<Record<StepId, Remarks>>;
  readonly dialogs?: readonly DialogFile[];
};

/** An answer that somebody else suggests for a question, and where it was read; it counts only once it is confirmed. */
export type Proposed = { readonly value: Value; readonly evidence: string };

/** What a form needs beside the runner; `now` is the clock in milliseconds, `today` follows from it in local time. */
export type FormOptions = {
  readonly columns: number;
  readonly rows: number;
  readonly now: () => number;
  readonly depthChosen: boolean;
  readonly draft?: unknown;
  readonly saveDraft: (file: DraftFile) => Result<unknown>;
  readonly onLeave: (reason: LeaveReason) => void;
  /** The report of a guided interview is wanted as a file; told before the form leaves. */
  readonly keepReport?: () => void;
  readonly guided?: boolean;
  readonly onEditor?: (request: EditorRequest) => void;
  readonly sentencesFor?: Sentencer;
  readonly incident?: (id: string) => Incident | undefined;
  readonly proposals?: ReadonlyMap<StepId, Proposed>;
  /** The lines of the person's own notes that belong beside a question. */
  readonly notesFor?: ((question: Question) => readonly string[]) | undefined;
};

/** What the form acts on: the loop of the interview and the world around it. */
export type World = { readonly runner: Runner; readonly options: FormOptions };

/** The draft of one step, and the recorded value it started from. */
export type Kept = { readonly draft: Draft; readonly value: Value | undefined };

/** What lies over the screen, with what it remembers. */
export type OverlayState =
  | { readonly type: 'none' }
  | { readonly type: 'help'; readonly from: number }
  | { readonly type: 'pane'; readonly from: number }
  | { readonly type: 'radius'; readonly from: number }
  | { readonly type: 'why'; readonly from: number }
  | { readonly type: 'guide'; readonly from: number; readonly parts: readonly WhyPart[] }
  | { readonly type: 'outline'; readonly filter: string; readonly focus: StepId | undefined }
  | { readonly type: 'dialog'; readonly dialog: DialogState }
  | { readonly type: 'leave'; readonly under: OverlayState };

/** Whether a newcomer is guided, which sections they were told about, and whether the report is kept. */
export type Guide = {
  readonly on: boolean;
  readonly told: ReadonlySet<string>;
  readonly keeps: boolean;
};

/** Everything on the screen that is not recorded yet; an immutable value. */
export type FormState = {
  readonly size: { readonly columns: number; readonly rows: number };
  readonly scene: Scene;
  readonly overlay: OverlayState;
  readonly welcome: DialogState | undefined;
  readonly depth: { readonly chosen: boolean; readonly asked: boolean; readonly focus: number | undefined };
  readonly guide: Guide;
  readonly drafts: ReadonlyMap<StepId, Kept>;
  readonly proposals: ReadonlyMap<StepId, Proposed>;
  readonly remarks: ReadonlyMap<StepId, Remarks>;
  readonly here: ReadonlySet<StepId>;
  readonly dialogs: ReadonlyMap<string, DialogState>;
  readonly notice: string;
  readonly error: { readonly step: StepId; readonly text: string } | undefined;
  readonly leaveAskedAt: number | undefined;
  readonly reviewFocus: string | undefined;
  readonly lastOwnerDue: string;
  readonly lastWaiver: { readonly owner: string; readonly until: string };
  readonly returnTo: { readonly after: StepId; readonly to: StepId } | undefined;
};

/** What a key means: the state after it; the runner may have been told on the way. */
export type Command = (state: FormState, world: World) => FormState;

/** Shows one calm line until the next key that has something to say. */
export const withNotice = (state: FormState, notice: string): FormState => ({ ...state, notice });

/** Closes whatever lies over the screen. */
export const closed = (state: FormState): FormState => ({ ...state, overlay: { type: 'none' } });
