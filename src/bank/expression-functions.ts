import { counted, nearest } from '../kernel/index.js';

/** Something wrong with a condition, found without knowing the bank; `at` is its offset in the text. */
export type ScanProblem = {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly at: number;
};

type Unplaced = Omit<ScanProblem, 'at'>;

/** Which arguments of a function are texts written in place, and what they name. */
export type Argument = 'question' | 'length' | 'table' | 'quantity' | 'lexicon' | 'any';

/** The functions of conditions and what their arguments name. */
export const FUNCTIONS: Readonly<Record<string, readonly Argument[]>> = {
  q: ['quantity'],
  known: ['question'],
  asked: ['question'],
  status: ['question'],
  thin: ['question'],
  count: ['length'],
  rows: ['table'],
  row_of: ['table', 'any'],
  mentions: ['question', 'lexicon'],
};
/** The methods that name each item of a list. */
export const MACROS = new Set(['exists', 'exists_one', 'all', 'filter', 'map']);
/** The methods of texts. */
export const METHODS = new Set(['contains', 'startsWith', 'endsWith', 'lowerAscii', 'upperAscii', 'trim']);
/** Functions of the engine that are refused on purpose, and what to write instead. */
const REFUSED: Readonly<Record<string, string>> = {
  size: "size() gives an integer, which cannot be compared with our numbers. Write count('section.table') instead.",
  has: "has() takes an unknown answer for no. Write known('section.question') instead.",
  matches: 'A regular expression can hang. Write contains, startsWith or endsWith instead.',
};
const EXAMPLES: Readonly<Record<Argument, string>> = {
  question: "'rec.rpo'",
  length: "'dep.dependencies'",
  table: "'dep.dependencies'",
  quantity: "'250 ms'",
  lexicon: "'vague'",
  any: 'row.id',
};

/** Refuses a function that conditions do not have, or not any more. */
export function noFunction(name: string): Unplaced {
  const known = [...Object.keys(FUNCTIONS), ...MACROS, ...METHODS];
  const near = nearest(name, known, 1)[0];
  const hint = near === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${near}?`;
  const instead = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
  return {
    code: instead === undefined ? 'unknown-function' : 'refused-function',
    message: `${name}() is not a function of conditions.`,
    hint: instead ?? hint,
  };
}

/** Refuses to go through a table or a list without a name for each item. */
export function noItem(name: string): Unplaced {
  return {
    code: 'function-arguments',
    message: `${name}() has no name for the item it looks at.`,
    hint: `Name the item r, for example rows('dep.dependencies').${name}(r, r.needed == 'hard').`,
  };
}

/** Refuses a call with too many or too few arguments. */
export function wrongNumber(name: string, given: number, wanted: readonly Argument[]): Unplaced {
  return {
    code: 'function-arguments',
    message: `${name}() takes ${counted(wanted.length, 'argument')}, not ${String(given)}.`,
    hint: `For example ${name}(${wanted.map((kind) => EXAMPLES[kind]).join(', ')}).`,
  };
}

/** Refuses an argument that is computed where it must stand in the text. */
export function notInPlace(name: string, kind: Argument): Unplaced {
  return {
    code: 'function-arguments',
    message: `${name}() takes a text written in place, so that what is read can be known.`,
    hint: `For example ${EXAMPLES[kind]}.`,
  };
}

/** Refuses a literal of q() that no dimension reads. */
export function noQuantity(text: string): Unplaced {
  return {
    code: 'quantity-literal',
    message: `'${text}' is not a number with a unit.`,
    hint: "For example q('250 ms'), q('5 GiB') or q('99.9 %').",
  };
}
