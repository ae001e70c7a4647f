import { ok, type Result } from '../kernel/index.js';
import type { Format } from '../render/index.js';
import { specNumbers, writeSpecNumbers } from '../store/index.js';
import type { Workspace } from './workspace.js';

/** Says whether a format writes where specs are known by numbers. */
const isNumbered = ({ outputs }: Format): boolean => outputs.some(({ path }) => path.includes('{number}'));

type Counting = { readonly formats: readonly Format[]; readonly counted?: readonly string[] | undefined };

/** Gives the number that a spec has, or would get when all of `counted` get theirs; nothing when no format asks for one. */
export function numberOf(
  { disk, project }: Workspace,
  slug: string,
  { formats, counted = [slug] }: Counting,
): Result<string | undefined> {
  if (!formats.some(isNumbered)) return ok(undefined);
  const numbers = specNumbers(disk, project.root, counted);
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
