import { printBase } from '../bank/index.js';

/** Minutes, hours and days in the base unit of durations. */
const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A month is thirty days everywhere. */
export const MONTH = 30 * DAY;
export const DAY_SECONDS = 86_400;
export const MONTH_SECONDS = 30 * DAY_SECONDS;

/** A duration in milliseconds as people read it; one that never ends is `never`. */
export const time = (ms: number): string => finite(ms) ?? printBase(ms, 'duration');

/** A fraction as a percentage. */
export const share = (fraction: number): string => finite(fraction) ?? printBase(fraction, 'percent');

/** A plain number, with the counted thing behind it. */
export const count = (value: number, thing?: string): string =>
  finite(value) ?? printBase(value, 'count', thing);

/** How many times as much. */
export const times = (value: number): string => finite(value) ?? `${printBase(value, 'count')}×`;

/** Bytes, in the largest unit that reads well or in the one that is named. */
export const size = (bytes: number, unit?: string): string => finite(bytes) ?? printBase(bytes, 'size', unit);

/** Bytes per second, in the unit that is named. */
export const flow = (bytes: number, unit: string): string =>
  finite(bytes) ?? printBase(bytes, 'throughput', unit);

/** A rate of the named thing, or in the named unit. */
export const rate = (perSecond: number, thing: string): string =>
  finite(perSecond) ?? printBase(perSecond, 'rate', thing);

/** An amount of money with its currency. */
export const money = (amount: number, currency: string): string =>
  finite(amount) ?? printBase(amount, 'money', currency);

// Past this size a number says nothing but "never", and has no decimal form.
const READABLE = 1e15;

function finite(value: number): string | undefined {
  return Math.abs(value) <= READABLE ? undefined : 'never';
}

/** What a stored rate counts: `req` of `900 req/s`. */
export function thingOf(stored: string | undefined): string {
  return stored?.split(' ')[1]?.split('/')[0] ?? 'req';
}

/** The currency of a stored amount: `EUR` of `1900 EUR/month`; nothing where there is none. */
export function currencyOf(stored: string | undefined): string | undefined {
  return stored?.split(' ')[1]?.split('/')[0];
}

/** What is missing to the whole, without the noise of binary fractions: 0.0005 of 0.9995. */
export const gapOf = (fraction: number): number => Math.round((1 - fraction) * 1e12) / 1e12;
