import type { Analysis } from '../analysis/index.js';
import type { Value } from '../bank/index.js';
import type { Facts } from '../facts/index.js';
import type {
  Clash,
  Event,
  Intent,
  Progress,
  Raised,
  Session,
  Situation,
  Step,
  StepId,
} from '../interview/index.js';
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
  /** What somebody else changed; only while it keeps something from being saved. */
  readonly foreign?: Foreign;
};

/** What somebody else did to the files of this sitting, found when something was to be saved. */
export type Foreign = {
  /** The step whose answer was not saved, when it was an answer. */
  readonly at?: StepId | undefined;
  readonly file: string;
  /** Whether what stands there now can be read; when it cannot, only our own can be kept. */
  readonly readable: boolean;
  readonly says: readonly string[];
  readonly clashes: readonly Clash[];
};

/** What counts from now on: theirs as it stands, ours, or both answer by answer; of a clash ours, unless its key is in `theirs`. */
export type Choice = {
  readonly way: 'reload' | 'mine' | 'merge';
  readonly theirs: ReadonlySet<string>;
};

/** The change that was not saved: from what stood on the disk to what shall stand there. */
export type Unsaved = { readonly before: Session; readonly after: Session };

/** How an interview goes on after a choice, and one line for the person. */
export type Settled = { readonly session: Session; readonly says: string };

/** Looks at what somebody else changed, and settles what counts. */
export type Settler = {
  readonly look: (unsaved: Unsaved) => Foreign;
  readonly settle: (unsaved: Unsaved, choice: Choice) => Result<Settled>;
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
  /** Settles what somebody else changed; what could not be saved is saved with it, but for a reload. */
  readonly settle: (choice: Choice) => Result<string, Problem>;
};
