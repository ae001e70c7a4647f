import { decimalOf, isZero, one, scaled } from './decimal.js';
import type { Decimal } from './decimal.js';
import { listedUnits, problemWith } from './check.js';
import { multiplier } from './number.js';
import { askAboutWord, countMeaning, readCount } from './read-count.js';
import { readDuration } from './read-duration.js';
import { readMoney } from './read-money.js';
import { askWhatIsCounted, readRate, usualThings } from './read-rate.js';
import { barePercent, readGrowth, readPercent } from './read-share.js';
import { readSize, readThroughput } from './read-size.js';
import { between, familyOf, storedUnit, unitOf } from './units.js';
import type { Stored } from './stored.js';
import type { Dimension, Meaning, QuantityKind, UnitReader, UnitReading } from './types.js';

const readers: Readonly<Record<Dimension, UnitReader>> = {
  rate: readRate,
  size: readSize,
  throughput: readThroughput,
  duration: readDuration,
  percent: readPercent,
  growth: readGrowth,
  count: readCount,
  money: readMoney,
};

/** A number with what its unit may mean. */
export type Numbered = { readonly value: Decimal; readonly reading: UnitReading };

const usualUnits: Partial<Readonly<Record<Dimension, readonly string[]>>> = {
  size: ['B', 'KiB', 'MiB', 'GiB'],
  throughput: ['KiB/s', 'MiB/s', 'GiB/s'],
  duration: ['ms', 's', 'min', 'h', 'd'],
  growth: ['%/month'],
  money: ['EUR', 'USD', 'GBP', 'EUR/month', 'USD/month', 'GBP/month'],
};

function unitsToOffer(kind: QuantityKind): readonly string[] {
  const listed = listedUnits(kind);
  if (listed !== undefined) return listed;
  if (kind.dimension !== 'rate') return usualUnits[kind.dimension] ?? [];
  return usualThings(kind).flatMap((thing) => ['s', 'min', 'h', 'day'].map((window) => `${thing}/${window}`));
}

/** A number without a unit: understood for counts and for zero, otherwise the units to choose from. */
function bare(value: Decimal, kind: QuantityKind): UnitReading {
  if (kind.dimension === 'count') return { type: 'means', meaning: countMeaning(kind) };
  const offered = kind.dimension === 'percent' ? barePercent(value) : offer(kind);
  const [first] = offered;
  const plainZero = isZero(value) && kind.dimension !== 'money' && first !== undefined;
  if (plainZero)
    return { type: 'means', meaning: kind.dimension === 'duration' ? zeroDuration(kind, first) : first };
  return { type: 'asks', message: 'The number has no unit. Which one is it?', meanings: offered };
}

function offer(kind: QuantityKind): readonly Meaning[] {
  const units = unitsToOffer(kind).flatMap((text) => storedUnit(text, kind.dimension, kind) ?? []);
  return units.map((unit) => ({ unit }));
}

function zeroDuration(kind: QuantityKind, first: Meaning): Meaning {
  return listedUnits(kind) === undefined ? { unit: unitOf('s', 'duration') } : first;
}

function asDoubtful(reading: UnitReading, letter: string): UnitReading {
  if (reading.type === 'unknown') return reading;
  const meanings = reading.type === 'means' ? [reading.meaning] : reading.meanings;
  return { type: 'asks', message: `Does ${letter} stand for a multiple of the number?`, meanings };
}

/** Reads `k req/s` as a thousand times `req/s`. */
function multiplied(unit: string, kind: QuantityKind, value: Decimal): Numbered {
  const times = multiplier(unit);
  if (times === undefined) return { value, reading: { type: 'unknown' } };
  const larger = { digits: value.digits * 10n ** BigInt(times.exponent), scale: value.scale };
  const read = times.rest === '' ? bare(larger, kind) : readers[kind.dimension](times.rest, kind, larger);
  const fallen = read.type === 'unknown' ? fallback(times.rest, kind) : read;
  return { value: larger, reading: times.doubtful ? asDoubtful(fallen, unit.slice(0, 1)) : fallen };
}

function fallback(unit: string, kind: QuantityKind): UnitReading {
  if (otherDimensionOf(unit, kind) !== undefined) return { type: 'unknown' };
  if (kind.dimension === 'rate') return askWhatIsCounted(unit, kind);
  return kind.dimension === 'count' ? askAboutWord(unit, kind) : { type: 'unknown' };
}

