import { err, ok } from '../kernel/index.js';
import type { Problem, Result } from '../kernel/index.js';
import { problemWith } from './quantity/check.js';
import { cutToKept, grouped, isZero, plain, scaled } from './quantity/decimal.js';
import type { Decimal } from './quantity/decimal.js';
import { readDigits } from './quantity/number.js';
import type { Digits } from './quantity/number.js';
import { inWords } from './quantity/print.js';
import * as refusal from './quantity/problems.js';
import { countMeaning } from './quantity/read-count.js';
import { clockReadings, sumOfDurations } from './quantity/read-duration.js';
import { currencyBehind } from './quantity/read-money.js';
import { nines, oneIn } from './quantity/read-share.js';
import { slashed } from './quantity/spelling.js';
import { baseOfAmount, fieldsOf, fits, readStored, storedText } from './quantity/stored.js';
import type { Stored } from './quantity/stored.js';
import { tidy } from './quantity/tidy.js';
import { otherDimensionOf, outcomeOf, readUnit, taken } from './quantity/understand.js';
import type { Candidate, Outcome } from './quantity/understand.js';
import { between, familyOf, storedUnit } from './quantity/units.js';
import type { Dimension, Quantity, QuantityChoice, QuantityKind, Reading } from './quantity/types.js';

export { wordAfter } from './quantity/noun.js';
export { printBase } from './quantity/print.js';
export { exampleOf } from './quantity/problems.js';
export type { Dimension, Quantity, QuantityChoice, QuantityKind, Reading } from './quantity/types.js';

const longest = 120;

const refused = (problem: Problem): Reading => ({ type: 'refused', problem });

function sizeInBytes(amount: Stored): string {
  const bytes = scaled(amount.value, amount.unit.toBase).value;
  const isSize = /^(?:k|[KMGT]i?)B$/.test(amount.unit.text) && !isZero(amount.value);
  return isSize ? ` (${grouped(plain(bytes))} bytes)` : '';
}

function echoOf(amount: Stored, dropped: readonly string[] = []): string {
  const words = dropped.map((word) => `“${word}”`).join(' and ');
  const note = words === '' ? '' : `; ${words} ${dropped.length > 1 ? 'are' : 'is'} not kept`;
  return `understood as ${inWords(amount.value, amount.unit)}${sizeInBytes(amount)}${note}`;
}

const quantity = (amount: Stored, dropped: readonly string[] = []): Quantity => ({
  ...fieldsOf(amount),
  echo: echoOf(amount, dropped),
});

function choice(entry: Candidate): QuantityChoice {
  const words = `${entry.exact ? '' : 'about '}${inWords(entry.value, entry.unit)}${sizeInBytes(entry)}`;
  return { label: entry.label === undefined ? words : `${words}: ${entry.label}`, text: storedText(entry) };
}

function ambiguous(message: string, candidates: readonly Candidate[], kind: QuantityKind): Reading {
  const choices = taken(candidates, kind).map(choice);
  const distinct = choices.filter(
    ({ label, text }, at) =>
      choices.findIndex((other) => other.text === text && other.label === label) === at,
  );
  const [first] = candidates;
  const problem = first && problemWith(first, kind);
  if (distinct.length === 0 && problem !== undefined) return refused(problem);
  return { type: 'ambiguous', message, choices: distinct };
}

type Source = { readonly text: string; readonly dropped: readonly string[]; readonly kind: QuantityKind };

function concluded(outcome: Outcome, source: Source): Reading {
  const [only] = outcome.candidates;
  if (only === undefined) return refused(refusal.unknownUnit(source.text, source.kind));
  if (outcome.message !== undefined) return ambiguous(outcome.message, outcome.candidates, source.kind);
  const problem = problemWith(only, source.kind);
  return problem === undefined ? { type: 'understood', ...quantity(only, source.dropped) } : refused(problem);
}

/** A comma before three digits is a thousands mark where thousands are usual, a point with a last 0 where fractions are not. */
function isDoubtful(digits: Digits & { type: 'number' }, kind: QuantityKind): boolean {
  const { dimension } = kind;
  if (digits.doubt === undefined) return false;
  if (digits.doubt === 'point') return /^(?:rate|size|count|money)$/.test(dimension);
  if (dimension === 'duration') return !/^(?:ms|msecs?|milli.*)$/i.test(digits.rest);
  return dimension === 'percent' || dimension === 'growth';
}

function readNumbers(digits: Digits & { type: 'number' }, source: Source): Reading {
  const { kind } = source;
  const read = (value: Decimal): Outcome => outcomeOf(readUnit(digits.rest, kind, value), kind);
  const first = read(digits.value);
  if (first.candidates.length === 0) return refused(unitProblem(digits.rest, source));
  if (digits.other === undefined || !isDoubtful(digits, kind)) return concluded(first, source);
  const both = [...first.candidates, ...read(digits.other).candidates];
  const mark = digits.doubt === 'comma' ? 'comma' : 'point';
  return ambiguous(`Does the ${mark} mark thousands, or the fraction?`, both, kind);
}

function unitProblem(unit: string, { kind }: Source): Problem {
  const other = otherDimensionOf(unit, kind);
  return other === undefined ? refusal.unknownUnit(unit, kind) : refusal.otherDimension(unit, other, kind);
}

function holdsAnotherNumber(rest: string, kind: QuantityKind): boolean {
  const named = kind.noun === undefined ? rest : rest.replaceAll(kind.noun, '');
  return /\d/.test(named.replace(/\/24 ?h/i, ''));
}

