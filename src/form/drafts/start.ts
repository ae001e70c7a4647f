import type { Value } from '../../bank/index.js';
import type { DraftOptions, DraftShape } from './types.js';

/** The value a draft starts with: what is stored, or the default of the bank. */
export function startValue(shape: DraftShape, { value }: DraftOptions): Value | undefined {
  if (value !== undefined) return value;
  return 'default' in shape ? shape.default : undefined;
}
