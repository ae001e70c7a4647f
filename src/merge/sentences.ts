import { codeSpans } from './inline.js';

// Where a stop is not the end of a sentence. Cutting too rarely only makes more conflicts; cutting inside a sentence could fuse two edits of it.
const ABBREVIATIONS = new Set(
  'eg ie etc vs cf approx ca no nr fig sec ch vol pp ed eds al dr mr mrs ms prof st inc ltd co corp dept est min max avg incl excl resp'.split(
    ' ',
  ),
);

/** Splits the text of a paragraph into sentences, wherever its lines break; each keeps the line breaks it has inside. */
export function sentencesOf(text: string): readonly string[] {
  const plain = withoutInsides(text);
  const sentences: string[] = [];
  let start = 0;
  for (const stop of plain.matchAll(/[.!?…]["”’')\]*_`]*\s+/g)) {
    const next = stop.index + stop[0].length;
    if (!isEnd(plain, stop.index) || !isBeginning(text.slice(next, next + 12))) continue;
    sentences.push(text.slice(start, next).trim());
    start = next;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}

function isEnd(text: string, stop: number): boolean {
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  const bare = word.replaceAll('.', '').toLowerCase();
  return text[stop] !== '.' || !(ABBREVIATIONS.has(bare) || /(?:^|\.)\p{L}$/u.test(word));
}

const isBeginning = (text: string): boolean => /^(?:["“'(*_[<]*\p{Lu}|[*_]*`)/u.test(text);

/** Blanks out what stands in code, quotes and brackets, length for length: no sentence ends in there. */
function withoutInsides(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const span of codeSpans(text)) {
    pieces.push(text.slice(at, span.start), '`'.padEnd(span.end - span.start - 1, 'x'), '`');
    at = span.end;
  }
  const shown = pieces.join('') + text.slice(at);
  return [/\([^()]*\)/g, /\[[^[\]]*\]/g, /"[^"]*"/g, /“[^“”]*”/g].reduce(
    (before, pattern) => before.replaceAll(pattern, filled),
    shown,
  );
}

function filled(group: string): string {
  const last = group.at(-2) ?? '';
  const middle = 'x'.repeat(Math.max(0, group.length - 3));
  if (group.length < 3) return group;
  return `${group[0] ?? ''}${middle}${/[.!?…]/.test(last) ? last : 'x'}${group.at(-1) ?? ''}`;
}
