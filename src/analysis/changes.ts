import type { SettledQuestion } from '../interview/index.js';

/** The questions of a bank that stand otherwise than before; without a before, all of them. */
export function changedSince(
  before: readonly SettledQuestion[] | undefined,
  now: readonly SettledQuestion[],
): readonly string[] {
  const changed = before === undefined ? now : now.filter((each, at) => !isSame(each, before[at]));
  return changed.map(({ id }) => id);
}

function isSame(now: SettledQuestion, before: SettledQuestion | undefined): boolean {
  return now.answer === before?.answer && now.value === before?.value && now.state === before?.state;
}
