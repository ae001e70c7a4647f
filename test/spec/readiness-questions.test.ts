import { describe, expect, it } from 'vitest';
import type { OpenQuestion } from '../../src/spec/document.js';
import { buildReadiness } from '../../src/spec/readiness.js';
import { aRequirement } from './a-requirement.js';

const open = (id: string): OpenQuestion => ({
  ...{ id, section: '', prompt: `What about ${id}?`, owner: '', due: '', state: 'open', meanwhile: '' },
  ...{ why: '', touches: [], required: false },
});
const askedOf = (id: string) => buildReadiness([], [open(id)]).find((one) => one.open.length > 0)?.asks;

const DEPLOYED = 'How is it deployed, and taken back?';
const MONITORED = 'How is it monitored?';
const SECURED = 'How is it secured?';
const DEBUGGED = 'How is it debugged?';
const EVOLVES = 'How does it evolve?';
const USERS = 'What happens with real users?';
const INPUT = 'What happens with bad input?';
const FAILS = 'What happens when a part of it fails?';
const NEXT = 'What does the next developer need to know?';

describe('the nine questions of production', () => {
  it('stand in their order, also where nothing is known', () => {
    expect(buildReadiness([], [])).toEqual(
      [DEPLOYED, MONITORED, SECURED, DEBUGGED, EVOLVES, USERS, INPUT, FAILS, NEXT].map((asks) => ({
        ...{ asks, requirements: [], open: [] },
      })),
    );
  });

  it.each([
    [DEPLOYED, ['rol.stages', 'leg.environments', 'ops.runs_on', 'pipe.every']],
    [MONITORED, ['obs.alerts', 'rec.slo', 'rec.slo_window', 'ops.on_call', 'ops.ack_time', 'ops.escalation']],
    [SECURED, ['sec.auth', 'cmp.law', 'mt.tenants', 'ifc.error_hides', 'data.ids_guessable']],
    [
      DEBUGGED,
      [
        ...['ops.runbooks', 'obs.debug_steps', 'obs.debug_access', 'obs.debug_time', 'obs.correlation'],
        ...['obs.log_fields', 'obs.log_format', 'obs.log_lines', 'obs.log_retention', 'obs.trace_sampling'],
        'obs.body_logging',
      ],
    ],
    [
      EVOLVES,
      [
        ...['leg.constraints', 'mig.rows', 'ifc.versioning', 'ifc.old_versions', 'rol.schema_changes'],
        ...['rol.schema_rule', 'rol.skew', 'data.skew', 'data.old_readers', 'data.readable_after_rollback'],
        'ops.decommission',
      ],
    ],
    [
      USERS,
      ['ctx.flows', 'traffic.peak_rate', 'fe.pages', 'cli.flags', 'ops.user_channel', 'ops.user_notice'],
    ],
    [INPUT, ['ifc.endpoints', 'api.x', 'data.stores', 'sec.parsers', 'sec.limits', 'llm.x', 'evt.topics']],
    [FAILS, ['rec.rpo', 'dep.pools', 'con.locks', 'wrk.queues', 'cron.jobs', 'pay.x']],
    [NEXT, ['rsk.risks', 'tst.x', 'aia.x', 'arc.x', 'ops.owner', 'ops.successor', 'own.section', 'odd', '']],
  ])('%s takes what belongs to it', (asks, ids) => {
    expect(ids.map((id) => [id, askedOf(id)])).toEqual(ids.map((id) => [id, asks]));
  });

  it('take a cell where its question is', () => {
    expect(askedOf('leg.environments.prod.url')).toBe(DEPLOYED);
    expect(askedOf('leg.constraints.law.text')).toBe(EVOLVES);
  });

  it('take a requirement by the first answer it rests on', () => {
    const requirements = [
      aRequirement('a', { answers: ['rec.slo', 'dep.pools'] }),
      aRequirement('b', { answers: ['dep.pools', 'rec.slo'] }),
      aRequirement('c', { answers: [] }),
    ];
    const placed = buildReadiness(requirements, []).flatMap((one) =>
      one.requirements.map(({ id }) => [id, one.asks]),
    );

    expect(placed).toEqual([
      ['a', MONITORED],
      ['b', FAILS],
      ['c', NEXT],
    ]);
  });
});
