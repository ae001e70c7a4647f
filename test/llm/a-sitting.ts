import { analyse } from '../../src/analysis/index.js';
import type { JoinedBank } from '../../src/bank/index.js';
import type { Session } from '../../src/interview/index.js';
import { ok } from '../../src/kernel/index.js';
import {
  createBudget,
  createFollowUps,
  createModel,
  type Exchange,
  type FollowUps,
} from '../../src/llm/index.js';
import { createRunner, type Runner, type Saver } from '../../src/runner/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aClock, type AClock } from './a-clock.js';

/** Three questions in two sections. */
export function failureBank(): JoinedBank {
  return aBank()
    .question(
      { id: 'traffic.rate', kind: 'text', prompt: 'How many requests come at the peak?' },
      { id: 'traffic.instances', kind: 'text', prompt: 'How many instances run?' },
      { id: 'rec.failures', kind: 'prose', prompt: 'What happens when a dependency fails?' },
      { id: 'rec.owner', kind: 'text', prompt: 'Who restores it?' },
    )
    .joined();
}

/** An interview with a model behind it. */
export type ASitting = {
  readonly runner: Runner;
  readonly followUps: FollowUps;
  readonly clock: AClock;
  readonly log: Exchange[];
};

type Given = {
  readonly session: Session;
  readonly url: string;
  readonly save?: Saver;
  readonly tokens?: number;
  readonly key?: string | undefined;
};

/** Opens an interview whose committed answers a model hears about. */
export function aSitting(given: Given): ASitting {
  const clock = aClock();
  const log: Exchange[] = [];
  const model = createModel({
    apiKey: 'key' in given ? given.key : 'sk-ant-test-0123456789abcdef',
    ...{
      baseUrl: given.url,
      name: 'claude-sonnet-5-5',
      clock,
      budget: createBudget({ tokens: given.tokens ?? 1_000_000 }),
    },
    record: (exchange) => void log.push(exchange),
  });
  const followUps = createFollowUps(model);
  const runner = createRunner({
    session: given.session,
    save: given.save ?? (() => ok(undefined)),
    analyse,
    prober: ({ question, scene, raise, whisper }) => {
      const { session, facts, analysis } = scene;
      followUps.hear({ question, session, facts, findings: analysis.findings, raise, whisper });
    },
  });
  return { runner, followUps, clock, log };
}
