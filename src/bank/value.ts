import type { Result } from '../kernel/index.js';
import type { TableShape, Value, ValueShape } from './question.js';
import { checkCell, type ValueContext } from './value-cell.js';
import { checkRows } from './value-rows.js';

export type { ValueContext } from './value-cell.js';

/** Turns plain data, as YAML or JSON gives it, into a value of the question's or column's kind; never throws. */
export function checkValue(
  shape: ValueShape | TableShape,
  raw: unknown,
  context: ValueContext = {},
): Result<Value> {
  return shape.kind === 'table' ? checkRows(shape, raw, context) : checkCell(shape, raw, context);
}
