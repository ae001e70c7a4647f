import type { Analysis } from '../analysis/index.js';
import type { Value } from '../bank/index.js';
import type { Facts } from '../facts/index.js';
import type { Event, Intent, Progress, Raised, Session, Situation, Step } from '../interview/index.js';
import type { Problem, Result } from '../kernel/index.js';
import type { Radius } from './radius.js';

/** One sentence of the spec as it would be printed now. */
export type Sentence = { readonly id: string; readonly text: string };

/** Everything a face may show: computed from the session, never stored. */
export type Scene = {
  readonly session: Session;
  readonly situation: Situation;
  readonly facts: Facts;
  readonly analysis: Analysis;
  readonly step: Step;
  readonly progress: Progress;
  readonly notice: string | undefined;
  /** What came from the background, in one line; nothing depends on it. */
  readonly whisper?: string;
  /** What writing the documents now would change; only once somebody asked, and until the answers change. */
  readonly surveyed?: Surveyed;
};

/** How far looking at the documents has come. */
export type Surveyed =
  | { readonly type: 'looking' }
  | { readonly type: 'never-rendered' }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'seen'; readonly radius: Radius };

/** Looks at the documents on disk and says what writing them now would change; it writes nothing. */
export type Surveyor = (scene: Pick<Scene, 'session' | 'analysis'>) => Promise<Surveyed>;

/** Saves what changed between two sessions; runs before the next question is shown, and may refuse. */
export type Saver = (before: Session, after: Session) => Result<void>;

/** Judges a session: findings, probes, thin answers. */
export type Analyst = (session: Session, situation: Situation) => Analysis;

/** One committed answer, and the two ways something may come back later: follow-up questions, or one line. */
type Heard = {
  readonly question: string;
  readonly scene: Scene;
  readonly raise: (raised: readonly Raised[]) => void;
  readonly whisper: (line: string) => void;
};

/** Hears every committed answer; it returns at once, and whatever it does happens in the background. */
export type Prober = (heard: Heard) => void;

/** Finds the sentences of the spec that one answer feeds: the stored one, or `value` while it is being typed. */
export type Sentencer = (scene: Scene, question: string, value?: Value) => readonly Sentence[];

/** The one loop: an intent is decided, saved, and only then becomes the new scene. */
export type Runner = {
  readonly scene: () => Scene;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (intent: Intent) => Result<Event, Problem>;
  /** Has the documents looked at in the background, once per state of the answers. */
  readonly survey: () => void;
};
