import { radiusParts, type Radius } from '../runner/index.js';

/** Prints a radius for people: each kind under its title, ADDED, MODIFIED and REMOVED with ids. */
export function radiusLines(radius: Radius): readonly string[] {
  return radiusParts(radius).flatMap(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)]);
}
