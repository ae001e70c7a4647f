import { createAnalyst } from '../../src/analysis/index.js';
import { appliesTo, judgeRule } from '../../src/analysis/judge-rule.js';
import { planRules } from '../../src/analysis/rule-plan.js';
import { evolve, situationOf, type Session } from '../../src/interview/index.js';
import { largestCase } from './largest-case.js';
import type { Pairs } from './measure.js';

const QUESTION = 'traffic.peak_rate';
// An interview has analysed that often before anybody could notice how long it takes.
const WARM = 60;

/** Measures the analysis of the largest case after one answer against judging only the rules that read that answer. */
export function analysisRatio(root: string, count: number): Pairs {
  const session = largestCase(root);
  const analyse = createAnalyst(session.bank);
  const readers = planRules(session.bank).dependants.get(QUESTION) ?? [];
  const taken: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  const states = [answering(session, '55 req/s'), answering(session, '65 req/s')].map((changed) => ({
    changed,
    situation: situationOf(changed),
  }));
  for (let index = 0; index < WARM + count * 30; index += 1) {
    const state = states[index % 2];
    if (state === undefined) continue;
    const reference = timed(() => {
      for (const planned of readers) {
        if (appliesTo(planned, session.bank, state.situation.view))
          judgeRule(planned, session.bank, state.situation.view);
      }
    });
    const ours = timed(() => void analyse(state.changed, state.situation));
    if (index >= WARM) {
      taken.reference.push(reference);
      taken.ours.push(ours);
    }
  }
  return taken;
}

function timed(act: () => void): number {
  const since = performance.now();
  act();
  return performance.now() - since;
}

function answering(session: Session, value: string): Session {
  const answer = { status: 'answered' as const, value };
  return evolve(session, { type: 'answered', step: QUESTION, question: QUESTION, answer, where: 'own' });
}
