import type { Status } from './answer.js';
import type { Source, Value } from './question.js';

/** The standing of a question as conditions and lists show it: what is stored, or what follows from it. */
export type ShownStatus = Status | 'open' | 'not-asked' | 'default';

type FactValue = number | string | boolean | readonly string[];

/** A computed figure as conditions read it, in base units; a fact about rows is a map by row id. */
export type FactReading = FactValue | ReadonlyMap<string, FactValue>;

/** Everything a condition may see of an interview. Values are the visible ones: answered, assumed, stale, default, or deferred with a value. */
export type AnswerView = {
  readonly value: (id: string) => Value | undefined;
  readonly status: (id: string) => ShownStatus;
  readonly asked: (id: string) => boolean;
  readonly source: (id: string) => Source | undefined;
  readonly fact: (id: string) => FactReading | undefined;
  readonly thin: (id: string) => boolean;
  readonly mentions: (id: string, lexicon: string) => boolean;
};
