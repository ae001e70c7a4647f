import type { HttpError, HttpOperation } from './http-parts.js';
import type { ReadRow } from './read-table.js';

/** What a whole description needs. */
export type HttpNeeds = {
  readonly server: string;
  readonly licence: string;
  readonly operations: readonly HttpOperation[];
  readonly errors: readonly HttpError[];
  readonly limits: readonly ReadRow[];
};

/** Says what is missing, each with the question that asks for it; nothing when the description is whole. */
export function httpGaps({ server, licence, operations, errors, limits }: HttpNeeds): readonly string[] {
  const isCallers = errors.some(({ status }) => status.startsWith('4'));
  const isLimited = limits.some(({ cell }) => cell('response') === 'refuse');
  const gaps: readonly (readonly [boolean, string])[] = [
    [operations.length === 0, 'no call of HTTP is known (ifc.endpoints)'],
    [server === '', 'no address is known (ifc.base_url)'],
    [licence === '', 'no licence is known (ifc.licence)'],
    [errors.length === 0, 'no error is known (ifc.errors)'],
    [errors.length > 0 && !isCallers, 'no error that the caller causes is known (ifc.errors)'],
    [
      isLimited && errors.length > 0 && errors.every(({ status }) => status !== '429'),
      'calls above a limit are refused, and no error 429 is known (ifc.errors)',
    ],
  ];
  return [
    ...gaps.flatMap(([missing, says]) => (missing ? [says] : [])),
    ...operations.flatMap(({ id, partial }) => partial.map((says) => `${id}: ${says}`)),
  ];
}
