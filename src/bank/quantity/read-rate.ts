import { ratio } from './decimal.js';
import type { Ratio } from './decimal.js';
import { isNoun, plural, singular } from './noun.js';
import { quoted, seconds, slashed, timeWord } from './spelling.js';
import type { TimeWord } from './spelling.js';
import { rateWindows, things, unitOf } from './units.js';
import type { Meaning, QuantityKind, UnitReading } from './types.js';

const thingWords: Readonly<Record<string, string>> = {
  r: 'req',
  req: 'req',
  reqs: 'req',
  msg: 'msg',
  msgs: 'msg',
  mesg: 'msg',
  ev: 'event',
  evt: 'event',
  evts: 'event',
  record: 'row',
  records: 'row',
  tok: 'token',
  toks: 'token',
};

const abbreviations: Readonly<Record<string, string>> = {
  rps: 'req/s',
  rpm: 'req/min',
  rph: 'req/h',
  rpd: 'req/d',
  eps: 'event/s',
  tpm: 'token/min',
};

const vague: Readonly<Record<string, readonly [string, string]>> = {
  tps: ['t', 's'],
  qps: ['q', 's'],
  ops: ['operations', 's'],
  qpm: ['q', 'min'],
};

/** The things a rate question counts: those its units name, or its noun, then the common ones. */
function thingsOf(kind: QuantityKind): readonly string[] {
  const named = (kind.units ?? []).map((unit) => unit.slice(0, unit.lastIndexOf('/')));
  if (named.length > 0) return [...new Set(named)];
  const noun = kind.noun === undefined ? [] : [singular(kind.noun)];
  return [...new Set([...noun, ...Object.keys(things)])];
}

/** What `900/s` counts when the person named nothing. */
export function usualThings(kind: QuantityKind): readonly string[] {
  return kind.units === undefined ? thingsOf(kind).slice(0, 1) : thingsOf(kind);
}

function thingFor(word: string, kind: QuantityKind): string | undefined {
  if (kind.noun !== undefined && isNoun(word, kind.noun)) return singular(kind.noun);
  const lower = word.toLowerCase();
  const short = Object.hasOwn(thingWords, lower) ? thingWords[lower] : undefined;
  return (
    short ?? Object.keys(things).find((thing) => isNoun(lower, thing) || isNoun(lower, things[thing] ?? ''))
  );
}

function per(unit: string, kind: QuantityKind, more: Partial<Meaning> = {}): Meaning {
  return { unit: unitOf(unit, 'rate', kind), ...more };
}

const many = (thing: string): string => plural(things[thing] ?? thing);

function perWindow(which: readonly string[], window: string, kind: QuantityKind): UnitReading {
  if (window === 'day') return perDay(which, kind);
  const meanings = which.map((thing) => per(`${thing}/${window}`, kind));
  const [only] = meanings;
  if (only !== undefined && meanings.length === 1) return { type: 'means', meaning: only };
  return { type: 'asks', message: `Per ${rateWindows[window]?.word ?? window} of what?`, meanings };
}

function perDay(which: readonly string[], kind: QuantityKind): UnitReading {
  const meanings = which.flatMap((thing) => [
    per(`${thing}/day`, kind, { label: 'in a UTC calendar day, from 00:00 to 24:00 UTC' }),
    per(`${thing}/day`, kind, { label: 'in any 24 hours, a rolling day' }),
  ]);
  return {
    type: 'asks',
    message: 'Per UTC calendar day, or in any 24 hours (rolling)?',
    meanings,
    unitsDecide: true,
  };
}

function spread(which: readonly string[], window: 'w' | 'month' | 'year', kind: QuantityKind): UnitReading {
  const scale = ratio(seconds.d, seconds[window]);
  const words = { w: 'week', month: 'month of 30 days', year: 'year of 365 days' }[window];
  return {
    type: 'asks',
    message: `A rate is kept per second, minute, hour or day; a ${words} is spread evenly like this.`,
    meanings: which.map((thing) => per(`${thing}/day`, kind, { scale })),
  };
}

function minuteOrMonth(which: readonly string[], kind: QuantityKind): UnitReading {
  const month: Ratio = ratio(1n, 30n);
  const meanings = which.flatMap((thing) => [
    per(`${thing}/min`, kind),
    per(`${thing}/day`, kind, { scale: month, label: 'a month of 30 days, spread evenly' }),
  ]);
  return { type: 'asks', message: 'Does m stand for minute or for month?', meanings, unitsDecide: true };
}

