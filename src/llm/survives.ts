import { withoutEnd } from '../kernel/index.js';

/** A part of an answer that no rewriting may lose, add or move, in one spelling. */
export type Anchor = { readonly kind: AnchorKind; readonly text: string };

type AnchorKind = 'quoted' | 'identifier' | 'number' | 'bound' | 'negation' | 'modal';

const BOUNDS = [
  ...['at most', 'at least', 'no more than', 'no less than', 'no fewer than', 'no later than'],
  ...[
    'more than',
    'less than',
    'fewer than',
    'later than',
    'longer than',
    'up to',
    'within',
    'under',
    'over',
  ],
  ...['above', 'below', 'before', 'after', 'until', 'between', 'exactly', 'about', 'only', 'all', 'any'],
  ...['every', 'each', 'some', 'most'],
];
const NEGATIONS = [
  ...['not', 'no', 'never', 'none', 'nobody', 'nothing', 'nowhere', 'neither', 'nor', 'without'],
  ...['unless', 'except'],
];
const MODALS = [
  ...['must', 'shall', 'should', 'may', 'might', 'can', 'could', 'will', 'would'],
  ...['has to', 'have to', 'had to', 'need to', 'needs to', 'ought to'],
];
const UNITS = [
  ...['[kKMGTP]i?B', 'B', 'ms', 's', 'min', 'h', 'd', 'w', 'x', 'days?', 'hours?', 'minutes?', 'seconds?'],
  ...['weeks?', 'months?', 'years?', 'req', 'msg', 'events?', 'jobs?', 'calls?', 'tokens?', 'rows?', 'pods?'],
  ...['EUR', 'USD', 'GBP', 'k', 'M'],
];

/** A pattern for whole words in any case; identifiers beside them keep theirs. */
function wordsPattern(words: readonly string[]): string {
  const anyCase = (word: string) =>
    word
      .replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
      .replaceAll(' ', String.raw`\s`);
  return String.raw`\b(?:${words.map(anyCase).join('|')})\b`;
}

// Quoted strings come first, words before identifiers: "must" and "MUST" are one modal verb, must_retry is an identifier.
const ANCHORS = new RegExp(
  [
    /(?<quoted>`[^`\n]+`|"[^"\n]+"|“[^“”\n]+”|«[^«»\n]+»|(?<!\w)'[^'\n]+'(?!\w))/.source,
    `(?<bound>${wordsPattern(BOUNDS)})`,
    `(?<negation>${wordsPattern(NEGATIONS)})`,
    `(?<modal>${wordsPattern(MODALS)})`,
    /(?<identifier>https?:\/\/[^\s)>\]]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|[@#$]\w+|\/[\w{}][\w./{}:-]*|\b[A-Za-z]\w*(?:(?:_|\.|::|:|\/)\w+)+|\b[a-z]+_\w+|\b[A-Z]{2,}[\w-]*|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z0-9]+[A-Z]\w*|\b[A-Za-z]+-?\d[\w.-]*)/
      .source,
    String.raw`(?<number>[<>≤≥~±]?=?-?\d+(?:[.,:]\d+)*(?:\s?(?:%|°C|[€$£])|\s?(?:${UNITS.join('|')})(?:\/[a-z]+)?(?!\w))?)`,
  ].join('|'),
  'gu',
);

/** What must survive in a text, in its order: quoted strings, identifiers, numbers with units, bounds, negations, modal verbs. */
export function anchorsOf(text: string): readonly Anchor[] {
  return [...spelledOut(text).matchAll(ANCHORS)].flatMap(({ groups }) =>
    Object.entries(groups ?? {}).flatMap(([kind, found]) =>
      typeof found === 'string' ? { kind: kind as AnchorKind, text: oneSpelling(kind, found) } : [],
    ),
  );
}

/** Says what a rewriting loses, adds or moves; nothing when it says the same with other words. */
export function lostIn(original: string, rewritten: string): readonly string[] {
  const [before, after] = [anchorsOf(original), anchorsOf(rewritten)];
  const changes = [
    ...without(before, after).map(({ kind, text }) => `the ${kind} ${text} is gone`),
    ...without(after, before).map(({ kind, text }) => `the ${kind} ${text} is new`),
  ];
  if (changes.length > 0) return changes;
  const moved = before.find(({ text }, index) => text !== after[index]?.text);
  return moved === undefined ? [] : [`the ${moved.kind} ${moved.text} stands elsewhere`];
}

/** The anchors of one text that another lacks; each occurrence counts. */
function without(these: readonly Anchor[], those: readonly Anchor[]): readonly Anchor[] {
  const left = those.map(({ text }) => text);
  return these.filter(({ text }) => {
    const at = left.indexOf(text);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bwon['’]t\b/gi, 'will not'],
  [/\bshan['’]t\b/gi, 'shall not'],
  [/\bcan(?:['’]t|not)\b/gi, 'can not'],
  [/n['’]t\b/gi, ' not'],
];

const spelledOut = (text: string): string =>
  SHORT.reduce((now, [short, long]) => now.replaceAll(short, long), text.replaceAll(/\s+/g, ' '));

/** Quotes and identifiers keep their letters; words count in lower case, numbers without blanks. */
function oneSpelling(kind: string, found: string): string {
  if (kind === 'quoted') return found.slice(1, -1);
  if (kind === 'identifier') return withoutEnd(found, '.,:;');
  return kind === 'number' ? found.replaceAll(/\s/g, '') : found.toLowerCase();
}
