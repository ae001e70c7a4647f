import { grouped, nearest, plain } from './decimal.js';
import type { Decimal } from './decimal.js';
import { printedUnit, unitOf, writtenUnit } from './units.js';
import type { Dimension, Unit } from './types.js';

/** A quantity read aloud: `1,200 requests per second`. */
export function inWords(number: Decimal, unit: Unit): string {
  const text = grouped(plain(number));
  const word = plain(number) === '1' ? unit.one : unit.many;
  return word === '' ? text : `${text} ${word}`;
}

const significant = 4;

const automatic: Partial<Readonly<Record<Dimension, readonly string[]>>> = {
  duration: ['d', 'h', 'min', 's', 'ms'],
  size: ['TiB', 'GiB', 'MiB', 'KiB', 'B'],
  throughput: ['TiB/s', 'GiB/s', 'MiB/s', 'KiB/s', 'B/s'],
  percent: ['%'],
  growth: ['%/month'],
};

/** Close to whole, a share shows as many nines as it has: 99.9984 %, never 100 %. */
function shareDigits(value: number): number {
  const gap = Math.abs(100 - value);
  if (gap >= 1 || gap < 1e-9) return significant;
  return 2 + Math.max(0, 2 - Math.floor(Math.log10(gap)));
}

function readable(value: number, share: boolean): string {
  if (value === 0) return '0';
  const digits = share ? shareDigits(value) : significant;
  const whole = Math.max(1, Math.floor(Math.log10(Math.abs(value))) + 1);
  return grouped(plain(nearest(value, Math.min(100, Math.max(digits, whole)))));
}

const numberIn = (base: number, unit: Unit): number =>
  (base * Number(unit.toBase.den)) / Number(unit.toBase.num);

/** Short: at most four digits that count, fewer than a million, and nothing lost by them. */
function isShort(value: number): boolean {
  const cut = Number(value.toPrecision(significant));
  const size = Math.abs(value);
  return size >= 1 && size < 1e6 && Math.abs(value - cut) <= size * 1e-12;
}

function best(base: number, units: readonly Unit[]): Unit | undefined {
  const short = units.find((unit) => isShort(numberIn(base, unit)));
  return short ?? units.find((unit) => Math.abs(numberIn(base, unit)) >= 1) ?? units.at(-1);
}

function rateUnits(thing: string): readonly Unit[] {
  const naming = { noun: thing };
  return ['s', 'min', 'h', 'day'].map((window) => unitOf(`${thing}/${window}`, 'rate', naming));
}

function rateUnit(base: number, prefer: string): Unit {
  const cut = prefer.lastIndexOf('/');
  if (cut >= 0) return unitOf(prefer, 'rate', { noun: prefer.slice(0, cut) });
  const units = rateUnits(prefer);
  const [perSecond = unitOf('req/s', 'rate')] = units;
  if (base === 0) return perSecond;
  return units.find((unit) => Math.abs(numberIn(base, unit)) >= 0.1) ?? units.at(-1) ?? perSecond;
}

const bare: Unit = { text: '', toBase: { num: 1n, den: 1n }, one: '', many: '' };

function preferred(prefer: string, dimension: Dimension): Unit {
  const sized = dimension === 'size' || dimension === 'throughput';
  const printed = sized ? printedUnit(prefer) : undefined;
  return printed ?? unitOf(prefer, dimension, { months: true });
}

function automaticUnit(base: number, dimension: Dimension): Unit {
  const units = (automatic[dimension] ?? []).map((text) => unitOf(text, dimension));
  return (base === 0 ? units.at(-1) : best(base, units)) ?? bare;
}

function printedIn(base: number, dimension: Dimension, prefer: string | undefined): Unit {
  if (dimension === 'rate') return rateUnit(base, prefer ?? 'req');
  if (dimension === 'count') return { ...bare, text: prefer ?? '' };
  return prefer === undefined ? automaticUnit(base, dimension) : preferred(prefer, dimension);
}

function amount(base: number, dimension: Dimension, unit: Unit): string {
  const value = numberIn(base, unit);
  if (dimension === 'money' && Math.abs(value) >= 1) return grouped(value.toFixed(2).replace(/\.00$/, ''));
  return readable(value, dimension === 'percent');
}

/**
 * A computed base value in a unit that people say: `43.2 min`, `294.9 Mbit/s`, `1,800,000 msg`.
 * Four significant digits; `prefer` names the unit, the counted thing of a rate or count, or the currency.
 */
export function printBase(base: number, dimension: Dimension, prefer?: string): string {
  if (!Number.isFinite(base)) throw new RangeError(`cannot print ${String(base)} as a ${dimension}`);
  const unit = printedIn(base, dimension, prefer);
  const number = amount(base, dimension, unit);
  const text = writtenUnit(unit, number);
  return text === '' ? number : `${number} ${text}`;
}
