import type { Problem } from './problem.js';

/** The outcome of something that may be refused: a value, or what is wrong. */
export type Result<T, E = readonly Problem[]> = Ok<T> | Err<E>;

/** A success that carries its value. */
export type Ok<T> = { readonly ok: true; readonly value: T };

/** A refusal that carries its reasons. */
export type Err<E> = { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** Wraps the reasons of a refusal. */
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/** Collects many results: every value, or every problem of every refusal. */
export function allOk<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.error));
  if (problems.length > 0) return err(problems);
  return ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}
