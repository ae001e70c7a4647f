import { decimalOf, plain, ratio } from './decimal.js';
import type { Decimal } from './decimal.js';
import { timeWord } from './spelling.js';
import { unitOf } from './units.js';
import type { Meaning, QuantityKind, UnitReading } from './types.js';

const days = (count: number): Meaning => ({ unit: unitOf('d', 'duration'), scale: ratio(count) });

const months = (count = 1): Meaning => ({
  unit: unitOf('months', 'duration', { months: true }),
  scale: ratio(count),
});

function monthMeaning(kind: QuantityKind): Meaning {
  return kind.months === true ? months() : { ...days(30), label: 'months of 30 days' };
}

function minuteOrMonth(kind: QuantityKind): UnitReading {
  const minute: Meaning = { unit: unitOf('min', 'duration'), label: 'minutes' };
  return {
    type: 'asks',
    message: 'Does m stand for minutes or for months? (A metre is not a duration.)',
    unitsDecide: true,
    meanings: [minute, { ...monthMeaning(kind), label: 'months of 30 days' }],
  };
}

function years(kind: QuantityKind): UnitReading {
  if (kind.months !== true) return { type: 'means', meaning: { ...days(365), label: 'years of 365 days' } };
  return {
    type: 'asks',
    message: 'Count a year as 12 months of 30 days, or as 365 days?',
    meanings: [
      { ...months(12), label: 'as months of 30 days' },
      { ...days(365), label: 'as days' },
    ],
  };
}

/** Reads `ms`, `hours`, `wks` and what is like them; asks about m, and about months where they are not stored. */
export function readDuration(text: string, kind: QuantityKind): UnitReading {
  if (/^m$/i.test(text)) return minuteOrMonth(kind);
  const time = timeWord(text);
  if (time === undefined) return { type: 'unknown' };
  if (time === 'year') return years(kind);
  if (time === 'month' && kind.months === true) return { type: 'means', meaning: months() };
  if (time === 'month') {
    return {
      type: 'asks',
      message: 'Months differ in length. Take 30 days for each?',
      meanings: [monthMeaning(kind)],
    };
  }
  const small = time === 'us' ? 1000 : 1_000_000;
  if (time === 'us' || time === 'ns') {
    return { type: 'means', meaning: { unit: unitOf('ms', 'duration'), scale: ratio(1, small) } };
  }
  return { type: 'means', meaning: { unit: unitOf(time, 'duration') } };
}

type Part = { readonly number: string; readonly unit: 'w' | 'd' | 'h' | 'min' | 's' | 'ms' };

const order: readonly Part['unit'][] = ['w', 'd', 'h', 'min', 's', 'ms'];

function partUnit(word: string, before: Part | undefined): Part['unit'] | undefined {
  if (word === '') return before?.unit === 'h' ? 'min' : undefined;
  if (word === 'm') return 'min';
  const time = timeWord(word);
  return order.find((unit) => unit === time);
}

function partsOf(text: string): readonly Part[] | undefined {
  const next = /(\d+(?:\.\d+)?) ?(\p{L}*) ?(?:, ?|and )?/uy;
  const parts: Part[] = [];
  while (next.lastIndex < text.length) {
    const match = next.exec(text);
    if (match === null) return undefined;
    const before = parts.at(-1);
    const unit = partUnit((match[2] ?? '').toLowerCase(), before);
    if (unit === undefined || (before && order.indexOf(unit) <= order.indexOf(before.unit))) return undefined;
    parts.push({ number: match[1] ?? '0', unit });
  }
  return parts.length > 1 ? parts : undefined;
}

function total(parts: readonly Part[]): { number: Decimal; unit: string } | undefined {
  const smallest = parts.at(-1)?.unit;
  if (smallest === undefined) return undefined;
  const perUnit = unitOf(smallest, 'duration').toBase.num;
  const values = parts.map((part) => ({
    value: decimalOf(part.number),
    each: unitOf(part.unit, 'duration').toBase.num / perUnit,
  }));
  const scale = Math.max(...values.map(({ value }) => value.scale));
  const digits = values.reduce(
    (sum, { value, each }) => sum + value.digits * each * 10n ** BigInt(scale - value.scale),
    0n,
  );
  return { number: { digits, scale }, unit: smallest };
}

/** `1h30m`, `2 h 15 min`, `1 day and 4 hours`, `PT1H30M`, `P2W` as one number of the smallest unit named. */
export function sumOfDurations(text: string): string | undefined {
  const weeks = /^p(\d+)w$/i.exec(text)?.[1];
  return weeks === undefined ? sumOfParts(text) : `${weeks} weeks`;
}

function sumOfParts(text: string): string | undefined {
  const iso = /^p(\d+d)?(?:t([\dhms.]+))?$/i.exec(text);
  const spelled = iso === null ? text : `${iso[1] ?? ''}${iso[2] ?? ''}`;
  const single = iso === null ? null : /^(\d+(?:\.\d+)?)([dhms])$/i.exec(spelled);
  if (single !== null) return `${single[1] ?? ''} ${(single[2] ?? '').toLowerCase().replace('m', 'min')}`;
  const sum = total(partsOf(spelled) ?? []);
  return sum && `${plain(sum.number)} ${sum.unit}`;
}

/** The two readings of a clock, `1:30`. */
export function clockReadings(text: string): readonly string[] {
  const match = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (match === null) return [];
  const sum = Number(match[1]) * 60 + Number(match[2]);
  return [`${String(sum)} min`, `${String(sum)} s`];
}