function perInstant(which: readonly string[], times: number, kind: QuantityKind): UnitReading {
  return {
    type: 'asks',
    message: 'A rate is kept per second, minute, hour or day.',
    meanings: which.map((thing) => per(`${thing}/s`, kind, { scale: ratio(times) })),
  };
}

function inWindow(which: readonly string[], window: string, kind: QuantityKind): UnitReading {
  if (/^m$/i.test(window)) return minuteOrMonth(which, kind);
  const time = timeWord(window.replace(/^24 ?h(?:ours)?$/i, 'day'));
  if (time === undefined) return { type: 'unknown' };
  const instants = own(perSecond, time);
  return instants === undefined ? inTime(which, time, kind) : perInstant(which, instants, kind);
}

const perSecond: Readonly<Record<string, number>> = {
  ns: 1_000_000_000,
  us: 1_000_000,
  ms: 1000,
};

function inTime(which: readonly string[], time: TimeWord, kind: QuantityKind): UnitReading {
  switch (time) {
    case 'w':
    case 'month':
    case 'year':
      return spread(which, time, kind);
    default:
      return perWindow(which, time === 'd' ? 'day' : time, kind);
  }
}

function ofWhat(thing: string, window: string, kind: QuantityKind): UnitReading {
  const reading = inWindow(thingsOf(kind), window, kind);
  if (reading.type === 'unknown') return reading;
  const meanings = reading.type === 'means' ? [reading.meaning] : reading.meanings;
  return { type: 'asks', message: `${quoted(thing)} does not say what is counted: of what?`, meanings };
}

function perUser(kind: QuantityKind): UnitReading {
  const thing = usualThings(kind)[0] ?? 'req';
  const name = things[thing] ?? thing;
  return {
    type: 'asks',
    message: `Users is not a rate: registered, monthly active and concurrent users send very different numbers of ${many(thing)}. What do they send?`,
    meanings: [
      per(`${thing}/s`, kind, { label: `concurrent users, each sending one ${name} per second` }),
      per(`${thing}/min`, kind, { label: `concurrent users, each sending one ${name} per minute` }),
      per(`${thing}/day`, kind, { label: `active users, each sending one ${name} per day` }),
    ],
  };
}

function withoutWindow(word: string, kind: QuantityKind): UnitReading {
  const thing = thingFor(word, kind);
  if (thing === undefined) return { type: 'unknown' };
  return {
    type: 'asks',
    message: `${many(thing)} per what?`.replace(/^./, (first) => first.toUpperCase()),
    meanings: Object.keys(rateWindows).map((window) => per(`${thing}/${window}`, kind)),
  };
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The stored spelling of `qps` where the question itself counts queries. */
function namedByQuestion(letter: string, window: string, noun: string | undefined): string | undefined {
  const meant = letter === 't' ? 'transaction' : 'query';
  return noun !== undefined && isNoun(meant, noun) ? `${noun}/${window}` : undefined;
}

function isUsers(lower: string, kind: QuantityKind): boolean {
  return /\busers?$|^(?:[mdw]au|ccu)$/.test(lower) && !isNoun(lower, kind.noun ?? '');
}

/** Reads `req/s`, `rps`, `/min`, `messages per hour` and what is like them. */
export function readRate(text: string, kind: QuantityKind): UnitReading {
  const lower = text.toLowerCase();
  if (isUsers(lower, kind)) return perUser(kind);
  const [letter, length] = own(vague, lower) ?? [];
  if (letter === undefined || length === undefined) return readPer(own(abbreviations, lower) ?? text, kind);
  const named = namedByQuestion(letter, length, kind.noun);
  return named === undefined ? ofWhat(text, length, kind) : readPer(named, kind);
}

function readPer(text: string, kind: QuantityKind): UnitReading {
  const [word = '', window, ...more] = slashed(text).split('/');
  if (more.length > 0 || (word === '' && window === undefined)) return { type: 'unknown' };
  if (window === undefined) return withoutWindow(word, kind);
  if (word === '') return inWindow(usualThings(kind), window.trim(), kind);
  const thing = thingFor(word.trim(), kind);
  return thing === undefined ? { type: 'unknown' } : inWindow([thing], window.trim(), kind);
}

/** Asks what is counted where the window is clear and the word is one that no rate knows. */
export function askWhatIsCounted(text: string, kind: QuantityKind): UnitReading {
  const [word = '', window, ...more] = slashed(text).split('/');
  const isWord = /^\p{L}[\p{L} -]*$/u.test(word);
  return window === undefined || more.length > 0 || !isWord
    ? { type: 'unknown' }
    : ofWhat(word.trim(), window.trim(), kind);
}
