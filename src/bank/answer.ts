import type { Source, Value } from './question.js';

/** What a person said about a question; `answered` is the usual case. */
export type Status = 'answered' | 'assumed' | 'unknown' | 'not-applicable' | 'deferred';

/** An alternative that was turned down, and why. */
export type Rejected = { readonly option: string; readonly because: string };

/** One answer as it is stored: a status, usually a value, and what was said about it. */
export type Answer = {
  readonly status: Status;
  readonly value?: Value;
  readonly why?: string;
  readonly rejected?: readonly Rejected[];
  readonly source?: Source;
  readonly evidence?: string;
  readonly by?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly reason?: string;
  readonly meanwhile?: string;
  /** The highest number one of its rows ever had, kept once that row is gone. */
  readonly numbered?: string;
};

/** All stored answers by question id. */
export type Answers = ReadonlyMap<string, Answer>;

/** Makes a plain answered value. */
export function answered(value: Value): Answer {
  return { status: 'answered', value };
}
