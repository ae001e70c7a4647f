import { err, ok, type Result } from '../kernel/index.js';
import { markdownCode, markdownText } from './escape.js';

const START = '<!-- SPEC-INTERVIEW:START -->';
const END = '<!-- SPEC-INTERVIEW:END -->';

/** So many specs are named; a longer list would push everything else out of sight. */
const NAMED = 7;

/** A spec as other files point to it; paths are those from the root of the repository. */
export type SpecPointer = { readonly name: string; readonly spec: string; readonly assistant: string };

/** Writes the block that points whoever works in this repository to its specs, in at most 15 lines. */
export function agentsBlock(specs: readonly SpecPointer[]): string {
  const shown = specs.length > NAMED ? specs.slice(0, NAMED - 1) : specs;
  const more = specs.length - shown.length;
  return [
    START,
    '',
    'What is built here is specified; read the specification before you change what it describes.',
    'Ask where it has an open question, never build a non-goal, and put the full id of a requirement in the title of its test.',
    ...(specs.length === 0 ? ['There is no specification yet.'] : ['']),
    ...shown.map(
      ({ name, spec, assistant }) =>
        `- ${markdownText(name)}: ${markdownCode(spec)}, rules for the work in ${markdownCode(assistant)}`,
    ),
    ...(more > 0 ? [`- ${String(more)} more beside them`] : []),
    '',
    END,
  ].join('\n');
}

/** Puts a block between its markers, or behind a text that has none; every other byte stays as it is. */
export function spliceManagedBlock(text: string, block: string): Result<string> {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const own = block.replaceAll('\n', newline);
  const starts = placesOf(text, START);
  const ends = placesOf(text, END);
  const [start] = starts;
  const [end] = ends;
  if (start === undefined && end === undefined)
    return ok(`${text}${gapAfter(text, newline)}${own}${newline}`);
  if (start === undefined || end === undefined || start > end || starts.length + ends.length > 2) {
    return err([
      {
        code: 'managed-block',
        message: `The markers ${START} and ${END} do not enclose one block.`,
        hint: 'Leave one of each, the first above the second, or remove them all.',
      },
    ]);
  }
  return ok(`${text.slice(0, start)}${own}${text.slice(end + END.length)}`);
}

/** Where a marker stands alone in a line; one inside a sentence is talked about, not meant. */
function placesOf(text: string, marker: string): readonly number[] {
  return [...text.matchAll(new RegExp(`^${marker}(?=\\r?$)`, 'gm'))].map(({ index }) => index);
}

function gapAfter(text: string, newline: string): string {
  if (text === '' || text.endsWith(newline + newline)) return '';
  return text.endsWith('\n') ? newline : newline + newline;
}
