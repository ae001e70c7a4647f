import stringWidth from 'string-width';

let madeSegmenter: Intl.Segmenter | undefined;

// Making one takes milliseconds, which a command that draws nothing need not spend.
function clusters(text: string): Intl.Segments {
  madeSegmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return madeSegmenter.segment(text);
}

/** A piece of text that is drawn whole, and how many terminal cells it takes. */
export type Cell = { readonly text: string; readonly width: number };

/** Splits text into grapheme clusters: what a reader calls characters. */
export function graphemes(text: string): readonly string[] {
  if (/^[\n\x20-\x7e]*$/.test(text)) return text.split('');
  return Array.from(clusters(text), ({ segment }) => segment);
}

/** Gives the terminal cells one line of text takes: CJK and emoji take two, combining marks none. */
export function textWidth(text: string): number {
  return stringWidth(text);
}

/** Splits text into clusters with their widths. */
export function cellsOf(text: string): readonly Cell[] {
  return graphemes(text).map((cluster) => ({ text: cluster, width: clusterWidth(cluster) }));
}

// Measuring an emoji costs microseconds, and a screen measures the same few clusters again and again.
const knownWidths = new Map<string, number>();

function clusterWidth(cluster: string): number {
  const known = knownWidths.get(cluster);
  if (known !== undefined) return known;
  const width = stringWidth(cluster);
  if (knownWidths.size >= 4096) knownWidths.clear();
  if (cluster.length <= 32) knownWidths.set(cluster, width);
  return width;
}

/** Puts text on one line of at most `width` cells, ending in an ellipsis when something was cut. */
export function truncateText(text: string, width: number, ellipsis = '…'): string {
  const line = text.replace(/\n+/g, ' ');
  const room = width - stringWidth(ellipsis);
  let used = 0;
  let kept = 0;
  for (const { segment, index } of clusters(line)) {
    used += stringWidth(segment);
    if (used <= room) kept = index + segment.length;
    if (used > width) return room < 0 ? '' : line.slice(0, kept) + ellipsis;
  }
  return line;
}

/** Fills text with spaces to `width` cells, at its end or at its start; longer text stays as it is. */
export function padText(text: string, width: number, side: 'end' | 'start' = 'end'): string {
  const fill = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return side === 'end' ? text + fill : fill + text;
}

/** Wraps text into lines of at most `width` cells at spaces and between CJK characters; keeps newlines, breaks words that are too long. */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph.trimEnd(), width));
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
  const cells = cellsOf(paragraph);
  const ends = rowEnds(cells, { width, hang: Infinity });
  return ends.map((end, row) => {
    const shown = cells.slice(ends[row - 1] ?? 0, end).map((cell) => cell.text);
    return shown.join('').trimEnd();
  });
}

/** How rows break: the cells they hold, and how many cells of spaces may stand past that at a row's end. */
export type RowLimits = { readonly width: number; readonly hang: number };

/** Says after which cell each row of one paragraph ends; rows cover every cell, and there is at least one row. */
export function rowEnds(cells: readonly Cell[], { width, hang }: RowLimits): readonly number[] {
  const ends: number[] = [];
  let start = 0;
  let used = 0;
  let breakAt = 0;
  for (const [index, cell] of cells.entries()) {
    const room = isSpace(cell) ? width + hang : width;
    while (index > start && used + cell.width > room) {
      start = breakAt > start ? breakAt : index;
      used = cells.slice(start, index).reduce((sum, { width: cellWidth }) => sum + cellWidth, 0);
      ends.push(start);
    }
    used += cell.width;
    if (mayBreakBetween(cell, cells[index + 1])) breakAt = index + 1;
  }
  return [...ends, cells.length];
}

const isSpace = ({ text }: Cell): boolean => /^[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]$/.test(text);
const isWide = ({ text, width }: Cell): boolean => width === 2 && text > '\u00ff';
const opens = ({ text }: Cell): boolean => /^[\p{Ps}\p{Pi}]/u.test(text);
const closes = ({ text }: Cell): boolean =>
  /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/u.test(text);

function mayBreakBetween(cell: Cell, next: Cell | undefined): boolean {
  if (isSpace(cell)) return true;
  if (next === undefined || isSpace(next)) return false;
  return (isWide(cell) || isWide(next)) && !opens(cell) && !closes(next);
}

