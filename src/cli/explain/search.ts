import { labelOf, type Incident, type JoinedBank } from '../../bank/index.js';
import { byCodeUnit, nearest } from '../../kernel/index.js';

/** Something that can be explained: its id, what sort of thing it is, and its name in words. */
export type Entry = { readonly id: string; readonly sort: string; readonly title: string };

/** Everything that can be explained, in the order of the banks. */
export function entriesOf(bank: JoinedBank, incidents: readonly Incident[]): readonly Entry[] {
  return [
    ...bank.questions.map((question) => ({ id: question.id, sort: 'question', title: labelOf(question) })),
    ...bank.rules.map(({ id, title }) => ({ id, sort: 'rule', title: withoutPlaces(title) })),
    ...bank.terms.map(({ id, means }) => ({ id, sort: 'term', title: means })),
    ...incidents.map(({ id, org, title }) => ({ id, sort: 'incident', title: `${org}: ${title}` })),
  ];
}

/** A title of a rule names answers by place; somebody who searches reads it without them. */
const withoutPlaces = (title: string): string => title.replaceAll(/\{[^{}]*\}/g, '…');

const MOST = 10;
const FEW = 3;

/** Finds what somebody may have meant: entries that hold every word or one near it, best first. */
export function searchEntries(entries: readonly Entry[], text: string): readonly Entry[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return [];
  const ids = entries.map(({ id }) => id);
  const misspelled = new Set(nearest(text.trim().replaceAll(/\s+/g, '-'), ids, FEW));
  const near = entries.filter(({ id }) => misspelled.has(id));
  const holding = entries
    .map((entry) => ({ entry, score: scoreOf(entry, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || byCodeUnit(a.entry.id, b.entry.id))
    .map(({ entry }) => entry);
  return [...new Set([...holding.slice(0, MOST), ...near])].slice(0, MOST);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function scoreOf({ id, title }: Entry, wanted: readonly string[]): number {
  const [own, named] = [wordsOf(id), wordsOf(title)];
  const scores = wanted.map((word) => Math.max(3 * likeness(own, word), 2 * likeness(named, word)));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

const SHORT = 4;

/** How well a word is met: as it is, as a beginning, or within a slip. */
function likeness(words: readonly string[], wanted: string): number {
  if (words.includes(wanted)) return 4;
  if (wanted.length >= SHORT - 1 && words.some((word) => word.startsWith(wanted))) return 3;
  const alike = words.filter((word) => Math.abs(word.length - wanted.length) <= 2 && word.length >= SHORT);
  return wanted.length >= SHORT && nearest(wanted, alike, 1).length > 0 ? 1 : 0;
}
