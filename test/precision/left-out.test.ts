import { describe, expect, it } from 'vitest';
import { createAnalyst, type Finding } from '../../src/analysis/index.js';
import { openSession, situationOf } from '../../src/interview/index.js';
import { shippedBank } from '../analysis/shipped-bank.js';
import { goodSpecs, type GoodSpec } from './read-specs.js';

const bank = shippedBank();

// Every so many answers one is left out; the proof sets 1.
const stride = Number(process.env['SPEC_INTERVIEW_LEFT_OUT_STRIDE'] ?? '60');

/** What is left out may be missed, but it may not turn what was said into a mistake. */
const wrongWithout = ({ saved, context }: GoodSpec, ids: readonly string[]): readonly string[] => {
  const analyst = createAnalyst(bank);
  const said = (answers: GoodSpec['saved']['answers']): readonly Finding[] => {
    const { session } = openSession({ bank, mode: 'spec', saved: { ...saved, answers }, context });
    return analyst(session, situationOf(session)).findings;
  };
  const before = new Set(said(saved.answers).map(({ id }) => id));
  return ids.flatMap((id) =>
    said(new Map([...saved.answers].filter(([other]) => other !== id)))
      .filter((finding) => !before.has(finding.id) && isWrong(finding, id))
      .map((finding) => `${finding.id} without ${id}`),
  );
};

/** A finding that quotes the gap says openly what it misses. */
const isWrong = ({ severity, class: kind, quotes }: Finding, left: string): boolean =>
  (severity === 'block' || severity === 'high') &&
  kind !== 'missing' &&
  !quotes.some((quote) => quote.id === left);

/** The frame decides which questions are asked and how bad a finding is; without it there is no spec to judge. */
const leavable = ({ saved }: GoodSpec): readonly string[] =>
  [...saved.answers.keys()].filter((id) => !id.startsWith('arc.'));

describe('an answer that is left out of a good spec', () => {
  it.each(goodSpecs().map((spec, at) => ({ spec, at, name: spec.name })))(
    'contradicts nothing: $name',
    ({ spec, at }) => {
      const left = leavable(spec).filter((_, place) => (place + at) % stride === 0);
      expect(wrongWithout(spec, left)).toEqual([]);
    },
    600_000,
  );
});
