import type { Problem } from '../../kernel/index.js';
import { isNegative } from './decimal.js';
import { beyond, negative, outOfReach, unlistedUnit } from './problems.js';
import { baseOfAmount, baseOfStored, fits, storedText } from './stored.js';
import type { Stored } from './stored.js';
import type { QuantityKind } from './types.js';

const chosenUnits: ReadonlySet<string> = new Set(['rate', 'size', 'throughput', 'duration', 'money']);

/** The units a question restricts itself to, where its dimension has a choice of units. */
export function listedUnits(kind: QuantityKind): readonly string[] | undefined {
  return chosenUnits.has(kind.dimension) && kind.units !== undefined && kind.units.length > 0
    ? kind.units
    : undefined;
}

function mayBeNegative(kind: QuantityKind): boolean {
  const low = kind.min === undefined ? undefined : baseOfStored(kind.min, kind);
  return kind.dimension === 'growth' || (low !== undefined && low < 0);
}

function outOfBounds(amount: Stored, kind: QuantityKind): Problem | undefined {
  const base = baseOfAmount(amount);
  const { min, max } = kind;
  const low = min === undefined ? undefined : baseOfStored(min, kind);
  const high = max === undefined ? undefined : baseOfStored(max, kind);
  const text = storedText(amount);
  if (min !== undefined && low !== undefined && base < low) return beyond(text, { side: 'min', text: min });
  if (max !== undefined && high !== undefined && base > high) return beyond(text, { side: 'max', text: max });
  return undefined;
}

/** Why the question does not take this amount: its unit, its sign, its size; undefined if it does. */
export function problemWith(amount: Stored, kind: QuantityKind): Problem | undefined {
  const units = listedUnits(kind);
  const text = storedText(amount);
  if (!fits(amount)) return outOfReach(text, kind);
  if (units !== undefined && !units.includes(amount.unit.text)) return unlistedUnit(amount.unit.text, kind);
  if (isNegative(amount.value) && !mayBeNegative(kind)) return negative(text, kind);
  return outOfBounds(amount, kind);
}
