type Token = { readonly word: string; readonly gap: string };
type Phrase = { readonly text: string; readonly tokens: readonly Token[] };
type Index = ReadonlyMap<string, readonly Phrase[]>;

const indexes = new WeakMap<readonly string[], Index>();

/** Finds the words of a lexicon in a text, each once and in the lexicon's spelling: whole words, any case, in time linear to the text. */
export function wordsIn(text: string, lexicon: readonly string[]): readonly string[] {
  const index = indexOf(lexicon);
  const tokens = tokensOf(text);
  const found = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    for (const phrase of index.get(token.word) ?? []) {
      if (standsAt(phrase, tokens, at)) found.add(phrase.text);
    }
  }
  return [...found];
}

/** Finds vague words; a quoted one is somebody else's, and a number in the same sentence makes one precise. */
export function vagueWords(text: string, lexicon: readonly string[]): readonly string[] {
  const bare = withoutQuotes(text)
    .split(/[.!?;](?=\s)|\n/)
    .filter((sentence) => !/\d/.test(sentence));
  return wordsIn(bare.join('\n'), lexicon);
}

/** Says whether vague words carry a short text: they are at least a third of its words. */
export function isMostlyVague(text: string, lexicon: readonly string[]): boolean {
  const said = tokensOf(text).length;
  const vague = vagueWords(text, lexicon).reduce((sum, phrase) => sum + tokensOf(phrase).length, 0);
  return vague * 3 >= said && said > 0;
}

function indexOf(lexicon: readonly string[]): Index {
  const before = indexes.get(lexicon);
  if (before !== undefined) return before;
  const index = new Map<string, Phrase[]>();
  for (const text of lexicon) {
    const tokens = tokensOf(text);
    const first = tokens[0]?.word;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), { text, tokens }]);
  }
  indexes.set(lexicon, index);
  return index;
}

function standsAt(phrase: Phrase, tokens: readonly Token[], at: number): boolean {
  return phrase.tokens.every(({ word, gap }, index) => {
    const token = tokens[at + index];
    return token?.word === word && (index === 0 || token.gap === gap);
  });
}

/** Words with what stands before each; a hyphen counts as a space, so that `real time` and `real-time` are one. */
function tokensOf(text: string): readonly Token[] {
  const lower = text.toLowerCase();
  const tokens: Token[] = [];
  let end = 0;
  for (const match of lower.matchAll(/[\p{L}\p{N}_]+/gu)) {
    tokens.push({ word: match[0], gap: lower.slice(end, match.index).replace(/[\s\-\u2010\u2011]+/g, ' ') });
    end = match.index + match[0].length;
  }
  return tokens;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '`': '`',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
};

/** Leaves out what stands in quotation marks; a quotation ends on its line, or it is none. */
function withoutQuotes(text: string): string {
  return text.split('\n').map(lineWithoutQuotes).join('\n');
}

function lineWithoutQuotes(line: string): string {
  const unclosed = new Set<string>();
  let kept = '';
  let at = 0;
  while (at < line.length) {
    const char = line.charAt(at);
    const end = closingOf(line, at, unclosed);
    kept += end === undefined ? char : ' ';
    at = (end ?? at) + 1;
  }
  return kept;
}

function closingOf(line: string, at: number, unclosed: Set<string>): number | undefined {
  const closer = CLOSERS[line.charAt(at)] ?? singleCloser(line, at);
  if (closer === undefined || unclosed.has(closer)) return undefined;
  const end = line.indexOf(closer, at + 1);
  if (end === -1) unclosed.add(closer);
  return end === -1 ? undefined : end;
}

/** A straight single quote opens a quotation only before a word; within one it is an apostrophe. */
function singleCloser(line: string, at: number): string | undefined {
  if (line.charAt(at) !== "'") return undefined;
  const before = line.charAt(at - 1);
  const after = line.charAt(at + 1);
  return /^[\s(,:]?$/.test(at === 0 ? '' : before) && /^[\p{L}\p{N}]$/u.test(after) ? "'" : undefined;
}
