const OPENS = /^<{7}(?: |$)/;
const LAST = /^\|{7}(?: |$)/;
const MIDDLE = /^={7}$/;
const CLOSES = /^>{7}(?: |$)/;
const ENDS = /^(?:<{7}|>{7})(?: |$)/;

/** A stretch of lines between conflict markers: both sides, the common text if the markers show it, and the line after it. */
export type Contested = {
  readonly sides: readonly (readonly string[])[];
  readonly end: number;
};

/** Says whether a text still holds conflict markers, of ours or of git. */
export function hasConflictMarkers(text: string): boolean {
  return /^(?:<{7}|>{7})(?: |\r?$)/m.test(text);
}

/** Reads the conflict that begins at a line; nothing when no whole conflict does. */
export function contestedAt(lines: readonly string[], start: number): Contested | undefined {
  if (!OPENS.test(lines[start] ?? '')) return undefined;
  let end = start + 1;
  while (end < lines.length && !ENDS.test(lines[end] ?? '')) end += 1;
  if (!CLOSES.test(lines[end] ?? '')) return undefined;
  const sides = sidesOf(lines.slice(start + 1, end));
  return sides.length > 1 ? { sides, end: end + 1 } : undefined;
}

function sidesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const sides: string[][] = [[]];
  for (const line of lines) {
    if (LAST.test(line) || MIDDLE.test(line)) sides.push([]);
    else sides.at(-1)?.push(line);
  }
  return sides;
}

/** Writes three versions of a block between markers. */
export function conflictLines(sides: {
  readonly yours: readonly string[];
  readonly base: readonly string[];
  readonly generated: readonly string[];
}): readonly string[] {
  return [
    '<<<<<<< yours',
    ...sides.yours,
    '||||||| last generated',
    ...sides.base,
    '=======',
    ...sides.generated,
    '>>>>>>> new from answers',
  ];
}
