import type { Problem } from '../../kernel/index.js';
import { singular } from './noun.js';
import { quoted } from './spelling.js';
import { baseOfStored } from './stored.js';
import type { Dimension, QuantityKind } from './types.js';

/** What each dimension is called in a sentence. */
const called: Readonly<Record<Dimension, string>> = {
  rate: 'a rate',
  size: 'a size',
  throughput: 'a throughput',
  duration: 'a duration',
  percent: 'a percentage',
  growth: 'a growth per month',
  count: 'a count',
  money: 'an amount of money',
};

const examples: Readonly<Record<Dimension, readonly [string, string]>> = {
  rate: ['900', 'req/s'],
  size: ['4', 'GiB'],
  throughput: ['10', 'MiB/s'],
  duration: ['250', 'ms'],
  percent: ['99.95', '%'],
  growth: ['8', '%/month'],
  count: ['12', ''],
  money: ['1900', 'EUR/month'],
};

/** A quantity that such a question takes. */
export function exampleOf(kind: QuantityKind): string {
  const [number, unit] = examples[kind.dimension];
  const noun = kind.noun === undefined ? undefined : singular(kind.noun);
  const named = kind.dimension === 'rate' && noun !== undefined ? `${noun}/s` : unit;
  const first = kind.units === undefined || kind.units.includes(named) ? named : (kind.units[0] ?? named);
  const text = first === '' ? number : `${number} ${first}`;
  return outside(text, kind) ?? text;
}

/** The bound that an example would break. */
function outside(text: string, kind: QuantityKind): string | undefined {
  const base = baseOfStored(text, kind);
  const { min, max } = kind;
  const low = min === undefined ? undefined : baseOfStored(min, kind);
  const high = max === undefined ? undefined : baseOfStored(max, kind);
  if (base === undefined) return min ?? max;
  if (low !== undefined && base < low) return min;
  return high !== undefined && base > high ? max : undefined;
}

const example = (kind: QuantityKind): string =>
  `Write one number and its unit, for example ${exampleOf(kind)}.`;

const wants = (kind: QuantityKind): string => `this question takes ${called[kind.dimension]}`;

type Refusal = (typed: string, kind: QuantityKind) => Problem;

export const empty: Refusal = (_, kind) => ({
  code: 'quantity-empty',
  message: `Nothing is written yet; ${wants(kind)}.`,
  hint: example(kind),
});

export const tooLong: Refusal = (typed, kind) => ({
  code: 'quantity-too-long',
  message: `${quoted(typed)} is longer than a quantity; ${wants(kind)}.`,
  hint: example(kind),
});

export const noNumber: Refusal = (typed, kind) => ({
  code: 'quantity-no-number',
  message: `${quoted(typed)} has no number at its start; ${wants(kind)}.`,
  hint: example(kind),
});

export const unreadable: Refusal = (typed, kind) => ({
  code: 'quantity-unreadable',
  message: `The digits of ${quoted(typed)} are not one plain number; ${wants(kind)}.`,
  hint: example(kind),
});

export const outOfReach: Refusal = (typed, kind) => ({
  code: 'quantity-out-of-reach',
  message: `${quoted(typed)} is beyond what can be kept: at most 18 digits before the point and 12 behind it.`,
  hint: `Use a larger or smaller unit, for example ${exampleOf(kind)}.`,
});

export const endless: Refusal = (typed, kind) => ({
  code: 'quantity-endless',
  message: `${quoted(typed)} cannot be tested; ${wants(kind)}.`,
  hint: `Write the number at which something has to happen, for example ${exampleOf(kind)}, or mark the answer unknown.`,
});

/** The last number of a range, with what follows it. */
function lastOf(typed: string): string {
  return (
    typed
      .match(/\d[\d.,]*\D*/g)
      ?.at(-1)
      ?.trim() ?? typed
  );
}

export const severalNumbers: Refusal = (typed) => ({
  code: 'quantity-several-numbers',
  message: `${quoted(typed)} holds more than one number; a limit that can be tested is one number.`,
  hint: `Write the worse one, the one the design has to hold at, for example ${lastOf(typed)}.`,
});

export const negative: Refusal = (typed, kind) => ({
  code: 'quantity-negative',
  message: `${quoted(typed)} is below zero; ${called[kind.dimension]} is zero or more.`,
  hint: `Write it without the minus, for example ${exampleOf(kind)}.`,
});

export function unknownUnit(unit: string, kind: QuantityKind): Problem {
  const units = kind.units === undefined ? '' : ` Its units: ${kind.units.join(', ')}.`;
  return {
    code: 'quantity-unit',
    message: `${quoted(unit)} is not a unit known here; ${wants(kind)}.`,
    hint: `${example(kind)}${units}`,
  };
}

export function otherDimension(unit: string, found: Dimension, kind: QuantityKind): Problem {
  return {
    code: 'quantity-dimension',
    message: `${quoted(unit)} makes it ${called[found]}; ${wants(kind)}.`,
    hint: example(kind),
  };
}

export function beyond(
  text: string,
  bound: { readonly side: 'min' | 'max'; readonly text: string },
): Problem {
  const low = bound.side === 'min';
  return {
    code: low ? 'quantity-below-min' : 'quantity-above-max',
    message: `${text} is ${low ? 'below the smallest' : 'above the largest'} value this question takes, ${bound.text}.`,
    hint: `Write ${bound.text} or ${low ? 'more' : 'less'}, for example ${bound.text}.`,
  };
}

export function notStored(typed: string, kind: QuantityKind, better: string | undefined): Problem {
  return {
    code: 'quantity-form',
    message: `${quoted(typed)} is not in the stored form of ${called[kind.dimension]}: a plain decimal number, one space, the unit.`,
    hint: `Write ${better ?? exampleOf(kind)}.`,
  };
}

export function unlistedUnit(unit: string, kind: QuantityKind): Problem {
  return {
    code: 'quantity-unit',
    message: `This question is answered in ${(kind.units ?? []).join(' or ')}, not in ${unit}.`,
    hint: example(kind),
  };
}
