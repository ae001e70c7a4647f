/** An alert on how fast an error budget is spent, with traffic that must raise it and traffic that must not. */
export type BurnAlert = {
  readonly name: string;
  readonly severity: 'page' | 'ticket';
  readonly long: string;
  readonly short: string;
  readonly fact: string;
  readonly spent: string;
  readonly rate: string;
  readonly threshold: string;
  readonly above: { readonly good: string; readonly bad: string };
  readonly below: { readonly good: string; readonly bad: string };
};

/** A promised share of good requests over a window. */
export type Objective = {
  readonly id: string;
  /** A name that is safe in any query. */
  readonly job: string;
  readonly target: string;
  readonly window: string;
  readonly excludes: string;
  readonly windows: readonly string[];
  readonly alerts: readonly BurnAlert[];
};

/** The load that the system must carry, as calls to send and what they must keep. */
export type LoadTest = {
  readonly rate: string;
  readonly perSecond: string;
  /** The share of calls that may fail; empty without an availability target. */
  readonly failing: string;
  readonly target: string;
  readonly calls: readonly { readonly name: string; readonly method: string; readonly path: string }[];
  readonly promises: readonly { readonly call: string; readonly flow: string; readonly p99: string }[];
  /** Promised flows of which no call is known. */
  readonly unplayed: readonly string[];
};
