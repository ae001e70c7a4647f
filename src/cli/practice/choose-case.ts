import { nearest, err, ok, type Result } from '../../kernel/index.js';
import type { CaseFile } from '../../store/index.js';

/** Finds the case a person named; nothing was named: the one that the seed picks. */
export function chooseCase(
  cases: readonly CaseFile[],
  word: string | undefined,
  seed: number,
): Result<CaseFile> {
  const ids = cases.map(({ caseInfo }) => caseInfo.id);
  const found =
    word === undefined
      ? cases[seed % Math.max(1, cases.length)]
      : cases.find(({ caseInfo }) => caseInfo.id === word);
  if (found !== undefined) return ok(found);
  const near = nearest(word ?? '', ids, 1)[0];
  const message = `There is no case ${word ?? ''} to practise.`;
  const hint = near === undefined ? `Cases: ${ids.join(', ')}.` : `Did you mean ${near}?`;
  return err([{ code: 'unknown-case', message, hint }]);
}

/** Reads the seed of a variant; without one the clock gives it. */
export function parseSeed(text: string | undefined, now: number): Result<number> {
  if (text === undefined) return ok(Math.floor(now / 1000) % 10_000);
  if (/^\d{1,9}$/.test(text)) return ok(Number(text));
  const message = `The seed ${text} is not a whole number.`;
  return err([
    { code: 'seed-number', message, hint: 'Give the number that an exercise printed: --seed 42.' },
  ]);
}
