import type { StandingLine } from '../store/index.js';

/** The lines that hold today: a date is passed when today is later. */
export function linesOn(date: string, lines: readonly StandingLine[]): readonly StandingLine[] {
  return lines.filter(({ after }) => after === undefined || after < date);
}

/** How a check prints one spec: its state, then what there is to say about it. */
export function specLines(spec: string, isFresh: boolean, said: readonly string[]): readonly string[] {
  return [`${spec}: ${isFresh ? 'fresh' : 'not fresh'}`, ...said.map((line) => `  ${line}`)];
}