/** Gives the offset where the cluster that ends at `offset` starts; reads only the text around it. */
export function previousGrapheme(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const start = certainBoundary(text, offset);
  let last = start;
  for (const { index } of clusters(text.slice(start, offset))) last = start + index;
  return last;
}

/** Gives the offset where the cluster that starts at `offset` ends; reads only the text around it. */
export function nextGrapheme(text: string, offset: number): number {
  for (let size = 32; ; size *= 2) {
    const part = text.slice(offset, offset + size);
    const length = clusters(part).containing(0)?.segment.length ?? 0;
    // The last unit of a window may be half of a character that joins the cluster before it.
    if (length < part.length - 1 || offset + size >= text.length) return offset + length;
  }
}

// Two neighbours of this class never belong to one cluster, whatever stands around them (UAX 29: no
// marks, flags, skin tones, joiners, jamo, and no script that has prepended or conjoining letters).
const standsAlone =
  /^(?:\n|(?![\p{M}\p{Regional_Indicator}\p{Emoji_Modifier}])(?=\p{Grapheme_Base})[\p{sc=Zyyy}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Arab}\p{sc=Hebr}])$/u;

function certainBoundary(text: string, before: number): number {
  let end = before;
  let rightAlone = false;
  while (end > 0) {
    const character = characterBefore(text, end);
    const alone = standsAlone.test(character);
    if (alone && rightAlone) return end;
    rightAlone = alone;
    end -= character.length;
  }
  return 0;
}

function characterBefore(text: string, end: number): string {
  const pair = text.slice(Math.max(0, end - 2), end);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
}

/** What a word is made of: letters, digits and `_`, or everything that is not space. */
export type WordPart = 'letters' | 'not-space';

/** Gives the offset where the word before `offset` starts. */
export function previousWord(text: string, offset: number, part: WordPart = 'letters'): number {
  const skip = (from: number, inside: boolean): number => {
    let at = from;
    while (at > 0) {
      const character = characterBefore(text, at);
      if (isPart(character, part) !== inside) return at;
      at -= character.length;
    }
    return at;
  };
  return clusterStart(text, skip(skip(offset, false), true));
}

/** Gives the offset where the word after `offset` ends. */
export function nextWord(text: string, offset: number, part: WordPart = 'letters'): number {
  const skip = (from: number, inside: boolean): number => {
    let at = from;
    while (at < text.length) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (isPart(character, part) !== inside) return at;
      at += character.length;
    }
    return at;
  };
  const end = skip(skip(offset, false), true);
  const start = Math.max(offset, clusterStart(text, end));
  return start < end ? nextGrapheme(text, start) : end;
}

// Words are found character by character, so that a word of a megabyte is one pass; only its edge is a cluster.
function clusterStart(text: string, at: number): number {
  const character = text.codePointAt(at);
  return character === undefined ? at : previousGrapheme(text, at + String.fromCodePoint(character).length);
}

const isPart = (character: string, part: WordPart): boolean =>
  part === 'letters' ? /[\p{L}\p{N}\p{M}_]/u.test(character) : /\S/.test(character);

const suspicious =
  // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ud800-\udfff]/;
const escapeSequences =
  // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
  /(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(\u0007|\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const shortSequences = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
const unprintable =
  // eslint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]/g;

/**
 * Removes what could steer a terminal or reorder a line (escape sequences whole, control characters, bidi
 * overrides, noncharacters), makes every line break LF and replaces half characters; tabs stay.
 */
export function cleanText(text: string): string {
  return suspicious.test(text) ? withoutControls(withoutSequences(text)) : text;
}

// A string that nothing ends is text, and so is every other one that begins in it: the end is looked for once.
function withoutSequences(text: string): string {
  return text.replace(escapeSequences, (found, end?: string) =>
    end === undefined ? found.replace(shortSequences, '') : '',
  );
}

/** Does what `cleanText` does, one character at a time: what follows an escape character is kept as typed. */
export function withoutControls(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Makes untrusted text safe for the screen and for documents: `cleanText` with every tab as a space. */
export function safeText(text: string): string {
  return cleanText(text).replaceAll('\t', ' ');
}
