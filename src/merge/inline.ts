// Text of one block with everything a formatter may change taken out: escapes, emphasis characters, runs of blanks.

const ESCAPED = 0xe100;
const EMPHASIS = '\uE000';
const CODE_OPENS = '\uE001';
const CODE_CLOSES = '\uE002';

/** Brings inline Markdown into normal form: what reads the same is the same text. */
export function normalInline(text: string): string {
  if (/^[\p{L}\p{N} .,:;?!'"()/%-]*$/u.test(text) && !text.includes('  ')) return text.trim();
  const spans = text.includes('`') ? masked(text) : { text, codes: [] };
  const plain = marked(unescaped(spans.text).replaceAll(/<((?:https?|mailto):[^\s<>]+)>/g, '$1'));
  return restored(plain.replaceAll(/\s+/g, ' ').trim(), spans.codes);
}

type Spans = { readonly text: string; readonly codes: readonly string[] };

/** Replaces code spans by numbered marks, so that nothing inside them is touched. */
function masked(text: string): Spans {
  const codes: string[] = [];
  let out = '';
  let at = 0;
  for (const span of codeSpans(text)) {
    out += `${text.slice(at, span.start)}${CODE_OPENS}${String(codes.length)}${CODE_CLOSES}`;
    codes.push(text.slice(span.start, span.end).replaceAll(/\s+/g, ' '));
    at = span.end;
  }
  return { text: out + text.slice(at), codes };
}

/** Where a code span begins and ends. */
type Span = { readonly start: number; readonly end: number };

/** Finds the code spans of a text: from a run of backticks to the next run as long as it. */
export function codeSpans(text: string): readonly Span[] {
  if (!text.includes('`')) return [];
  const runs = [...text.matchAll(/\\`|`+/g)].filter((run) => !run[0].startsWith('\\'));
  const partners = partnersOf(runs.map((run) => run[0].length));
  const spans: Span[] = [];
  let free = 0;
  runs.forEach((run, index) => {
    const partner = partners[index] ?? -1;
    const closing = runs[partner];
    if (index < free || closing === undefined) return;
    spans.push({ start: run.index, end: closing.index + run[0].length });
    free = partner + 1;
  });
  return spans;
}

/** For each length, the index of the next equal one; -1 where there is none. */
function partnersOf(lengths: readonly number[]): readonly number[] {
  const next = new Map<number, number>();
  const partners: number[] = [];
  for (let index = lengths.length - 1; index >= 0; index -= 1) {
    const length = lengths[index] ?? 0;
    partners[index] = next.get(length) ?? -1;
    next.set(length, index);
  }
  return partners;
}

/** Turns `\*` into a mark for a plain star that no emphasis begins or ends at. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, (_, sign: string) =>
    String.fromCharCode(ESCAPED + sign.charCodeAt(0)),
  );
}

/** Replaces the stars and underscores that pair up as emphasis by one mark each, so that `_x_` and `*x*` are the same. */
function marked(text: string): string {
  if (!/[*_]/.test(text)) return text;
  const pieces = text.split(/(\*+|_+)/);
  const open = new Map<string, number[]>();
  for (let at = 1; at < pieces.length; at += 2) {
    const run = pieces[at] ?? '';
    const waiting = open.get(run) ?? [];
    const opener = closes(pieces, at) ? waiting.pop() : undefined;
    if (opener !== undefined) {
      pieces[opener] = EMPHASIS.repeat(run.length);
      pieces[at] = EMPHASIS.repeat(run.length);
    } else if (opens(pieces, at)) {
      waiting.push(at);
      open.set(run, waiting);
    }
  }
  return pieces.join('');
}

function opens(pieces: readonly string[], at: number): boolean {
  const isWord = pieces[at]?.startsWith('_') === true && /[\p{L}\p{N}]$/u.test(pieces[at - 1] ?? '');
  return /^\S/.test(pieces[at + 1] ?? '') && !isWord;
}

function closes(pieces: readonly string[], at: number): boolean {
  const isWord = pieces[at]?.startsWith('_') === true && /^[\p{L}\p{N}]/u.test(pieces[at + 1] ?? '');
  return /\S$/.test(pieces[at - 1] ?? '') && !isWord;
}

function restored(text: string, codes: readonly string[]): string {
  if (!/[\uE001\uE100-\uE1FF]/.test(text)) return text;
  return text
    .replaceAll(/[\uE121-\uE17E]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - ESCAPED))
    .replaceAll(/\uE001(\d+)\uE002/g, (_, index: string) => codes[Number(index)] ?? '');
}
