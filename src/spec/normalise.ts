import type { Expects } from '../bank/index.js';
import { joined } from '../kernel/index.js';
import { infinitive, isVerbForm } from './verbs.js';

/** How an answer stands in a sentence: as one piece of it, or not at all. */
export type Fit = { readonly fits: true; readonly text: string } | { readonly fits: false };

/**
 * Brings an answer into the shape its sentence expects; what is more than one sentence, or no such phrase, does not fit.
 * `before` is what the sentence says before it: behind SHALL, where nothing is said before, a verb becomes a promise; after
 * "to" it loses its "will" and "can"; after its subject it keeps them ("users cannot pay").
 */
export function normalise(text: string, expects: Expects | undefined, before = ''): Fit {
  const line = oneLine(text);
  if (line === undefined || splitsSentence(line)) return { fits: false };
  const phrase = phraseOf(lowerFirst(withoutStop(line)), expects, before);
  if (phrase === '' || !hasShape(phrase, expects)) return { fits: false };
  return { fits: true, text: phrase };
}

/** Folds a list of lines that begin with bullets or numbers into one line; other text must already be one line. */
function oneLine(text: string): string | undefined {
  const lines = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2) return lines[0] ?? '';
  const items = lines.map((line) => BULLET.exec(line)?.[1]);
  if (!items.every((item) => item !== undefined)) return undefined;
  return listText(items.map(withoutStop));
}

const BULLET = /^(?:[-*•]|\d+[.)])\s+(\S.*)$/;

/** Joins items as a sentence does; items that hold commas are kept apart by semicolons. */
export function listText(items: readonly string[]): string {
  return items.some((item) => item.includes(',')) ? items.join('; ') : joined(items);
}

/** Says whether a line is more than one sentence; quotes, code and abbreviations do not end one. */
export function splitsSentence(line: string): boolean {
  if (/[\r\n]/.test(line.trim())) return true;
  const plain = line
    .trim()
    .replaceAll(/"[^"]*"|“[^“”]*”|`[^`]*`/g, 'x')
    .replaceAll(/\.{2,}|…/g, '')
    .replaceAll(ABBREVIATION, 'x ');
  return /[.!?][)\]]?\s+\S/.test(plain);
}

const ABBREVIATION =
  /\b(?:e\.g|i\.e|a\.m|p\.m|etc|vs|cf|ca|approx|resp|incl|excl|min|max|no|nr|fig|sec|dr|mr|ms|mrs|st|inc|ltd|co|[a-z])\.\s+/gi;

function withoutStop(text: string): string {
  const bare = text.trim().replace(/(?<![\s.;,:!?…])[\s.;,:!?…]+$/u, '');
  return /\b(?:etc|e\.g|i\.e|a\.m|p\.m)$/i.test(bare) ? `${bare}.` : bare;
}

function phraseOf(text: string, expects: Expects | undefined, before: string): string {
  if (expects === 'verb-phrase')
    return endsInSubject(before)
      ? lowerFirst(text.replace(OWN_SUBJECT, ''))
      : verbPhrase(text, before.trim() === '');
  if (expects === 'clause') return lowerFirst(text.replace(CONJUNCTION, ''));
  return text;
}

/** Whether a verb after this has its subject there: "users", or another answer, unless somebody is let do it. */
function endsInSubject(before: string): boolean {
  return /(?:\busers|\})\s$/i.test(before) && !/\blet\s[^,;:]*$/i.test(before);
}

const OWN_SUBJECT = /^(?:users|they|it)\s+(?=\S)/i;

const CONJUNCTION = /^(?:when(?:ever)?|if|while|where|once|because|since|that|as soon as|in case)\s+/i;

const SUBJECT =
  /^(?:we|it|they|you|our (?:system|service)|(?:the|this) (?:system|service|api|app|application|server|backend|job|worker))\s+(?=\S)/i;

const MODAL =
  /^(?:will|would|shall|should|must|can|could|may|might|(?:is|are|am) (?:going )?to|(?:need|want|ha)s? to|have to|'ll|to)\s+/i;

const NEGATIVE = /^(?:do|does|did|wo|ca|can|must|shall|should|would|could)(?:n't|n’t|not| not)\s+/i;

/** Who "can" is able to; who "may" promises nothing, so behind SHALL it is no phrase at all. */
const ABLE = /^(?:can|could)\s+(?!not\s)/i;
const PERMITTED = /^(?:may|might)\s+(?!not\s)/i;

function verbPhrase(text: string, promises: boolean): string {
  const shortened = text.replace(/^(we|it|they|you)['’]ll\s+/i, '$1 will ');
  const rest = shortened.replace(SUBJECT, '');
  if (promises && PERMITTED.test(rest)) return '';
  const bare = (promises ? rest.replace(ABLE, 'be able to ') : rest).replace(MODAL, '');
  const negated = bare.replace(NEGATIVE, 'not ');
  const spoken = rest !== shortened || isVerbForm(negated);
  return lowerFirst(spoken && (bare === rest || negated !== bare) ? infinitive(negated) : negated);
}

/** What begins like a sentence of its own is no verb phrase: "the call is refused" cannot follow SHALL. */
function hasShape(phrase: string, expects: Expects | undefined): boolean {
  if (expects !== 'verb-phrase') return true;
  const subject =
    /^(?:the|a|an|all|every|each|any|some|this|these|those|there|none|nothing|nobody|no one|no|if|when|i|he|she|we|it|they|you|us)(?:\s|$)/i;
  const passive = /^[\w-]+(?: [\w-]+)? (?:is|are|was|were|will|should|must|shall|gets?)\s/i;
  return !subject.test(phrase) && !passive.test(phrase);
}

/** Makes the first letter small when the first word is a common opener; names and acronyms keep theirs. */
function lowerFirst(text: string): string {
  const word = /^[A-Za-z]+/.exec(text)?.[0] ?? '';
  const opens = OPENERS.has(word.toLowerCase()) || isVerbForm(word.toLowerCase());
  const acronym = word.length > 1 && word === word.toUpperCase();
  return opens && !acronym && word !== 'I' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const OPENERS = new Set(
  `a an the any all each every no none some this that these those it we they you one two three four five if when
  whenever while where once because since in only at on by for from with without within after before until there our
  its their not never always do does make let give tell will shall should must can to traffic request requests user
  users caller callers client clients customer customers operator operators person people both most nobody nothing
  somebody someone everything everyone anyone data error errors call calls event events message messages job jobs stale
  cached old oldest new newest latest last first previous next replica replicas instance instances pod pods memory
  clock clocks connection connections bursts limits access admin admins administrators as up at least more less fewer`.split(
    /\s+/,
  ),
);
