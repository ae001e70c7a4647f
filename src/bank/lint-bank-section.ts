import type { Section } from './bank.js';
import { flawIf, type Flaw } from './lint-bank-problem.js';

const MAX_WORDS = 60;

/** What is wrong with what newcomers are told before a section. */
export function sectionFlaws({ id, opening }: Section): readonly Flaw[] {
  const words = opening?.says.trim().split(/\s+/).length ?? 0;
  return flawIf(words > MAX_WORDS, {
    subject: `section ${id}`,
    path: ['opening', 'says'],
    code: 'lint-opening-length',
    message: `The opening of ${id} has ${String(words)} words; at most ${String(MAX_WORDS)} are read.`,
    hint: 'Keep what goes wrong, and leave the remedy to the questions.',
  });
}
