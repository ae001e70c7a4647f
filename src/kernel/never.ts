/** Marks a case that the types rule out; reaching it is a bug. */
export function never(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
