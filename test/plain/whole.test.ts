import { describe, expect, it } from 'vitest';
import { readShipped } from '../render/shipped.js';
import { aSession } from '../helpers/a-session.js';
import { root } from '../house/program.js';
import { talked } from './talking.js';

const { bank } = readShipped(root);

/** A quick interview of the shipped bank with every kind of command between the answers; what is left is skipped. */
const LINES: readonly string[] = [
  ...['help', 'why', 'back', 'http-api, worker', 'list', 'T2', 'undo', 'T1', 'new', 'none'],
  ...[
    'goto arc.state_class',
    'system-of-record',
    'goto ctx.purpose',
    'Keep lists of tasks for one team.',
    '.',
    'findings',
    'facts',
  ],
  ...['goto ctx.flows', 'add a task | a member | a member writes a task | store it', ''],
  ...['goto ctx.non_goals', 'billing | nobody pays', 'undo', 'billing | it is free', ''],
  ...['goto rec.rpo', 'unknown @dba by 15 Dec', 'goto ops.runs_on', 'n/a it runs on a laptop', 'list all'],
  ...['goto traffic.peak_rate', '5 req/s', 'goto traffic.average_rate', '50 req/s', 'findings'],
  ...Array.from({ length: 90 }, () => 'skip'),
  ...['review', 'finish', 'finish', 'finish'],
];

describe('a quick interview of the shipped bank in lines that only append', () => {
  it('is held to its end with tables, back, undo, unknown, outline, why, findings and review, without one escape sequence', async () => {
    const session = aSession(bank).named('Tasks').depth('quick').build();
    const { out, ending, session: after } = await talked(session, LINES);
    const said = (id: string) => after.saved.answers.get(id);

    expect(ending).toBe('finished');
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(said('arc.tier')?.value).toBe('T1');
    expect(said('ctx.non_goals')?.value).toMatchObject([{ cells: { reason: 'it is free' } }]);
    expect(said('ctx.flows')?.value).toMatchObject([{ cells: { outcome: 'store it' } }]);
    expect(out).toContain('all required answers given');
    expect(out).toMatch(/\((?:block|high|med|info)\): /);
    expect(said('rec.rpo')).toEqual({ status: 'unknown', owner: 'dba', due: '2026-12-15' });
    expect(said('ops.runs_on')).toMatchObject({ status: 'not-applicable' });
    for (const words of ['Why it matters:', 'Section: ', 'Row 1: ', 'Review: ']) expect(out).toContain(words);
  });
});
