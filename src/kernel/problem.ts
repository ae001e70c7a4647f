/** Where something stands: a file, and a line and column counted from 1. */
export type Place = { readonly file: string; readonly line?: number; readonly column?: number };

/** Something that is not as it must be: a stable code, what is so, and what to do next. */
export type Problem = {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
};

/** Prints a place as `file:line:column`, as far as it is known. */
export function placeText(place: Place): string {
  const parts = [place.file, place.line, place.line === undefined ? undefined : place.column];
  return parts.filter((part) => part !== undefined).join(':');
}

/** Prints a problem as one line: place, sentence, hint. */
export function problemText(problem: Problem): string {
  const place = problem.place === undefined ? '' : `${placeText(problem.place)}: `;
  const hint = problem.hint === undefined ? '' : ` ${problem.hint}`;
  return `${place}${problem.message}${hint}`;
}
