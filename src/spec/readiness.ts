import type { OpenQuestion, Requirement } from './document.js';
import { questionIdOf } from './ground.js';

/** One of the nine questions of production, with what the spec requires for it and what nobody has answered. */
export type Readiness = {
  readonly asks: string;
  readonly requirements: readonly Requirement[];
  readonly open: readonly OpenQuestion[];
};

/** The nine questions; a question of a bank that is named wins over its section, and the last one takes the sections of a team's own bank. */
const NINE: readonly { readonly asks: string; readonly takes: readonly string[] }[] = [
  { asks: 'How is it deployed, and taken back?', takes: ['rol', 'leg.environments', 'ops.runs_on', 'pipe'] },
  {
    asks: 'How is it monitored?',
    takes: ['obs', 'rec.slo', 'rec.slo_window', 'ops.on_call', 'ops.ack_time', 'ops.escalation'],
  },
  { asks: 'How is it secured?', takes: ['sec', 'cmp', 'mt', 'ifc.error_hides', 'data.ids_guessable'] },
  {
    asks: 'How is it debugged?',
    takes: [
      ...[
        'ops',
        'obs.debug_steps',
        'obs.debug_access',
        'obs.debug_time',
        'obs.correlation',
        'obs.log_fields',
      ],
      ...['obs.log_format', 'obs.log_lines', 'obs.log_retention', 'obs.trace_sampling', 'obs.body_logging'],
    ],
  },
  {
    asks: 'How does it evolve?',
    takes: [
      ...['leg', 'mig', 'ifc.versioning', 'ifc.old_versions', 'rol.schema_changes', 'rol.schema_rule'],
      ...['rol.skew', 'data.skew', 'data.old_readers', 'data.readable_after_rollback', 'ops.decommission'],
    ],
  },
  {
    asks: 'What happens with real users?',
    takes: ['ctx', 'traffic', 'fe', 'cli', 'ops.user_channel', 'ops.user_notice'],
  },
  {
    asks: 'What happens with bad input?',
    takes: ['ifc', 'api', 'data', 'sec.parsers', 'sec.limits', 'llm', 'evt'],
  },
  { asks: 'What happens when a part of it fails?', takes: ['rec', 'dep', 'con', 'wrk', 'cron', 'pay'] },
  {
    asks: 'What does the next developer need to know?',
    takes: ['rsk', 'tst', 'aia', 'arc', 'ops.owner', 'ops.successor'],
  },
];

/** Says how far a spec is towards production: what is required and what is open, for each of nine questions. */
export function buildReadiness(
  requirements: readonly Requirement[],
  open: readonly OpenQuestion[],
): readonly Readiness[] {
  return NINE.map(({ asks }) => ({
    asks,
    requirements: requirements.filter(({ answers }) => asksAbout(answers[0] ?? '') === asks),
    open: open.filter(({ id }) => asksAbout(id) === asks),
  }));
}

function asksAbout(answer: string): string | undefined {
  const question = questionIdOf(answer);
  const section = question.split('.')[0] ?? '';
  const named = NINE.find(({ takes }) => takes.includes(question));
  return (named ?? NINE.find(({ takes }) => takes.includes(section)) ?? NINE.at(-1))?.asks;
}
