import { Environment, EvaluationError, ParseError, TypeError } from '@marcbachmann/cel-js';
import { literalBase } from './quantity.js';

/** What the functions of a condition reach while it is evaluated; `miss` notes what was read but is not there. */
export type Reading = {
  readonly known: (id: string) => boolean;
  readonly asked: (id: string) => boolean;
  readonly status: (id: string) => string;
  readonly thin: (id: string) => boolean;
  readonly mentions: (id: string, lexicon: string) => boolean;
  readonly count: (id: string) => number | undefined;
  readonly rows: (table: string) => readonly object[] | undefined;
  readonly rowOf: (table: string, row: string) => object | undefined;
  readonly miss: (miss: Miss) => void;
};

/** Something a condition read that has no value: an answer, a cell of a row, or a fact. */
export type Miss =
  | { readonly type: 'answer'; readonly id: string }
  | { readonly type: 'cell'; readonly table: string; readonly row: string; readonly column: string }
  | { readonly type: 'fact'; readonly id: string };

/** Bounds that keep every condition cheap to parse and to read. */
export const LIMITS = { maxChars: 1000, maxDepth: 24, maxAstNodes: 400 };

// The engine hands no context to its functions, so the reading of the evaluation in progress lies here.
// Evaluation is synchronous, and `during` puts back what was there, so evaluations may nest.
const stage: { reading: Reading | undefined } = { reading: undefined };

/** Runs an evaluation with the given reading in reach of the functions. */
export function during<T>(reading: Reading, run: () => T): T {
  const before = stage.reading;
  stage.reading = reading;
  try {
    return run();
  } finally {
    stage.reading = before;
  }
}

/** Notes that something read by the evaluation in progress is not there. */
export function noteMiss(miss: Miss): undefined {
  stage.reading?.miss(miss);
  return undefined;
}

function reading(): Reading {
  if (stage.reading === undefined) throw new Error('A condition was evaluated outside of a reading.');
  return stage.reading;
}

function present<T>(value: T | undefined, id: string): T {
  if (value !== undefined) return value;
  noteMiss({ type: 'answer', id });
  throw new EvaluationError({ code: 'no_such_key', message: `${id} has no value` });
}

/** Makes an environment with every function but those that read rows, whose types depend on the table. */
export function createEnvironment(): Environment {
  const sync = { async: false };
  return new Environment({ limits: { maxDepth: LIMITS.maxDepth, maxAstNodes: LIMITS.maxAstNodes } })
    .registerFunction('q(string): double', {
      ...sync,
      handler: (text: string) => quantityLiteral(text) ?? NaN,
    })
    .registerFunction('known(string): bool', { ...sync, handler: (id: string) => reading().known(id) })
    .registerFunction('asked(string): bool', { ...sync, handler: (id: string) => reading().asked(id) })
    .registerFunction('status(string): string', { ...sync, handler: (id: string) => reading().status(id) })
    .registerFunction('thin(string): bool', { ...sync, handler: (id: string) => reading().thin(id) })
    .registerFunction('mentions(string, string): bool', {
      ...sync,
      handler: (id: string, lexicon: string) => reading().mentions(id, lexicon),
    })
    .registerFunction('count(string): double', {
      ...sync,
      handler: (id: string) => present(reading().count(id), id),
    });
}

/** The environment conditions run in: every answer is looked up by name, types have been checked before. */
export const running: Environment = createEnvironment()
  .registerFunction('rows(string): list', {
    async: false,
    handler: (table: string) => present(reading().rows(table), table),
  })
  .registerFunction('row_of(string, dyn): map', {
    async: false,
    handler: (table: string, row: string) => present(reading().rowOf(table, row), table),
  })
  .registerVariable('a', 'dyn')
  .registerVariable('f', 'dyn')
  .registerVariable('row', 'dyn');

/** The number of a quantity literal in its base unit, its dimension found by its unit; nothing when no dimension reads it. */
export function quantityLiteral(text: string): number | undefined {
  if (!literals.has(text)) {
    const read = literalBase(text);
    literals.set(text, read.ok ? read.value.base : undefined);
  }
  return literals.get(text);
}

const literals = new Map<string, number | undefined>();

/** What the engine says about a text it refuses; anything else that was thrown is a bug of ours and goes on. */
export function engineError(error: unknown): EngineError {
  if (!(error instanceof ParseError || error instanceof EvaluationError || error instanceof TypeError))
    throw error;
  return { code: error.code, message: error.summary, start: error.range?.start };
}

/** An error of the engine: its stable code, its sentence, and its offset in the text. */
export type EngineError = {
  readonly code: string;
  readonly message: string;
  readonly start: number | undefined;
};