const zero = decimalOf('0');

/** The dimension that this unit certainly belongs to, when it is not the question's own. */
export function otherDimensionOf(unit: string, kind: QuantityKind): Dimension | undefined {
  const others = Object.keys(readers).filter(
    (name) => name !== kind.dimension && name !== 'count',
  ) as Dimension[];
  const open = { months: true };
  return others.find((dimension) => readers[dimension](unit, { dimension, ...open }, zero).type === 'means');
}

/** What the letters behind a number mean to this question. */
export function readUnit(unit: string, kind: QuantityKind, value: Decimal): Numbered {
  if (unit === '') return { value, reading: bare(value, kind) };
  const reading = readers[kind.dimension](unit, kind, value);
  if (reading.type !== 'unknown') return { value, reading };
  const larger = multiplied(unit, kind, value);
  return larger.reading.type === 'unknown' ? { value, reading: fallback(unit, kind) } : larger;
}

/** An amount a spelling may stand for, and how it is told from the others. */
export type Candidate = Stored & { readonly label?: string | undefined; readonly exact: boolean };

function candidate(value: Decimal, meaning: Meaning): Candidate {
  const by = meaning.scale ?? one;
  const { unit, label } = meaning;
  if (meaning.number !== undefined) return { value: meaning.number, unit, label, exact: false };
  return by.num === by.den ? { value, unit, label, exact: true } : { ...scaled(value, by), unit, label };
}

/** The same thing in the units that the question takes; an amount without a period is taken in the question's own. */
function inListedUnits(from: Candidate, kind: QuantityKind, units: readonly string[]): readonly Candidate[] {
  const family = familyOf(from.unit, kind.dimension);
  return units.flatMap((text) => {
    const unit = storedUnit(text, kind.dimension, kind);
    if (unit === undefined) return [];
    const same = familyOf(unit, kind.dimension);
    const untimed = kind.dimension === 'money' && same === `${family}/`;
    if (same !== family && !untimed) return [];
    const { value, exact } = scaled(from.value, untimed ? one : between(from.unit, unit));
    return [{ value, unit, exact: exact && from.exact, label: from.label }];
  });
}

/** What a number and its unit come to: candidates, and the question to ask if there is more than one reading. */
export type Outcome = { readonly message: string | undefined; readonly candidates: readonly Candidate[] };

/** Applies the question's own units: they settle what they can, and what is written in others is converted to them. */
export function outcomeOf({ value, reading }: Numbered, kind: QuantityKind): Outcome {
  if (reading.type === 'unknown') return { message: undefined, candidates: [] };
  const meanings = reading.type === 'means' ? [reading.meaning] : reading.meanings;
  const all = meanings.map((meaning) => candidate(value, meaning));
  const message = reading.type === 'asks' ? reading.message : undefined;
  const units = listedUnits(kind);
  if (units === undefined) return { message, candidates: all };
  const listed = all.filter(({ unit }) => units.includes(unit.text));
  if (listed.length === 0) return converted(all, kind, units);
  const settled = listed[0] === all[0] && alike(listed, value) && mayBeSettled(reading);
  return settled ? { message: undefined, candidates: listed.slice(0, 1) } : { message, candidates: listed };
}

const mayBeSettled = (reading: UnitReading): boolean =>
  reading.type === 'asks' && reading.unitsDecide === true;

function alike(listed: readonly Candidate[], value: Decimal): boolean {
  const [first] = listed;
  return listed.every((entry) => entry.value === value && entry.unit.text === first?.unit.text);
}

function converted(all: readonly Candidate[], kind: QuantityKind, units: readonly string[]): Outcome {
  const candidates = all.flatMap((entry) => inListedUnits(entry, kind, units));
  const message = `This question is answered in ${units.join(' or ')}.`;
  return candidates.length === 0
    ? { message: undefined, candidates: all.slice(0, 1) }
    : { message, candidates };
}

/** The candidates that the question takes. */
export function taken(candidates: readonly Candidate[], kind: QuantityKind): readonly Candidate[] {
  return candidates.filter(
    (entry) => problemWith(entry, kind) === undefined && (!isZero(entry.value) || entry.exact),
  );
}
