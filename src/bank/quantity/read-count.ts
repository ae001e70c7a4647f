import { isNoun, singular } from './noun.js';
import { quoted } from './spelling.js';
import { unitOf } from './units.js';
import type { Meaning, QuantityKind, UnitReading } from './types.js';

/** The unit of a count: what the question names, or nothing. */
export const countMeaning = (kind: QuantityKind): Meaning => ({
  unit: unitOf(kind.noun === undefined ? '' : singular(kind.noun), 'count', kind),
});

const userWord = /^(?:users?|[mdw]au|ccu)$/;

/** Reads the thing behind a count. */
export function readCount(text: string, kind: QuantityKind): UnitReading {
  const noun = kind.noun;
  if (noun !== undefined && isNoun(text, noun)) return { type: 'means', meaning: countMeaning(kind) };
  const head = noun?.split(' ').at(-1);
  if (head !== undefined && isNoun(text, head)) return { type: 'means', meaning: countMeaning(kind) };
  return userWord.test(text.toLowerCase()) ? askWhichUsers(kind) : { type: 'unknown' };
}

function askWhichUsers(kind: QuantityKind): UnitReading {
  const meaning = countMeaning(kind);
  return {
    type: 'asks',
    message:
      'Which users: registered, monthly active, or connected at the same time? The question wants one of them.',
    meanings: ['registered users', 'monthly active users', 'users at the same time'].map((label) => ({
      ...meaning,
      label,
    })),
  };
}

/** Asks before another word than the question's own is dropped. */
export function askAboutWord(text: string, kind: QuantityKind): UnitReading {
  if (!/^\p{L}[\p{L} -]*$/u.test(text)) return { type: 'unknown' };
  const meaning = countMeaning(kind);
  const message =
    kind.noun === undefined
      ? `Only the number is kept here, without ${quoted(text)}. Keep it?`
      : `This question counts ${meaning.unit.many}, not ${quoted(text)}. Keep the number?`;
  return { type: 'asks', message, meanings: [meaning] };
}