function withoutDigits(text: string, kind: QuantityKind): Problem {
  const isRange = /^(?:between|from)\b[^\d]*\d/i.test(text);
  return isRange ? refusal.severalNumbers(text, kind) : refusal.noNumber(text, kind);
}

function readSpelling(source: Source): Reading {
  const { text, kind } = source;
  const digits = readDigits(kind.dimension === 'money' ? currencyBehind(text) : text);
  if (digits.type === 'none') return refused(withoutDigits(text, kind));
  if (digits.type === 'unreadable') return refused(refusal.unreadable(text, kind));
  if (digits.type === 'out-of-reach') return refused(refusal.outOfReach(text, kind));
  if (holdsAnotherNumber(digits.rest, kind)) return refused(refusal.severalNumbers(text, kind));
  return readNumbers(digits, source);
}

const periods: Readonly<Record<string, string>> = { '/hour': '1 h', '/day': '1 d', '/week': '1 w' };

/** Spellings that are a whole quantity of their own: `1h30m`, `three nines`, `daily`. */
function rewritten(text: string, { dimension }: QuantityKind): string {
  if (dimension === 'percent') return nines(text) ?? oneIn(text) ?? text;
  if (dimension !== 'duration') return text;
  if (/^(?:hour|day|night|week)(?:ly)?$|^daily$/i.test(text)) {
    return (
      periods[slashed(/y$/.test(text) && text !== 'day' ? text : `/${text.replace('night', 'day')}`)] ?? text
    );
  }
  return sumOfDurations(text) ?? text;
}

function readClock(text: string, kind: QuantityKind): Reading | undefined {
  const readings = kind.dimension === 'duration' ? clockReadings(text) : [];
  const amounts = readings.flatMap((one) => readStored(one, kind) ?? []);
  if (amounts.length === 0) return undefined;
  const candidates = amounts.map((amount) => ({ ...amount, exact: true }));
  return ambiguous('Hours and minutes, or minutes and seconds?', candidates, kind);
}

const notNumbers = /^[+-]?(?:inf(?:inity|inite)?|∞|nan|unlimited|unbounded|limitless|infinitely)\b|^[+-]?∞/i;

/** Reads what a person typed: understood, to be asked about, or refused with the reason and an example; never throws. */
export function parseQuantity(typed: string, kind: QuantityKind): Reading {
  if (typed.length > longest) return refused(refusal.tooLong(typed, kind));
  if (/[²³¹⁰-₉¼-¾⅐-⅞]/u.test(typed)) return refused(refusal.unreadable(typed.trim(), kind));
  const { text, dropped } = tidy(typed);
  if (text === '') return refused(refusal.empty(text, kind));
  if (notNumbers.test(text)) return refused(refusal.endless(text, kind));
  const clock = readClock(text, kind);
  return clock ?? readSpelling({ text: rewritten(text, kind), dropped, kind });
}

function better(text: string, kind: QuantityKind): string | undefined {
  const reading = parseQuantity(text, kind);
  if (reading.type === 'understood') return reading.text;
  return reading.type === 'ambiguous' ? reading.choices[0]?.text : undefined;
}

/** Reads the stored form and nothing else: a plain decimal, one space, a stored unit, within the question's bounds. */
export function parseCanonical(text: string, kind: QuantityKind): Result<Quantity> {
  const found = readStored(text, kind);
  if (found === undefined) return err([refusal.notStored(text, kind, better(text, kind))]);
  const amount = kind.dimension === 'count' ? { ...found, unit: countMeaning(kind).unit } : found;
  const problem = problemWith(amount, kind);
  return problem === undefined ? ok(quantity(amount)) : err([problem]);
}

/** The base number of a stored quantity (data per second, bytes, milliseconds, a fraction); throws on any other text. */
export function baseOf(text: string, dimension: Dimension, noun?: string): number {
  const amount = readStored(text, { dimension, noun, months: true });
  if (amount === undefined) throw new RangeError(`${text} is not a stored ${dimension}`);
  return baseOfAmount(amount);
}

const literalOrder: readonly Dimension[] = [
  'duration',
  'size',
  'throughput',
  'percent',
  'growth',
  'money',
  'rate',
  'count',
];

/** The dimension and base number of a literal such as `250 ms`, whose question is not known; any counted thing is taken. */
export function literalBase(text: string): Result<{ readonly dimension: Dimension; readonly base: number }> {
  const unit = text.slice(text.indexOf(' ') + 1);
  const noun = unit === text ? undefined : unit.replace(/\/[^/]*$/, '');
  for (const dimension of literalOrder) {
    const amount = readStored(text, { dimension, noun, months: true });
    if (amount !== undefined) return ok({ dimension, base: baseOfAmount(amount) });
  }
  const hint = 'Write a plain decimal number, one space and a unit, for example 250 ms.';
  return err([{ code: 'quantity-literal', message: `“${text}” is not a quantity.`, hint }]);
}

/** A stored quantity in another unit of its dimension, rounded to 15 digits and 12 decimals where it has no finite form. */
export function convert(text: string, unit: string, kind: QuantityKind): Result<string> {
  const from = readStored(text, kind);
  const to = storedUnit(unit, kind.dimension, kind);
  if (from === undefined) return err([refusal.notStored(text, kind, better(text, kind))]);
  const sameThing = to !== undefined && familyOf(to, kind.dimension) === familyOf(from.unit, kind.dimension);
  if (!sameThing) return err([refusal.unknownUnit(unit, kind)]);
  const { value } = scaled(from.value, between(from.unit, to), 15);
  const amount = { value: cutToKept(value), unit: to };
  return fits(amount) ? ok(storedText(amount)) : err([refusal.outOfReach(storedText(amount), kind)]);
}
