import { decimalOf, inBase, isKept, plain, toNumber } from './decimal.js';
import type { Decimal } from './decimal.js';
import { storedUnit, writtenUnit } from './units.js';
import type { QuantityKind, Unit } from './types.js';

/** An exact number of one stored unit. */
export type Stored = { readonly value: Decimal; readonly unit: Unit };

const form = /^(-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?)(?: (\S.{0,60}))?$/u;

/** Takes `<plain decimal> <unit>` apart; undefined for any other text. */
export function readStored(text: string, kind: QuantityKind): Stored | undefined {
  const match = form.exec(text);
  const unit = match === null ? undefined : storedUnit(match[2] ?? '', kind.dimension, kind);
  if (match === null || unit === undefined) return undefined;
  return { value: decimalOf(match[1] ?? '0'), unit };
}

/** The stored text of an exact amount. */
export function storedText({ value, unit }: Stored): string {
  const digits = plain(value);
  const suffix = writtenUnit(unit, digits);
  return suffix === '' ? digits : `${digits} ${suffix}`;
}

/** The amount as a double in the base unit of its dimension. */
export const baseOfAmount = ({ value, unit }: Stored): number => inBase(value, unit.toBase);

/** The base number of a stored text; undefined for any other text. */
export function baseOfStored(text: string, kind: QuantityKind): number | undefined {
  const stored = readStored(text, kind);
  return stored && baseOfAmount(stored);
}

/** The fields of a quantity that follow from the amount alone. */
export function fieldsOf(amount: Stored): { text: string; number: number; unit: string; base: number } {
  return {
    text: storedText(amount),
    number: toNumber(amount.value),
    unit: writtenUnit(amount.unit, plain(amount.value)),
    base: baseOfAmount(amount),
  };
}

export const fits = (amount: Stored): boolean => isKept(amount.value);
