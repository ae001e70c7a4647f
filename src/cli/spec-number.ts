import { ok, type Result } from '../kernel/index.js';
import type { Format } from '../render/index.js';
import { specNumbers, writeSpecNumbers } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** Says whether a format writes where specs are known by numbers. */
const isNumbered = ({ outputs }: Format): boolean => outputs.some(({ path }) => path.includes('{number}'));

/** Gives the number that a spec has, or would get; nothing when no format asks for one. */
export function numberOf(
  { disk, project }: Workspace,
  slug: string,
  formats: readonly Format[],
): Result<string | undefined> {
  if (!formats.some(isNumbered)) return ok(undefined);
  const numbers = specNumbers(disk, project.root, [slug]);
  return numbers.ok ? ok(numbers.value.get(slug)) : numbers;
}

/** Gives specs the numbers that formats ask for, in the settings; a number never changes after. */
export function keepNumbers(
  { disk, project }: Workspace,
  slugs: readonly string[],
  formats: readonly Format[],
): Result<void> {
  if (!formats.some(isNumbered)) return ok(undefined);
  const numbers = specNumbers(disk, project.root, slugs);
  return numbers.ok ? writeSpecNumbers(disk, project.root, numbers.value) : numbers;
}
