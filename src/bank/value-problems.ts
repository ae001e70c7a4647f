import { counted, graphemes, joined, nearest, type Problem } from '../kernel/index.js';

/** Shows what was given, shortened, in quotes where it is text. */
export function shown(raw: unknown): string {
  if (typeof raw === 'string') return `“${shortened(raw)}”`;
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
  if (raw === null || raw === undefined) return 'nothing';
  return Array.isArray(raw) ? 'a list' : 'a map';
}

function shortened(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 60 || line !== text ? `${line.slice(0, 60)}…` : line;
}

/** The value has another form than its kind takes. */
export function wrongForm(raw: unknown, wanted: string, example: string): Problem {
  return {
    code: 'value-form',
    message: `${shown(raw)} is not ${wanted}.`,
    hint: `For example ${example}.`,
  };
}

/** The option or row that was named does not exist. */
export function notAmong(raw: string, options: readonly string[], what: string): Problem {
  const near = nearest(raw.slice(0, 60), options, 1)[0];
  const listed =
    options.length > 12 ? `${options.slice(0, 12).join(', ')} and others` : joined(options, 'or');
  const hint = options.length === 0 ? 'There are none yet.' : `Choose ${listed}.`;
  return {
    code: 'value-not-an-option',
    message: `“${shortened(raw)}” is not ${what}.`,
    hint: near === undefined ? hint : `Did you mean ${near}?`,
  };
}

/** The same item stands twice. */
export function twice(item: string): Problem {
  return { code: 'value-twice', message: `“${shortened(item)}” stands twice.`, hint: 'Keep it once.' };
}

/** The text is longer than its question takes. */
export function tooLong(text: string, max: number): Problem {
  return {
    code: 'value-too-long',
    message: `“${shortened(text)}” has ${counted(graphemes(text).length, 'character')}; at most ${String(max)} are taken.`,
    hint: 'Say the one thing that matters most, and put the rest into why.',
  };
}

/** Fewer items were given than the question takes. */
export function tooFew(count: number, min: number, what: string): Problem {
  return {
    code: 'value-too-few',
    message: `There ${count === 1 ? 'is' : 'are'} ${counted(count, what)}; at least ${String(min)} must be named.`,
    hint: `Add ${counted(min - count, what)}.`,
  };
}

/** Puts a place, such as a row and a column, before the sentence of a problem. */
export function within(place: string, problem: Problem): Problem {
  return { ...problem, message: `${place}: ${problem.message}` };
}
