import type { Verification } from '../bank/index.js';
import type { OpenQuestion, Requirement, SaidItem, Topic } from './said-parts.js';

/** One step of a scenario: its keyword and its clause. */
export type Step = { readonly keyword: string; readonly text: string };

/** One requirement as a scenario that can be played. */
export type AcceptanceScenario = {
  readonly id: string;
  readonly text: string;
  readonly verify: Verification;
  readonly assumed: boolean;
  readonly normative: boolean;
  readonly steps: readonly Step[];
};

/** The scenarios of one chapter. */
export type AcceptanceRule = {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly AcceptanceScenario[];
};

/** A requirement that no scenario can show, and what shows it. */
export type ShownOtherwise = { readonly id: string; readonly verify: Verification };

/** What a reviewer looks at together: what must hold, and what nobody has answered. */
export type ReviewContext = {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly Requirement[];
  readonly open: readonly OpenQuestion[];
  /** Says that no question covers this context, although it matters here. */
  readonly unasked: boolean;
};

/** One thing to break on purpose: the requirement it tries, and what must be observed. */
export type FaultDrill = { readonly id: string; readonly break: string; readonly observe: string };

/** Rules of one kind for whoever writes the code. */
export type AssistantPart = {
  readonly id: string;
  readonly title: string;
  readonly said: readonly SaidItem[];
  readonly requirements: readonly Requirement[];
  readonly topics: readonly Topic[];
};
