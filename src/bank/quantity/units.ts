import { over, ratio, times } from './decimal.js';
import type { Ratio } from './decimal.js';
import { currencies } from './currencies.js';
import { plural, singular } from './noun.js';
import type { Dimension, QuantityKind, Unit } from './types.js';

/** The counted things every rate question knows, with the word that is read aloud. */
export const things: Readonly<Record<string, string>> = {
  req: 'request',
  msg: 'message',
  event: 'event',
  row: 'row',
  job: 'job',
  call: 'call',
  token: 'token',
};

type Window = { readonly word: string; readonly seconds: number };

/** The windows of a stored rate. */
export const rateWindows: Readonly<Record<string, Window>> = {
  s: { word: 'second', seconds: 1 },
  min: { word: 'minute', seconds: 60 },
  h: { word: 'hour', seconds: 3600 },
  day: { word: 'day', seconds: 86_400 },
};

const durations: Readonly<Record<string, readonly [string, number]>> = {
  ms: ['millisecond', 1],
  s: ['second', 1000],
  min: ['minute', 60_000],
  h: ['hour', 3_600_000],
  d: ['day', 86_400_000],
  w: ['week', 604_800_000],
  months: ['month', 2_592_000_000],
};

const sizes: Readonly<Record<string, readonly [string, bigint]>> = {
  B: ['byte', 1n],
  kB: ['kilobyte', 10n ** 3n],
  KiB: ['kibibyte', 2n ** 10n],
  MB: ['megabyte', 10n ** 6n],
  MiB: ['mebibyte', 2n ** 20n],
  GB: ['gigabyte', 10n ** 9n],
  GiB: ['gibibyte', 2n ** 30n],
  TB: ['terabyte', 10n ** 12n],
  TiB: ['tebibyte', 2n ** 40n],
};

/** The periods of a stored price; a price per period is counted per month of 30 days, a year as 12 of them. */
const periods: Readonly<Record<string, Ratio>> = {
  h: ratio(720n),
  day: ratio(30n),
  month: ratio(1n),
  year: ratio(1n, 12n),
};

const percent: Unit = { text: '%', toBase: ratio(1n, 100n), one: '%', many: '%' };
const growth: Unit = { text: '%/month', toBase: ratio(1n, 100n), one: '% per month', many: '% per month' };

function rateUnit(text: string, noun: string | undefined): Unit | undefined {
  const cut = text.lastIndexOf('/');
  const thing = text.slice(0, Math.max(0, cut));
  const window = Object.hasOwn(rateWindows, text.slice(cut + 1))
    ? rateWindows[text.slice(cut + 1)]
    : undefined;
  const known = Object.hasOwn(things, thing) ? things[thing] : undefined;
  const word = known ?? (noun !== undefined && thing === singular(noun) ? thing : undefined);
  if (window === undefined || word === undefined) return undefined;
  const per = ` per ${window.word}`;
  return { text, toBase: ratio(1, window.seconds), one: word + per, many: plural(word) + per };
}

function sizeUnit(text: string): Unit | undefined {
  const entry = Object.hasOwn(sizes, text) ? sizes[text] : undefined;
  return entry && { text, toBase: ratio(entry[1]), one: entry[0], many: plural(entry[0]) };
}

function throughputUnit(text: string): Unit | undefined {
  const size = text.endsWith('/s') ? sizeUnit(text.slice(0, -2)) : undefined;
  return size && { ...size, text, one: `${size.one} per second`, many: `${size.many} per second` };
}

function durationUnit(text: string, months: boolean): Unit | undefined {
  const entry = Object.hasOwn(durations, text) ? durations[text] : undefined;
  if (entry === undefined || (text === 'months' && !months)) return undefined;
  return { text, toBase: ratio(entry[1]), one: entry[0], many: plural(entry[0]) };
}

function moneyUnit(text: string): Unit | undefined {
  const [code = '', period, ...more] = text.split('/');
  if (!currencies.has(code) || more.length > 0) return undefined;
  if (period === undefined) return { text, toBase: ratio(1n), one: code, many: code };
  const toBase = Object.hasOwn(periods, period) ? periods[period] : undefined;
  const words = `${code} per ${period === 'h' ? 'hour' : period}`;
  return toBase && { text, toBase, one: words, many: words };
}

function countUnit(text: string, noun: string | undefined): Unit | undefined {
  if (text === '') return { text, toBase: ratio(1n), one: '', many: '' };
  const thing = noun === undefined ? undefined : singular(noun);
  if (thing === undefined || (text !== thing && text !== plural(thing))) return undefined;
  return { text: plural(thing), toBase: ratio(1n), one: thing, many: plural(thing), single: thing };
}

type Naming = Pick<QuantityKind, 'noun' | 'months'>;

const finders: Readonly<Record<Dimension, (text: string, naming: Naming) => Unit | undefined>> = {
  rate: (text, { noun }) => rateUnit(text, noun),
  size: sizeUnit,
  throughput: throughputUnit,
  duration: (text, { months }) => durationUnit(text, months === true),
  percent: (text) => (text === '%' ? percent : undefined),
  growth: (text) => (text === '%/month' ? growth : undefined),
  count: (text, { noun }) => countUnit(text, noun),
  money: moneyUnit,
};

/** The stored unit of exactly this spelling, or undefined. */
export function storedUnit(text: string, dimension: Dimension, naming: Naming = {}): Unit | undefined {
  return finders[dimension](text, naming);
}

/** A stored unit that is known to exist. */
export function unitOf(text: string, dimension: Dimension, naming: Naming = {}): Unit {
  const unit = storedUnit(text, dimension, naming);
  if (unit === undefined) throw new RangeError(`no ${dimension} unit ${text}`);
  return unit;
}

/** The unit as stored behind this number: one pod, two pods. */
export function writtenUnit(unit: Unit, number: string): string {
  return number === '1' && unit.single !== undefined ? unit.single : unit.text;
}

/** What one unit is worth in another. */
export const between = (from: Unit, to: Unit): Ratio => over(from.toBase, to.toBase);

/** What a unit counts: one rate's thing never becomes another, nor one currency, nor a price per month a price. */
export function familyOf(unit: Unit, dimension: Dimension): string {
  const cut = unit.text.lastIndexOf('/');
  if (dimension === 'rate') return unit.text.slice(0, cut);
  return dimension === 'money' ? `${unit.text.slice(0, 3)}${cut < 0 ? '' : '/'}` : '';
}

const printedWindows: Readonly<Record<string, Ratio>> = {
  s: ratio(1n),
  min: ratio(1n, 60n),
  h: ratio(1n, 3600n),
  day: ratio(1n, 86_400n),
  month: ratio(1n, 2_592_000n),
};

/** Units that are printed and never stored: bits, and throughput over longer windows. */
export function printedUnit(text: string): Unit | undefined {
  const cut = text.lastIndexOf('/');
  const size = cut < 0 ? text : text.slice(0, cut);
  const window = cut < 0 ? ratio(1n) : printedWindows[text.slice(cut + 1)];
  const bits = /^([kMGT]?)bit$/.exec(size);
  const unit = bits ? sizeUnit(`${bits[1] ?? ''}B`) : sizeUnit(size);
  if (unit === undefined || window === undefined) return undefined;
  const each = bits ? times(unit.toBase, ratio(1n, 8n)) : unit.toBase;
  return { text, toBase: times(each, window), one: text, many: text };
}
