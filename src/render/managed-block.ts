import { err, ok, type Result } from '../kernel/index.js';
import { markdownCode, markdownText } from './escape.js';

const START = '<!-- SPEC-INTERVIEW:START -->';
const END = '<!-- SPEC-INTERVIEW:END -->';

/** So many commands fit into a line. */
const COMMANDS = 9;

/** So many specs are named; a longer list would push everything else out of sight. */
const NAMED = 7;

/** A spec as other files point to it; paths are those from the root of the repository, and only names that are shown are asked for. */
export type SpecPointer = { readonly name: () => string; readonly spec: string; readonly assistant: string };

/** Writes what points whoever works in this repository to its specs and commands; with its markers it has at most 15 lines. */
export function agentsBlock(specs: readonly SpecPointer[], commands: readonly string[] = []): string {
  const shown = specs.length > NAMED ? specs.slice(0, NAMED - 1) : specs;
  const more = specs.length - shown.length;
  const lines = [
    'What is built here is specified; read the specification before you change what it describes.',
    'Ask where it has an open question, never build a non-goal, and put the full id of a requirement in the title of its test.',
    ...(commands.length > 0
      ? [`Commands: ${commands.slice(0, COMMANDS).map(markdownCode).join(', ')}.`]
      : []),
    ...(specs.length === 0 ? ['There is no specification yet.'] : ['']),
    ...shown.map(
      ({ name, spec, assistant }) =>
        `- ${markdownText(name())}: ${markdownCode(spec)}, rules for the work in ${markdownCode(assistant)}`,
    ),
    ...(more > 0 ? [`- ${String(more)} more beside them`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Puts a block between its markers. */
export function managedBlock(inside: string): string {
  return `${START}\n\n${inside.trim()}\n\n${END}`;
}

/** Puts a block where its markers are, or behind a text that has none; every other byte stays as it is. */
export function spliceManagedBlock(text: string, block: string): Result<string> {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const own = block.replaceAll('\n', newline);
  const place = placeOf(text);
  if (!place.ok) return place;
  if (place.value === undefined) return ok(`${text}${gapAfter(text, newline)}${own}${newline}`);
  const { start, end } = place.value;
  return ok(`${text.slice(0, start)}${own}${text.slice(end + END.length)}`);
}

/** What stands between the markers, with LF; nothing where there are none. */
export function blockInside(text: string): Result<string | undefined> {
  const place = placeOf(text);
  if (!place.ok || place.value === undefined) return place.ok ? ok(undefined) : place;
  const { start, end } = place.value;
  return ok(
    `${text
      .slice(start + START.length, end)
      .replaceAll('\r\n', '\n')
      .trim()}\n`,
  );
}

type Place = { readonly start: number; readonly end: number };

function placeOf(text: string): Result<Place | undefined> {
  const starts = placesOf(text, START);
  const ends = placesOf(text, END);
  const [start] = starts;
  const [end] = ends;
  if (start === undefined && end === undefined) return ok(undefined);
  if (start === undefined || end === undefined || start > end || starts.length + ends.length > 2) {
    return err([
      {
        code: 'managed-block',
        message: `The markers ${START} and ${END} do not enclose one block.`,
        hint: 'Leave one of each, the first above the second, or remove them all.',
      },
    ]);
  }
  return ok({ start, end });
}

/** Where a marker stands alone in a line; one inside a sentence is talked about, not meant. */
function placesOf(text: string, marker: string): readonly number[] {
  return [...text.matchAll(new RegExp(`^${marker}(?=\\r?$)`, 'gm'))].map(({ index }) => index);
}

function gapAfter(text: string, newline: string): string {
  if (text === '' || text.endsWith(newline + newline)) return '';
  return text.endsWith('\n') ? newline : newline + newline;
}
