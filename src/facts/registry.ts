import type { FactDefinition } from './fact.js';

/** Every fact the product can compute, in the order they are shown. */
export const FACTS: readonly FactDefinition[] = [];
