import { describe, expect, it } from 'vitest';
import type { Event, Intent } from '../../src/interview/intent.js';
import type { Probe, Session } from '../../src/interview/session.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';
import { decided, play } from './play.js';

const session = () => aSession(limiterBank());
const go = (to: string): Intent => ({ type: 'go-to', to });
const there = (to: string, from = session()): Session => play(from.build(), go(to));

function event(from: Session, intent: Intent, probes: readonly Probe[] = []): Event {
  const result = decided(from, intent, probes);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refusal(from: Session, intent: Intent, probes: readonly Probe[] = []) {
  const result = decided(from, intent, probes);
  if (result.ok) throw new Error(`${intent.type} was taken.`);
  return result.error;
}

const waive = (over: object): Intent => ({
  type: 'waive',
  waiver: { finding: 'f', reason: 'r', owner: 'o', until: '2027-01-01', given: {}, ...over },
});
const INCOMPLETE = [
  'waiver-incomplete',
  'A waiver needs a reason and an owner.',
  'Say why the finding is acceptable, and who answers for it.',
] as const;
const status = (standing: object): Intent => ({
  ...({ type: 'set-status', at: 'ctx.purpose', standing } as Intent),
});

describe('a refusal', () => {
  it.each<[string, Intent, readonly [string, string, string?]]>([
    ['to undo nothing', { type: 'undo' }, ['nothing-to-undo', 'There is nothing to undo.']],
    ['to redo nothing', { type: 'redo' }, ['nothing-to-redo', 'There is nothing to redo.']],
    [
      'of what is not asked any more',
      { type: 'skip', at: 'rec.rpo' },
      [
        'stale-answer',
        'This was meant for rec.rpo, which is no longer being asked.',
        'Go to that question and answer it there.',
      ],
    ],
    [
      'to dismiss a question',
      { type: 'dismiss', at: 'ctx.purpose' },
      [
        'not-a-probe',
        'Only a follow-up question can be dismissed.',
        'Skip this question, or give it a status.',
      ],
    ],
    [
      'to confirm nothing',
      { type: 'confirm', at: 'ctx.purpose' },
      ['nothing-to-confirm', 'There is no answer to confirm yet.', 'Type one, or choose a status.'],
    ],
    [
      'to go where nothing is asked',
      go('no.such'),
      ['not-asked', 'no.such is not asked in this interview.', 'The outline says why.'],
    ],
    ['of a waiver without a reason', waive({ reason: ' ' }), INCOMPLETE],
    ['of a waiver without an owner', waive({ owner: ' ' }), INCOMPLETE],
    [
      'of a waiver without an end',
      waive({ until: '2027-13-01' }),
      ['waiver-date', 'A waiver ends on a date.', 'Write it as YYYY-MM-DD.'],
    ],
    [
      'of a name that is empty',
      { type: 'rename', name: ' ' },
      ['name-empty', 'The spec needs a name.', 'Two or three words, for example: Rate limiter.'],
    ],
    [
      'of a status without its reason',
      status({ status: 'not-applicable', reason: ' ' }),
      [
        'reason-missing',
        'Not applicable needs a reason.',
        'One sentence is enough, for example: no personal data is stored.',
      ],
    ],
    [
      'of a status without what happens meanwhile',
      status({ status: 'deferred', meanwhile: ' ' }),
      [
        'meanwhile-missing',
        'Deferred needs the behaviour until then.',
        'Say what the system does meanwhile, for example: refuse with 503.',
      ],
    ],
    [
      'of a day that does not exist',
      status({ status: 'unknown', due: '2026-02-30' }),
      [
        'due-date',
        '“2026-02-30” is not a day of the calendar.',
        'Write when the answer is due as YYYY-MM-DD, for example 2026-12-15.',
      ],
    ],
  ])('%s says why, and what to do instead', (_, intent, [code, message, hint]) => {
    expect(refusal(session().build(), intent)).toEqual(
      hint === undefined ? { code, message } : { code, message, hint },
    );
  });

  it('of a status for one cell says that a gap is printed', () => {
    const from = there(
      'dep.parts.redis.p99',
      session().answered('dep.parts', [{ id: 'redis', cells: { name: 'R' } }]),
    );
    const unknown: Intent = {
      type: 'set-status',
      at: 'dep.parts.redis.p99',
      standing: { status: 'unknown' },
    };

    expect(refusal(from, unknown)).toEqual({
      code: 'no-status',
      message: 'One cell of a table is either filled or open.',
      hint: 'Skip it: the gap is printed as an open question.',
    });
  });

  it('names what is wrong with a value, also of a cell and of an assumption', () => {
    const from = there(
      'dep.parts.redis.p99',
      session().answered('dep.parts', [{ id: 'redis', cells: { name: 'R' } }]),
    );
    const soon = { type: 'answer', at: 'dep.parts.redis.p99', value: 'soon' } as const;
    const assumed = { status: 'assumed', value: 'soon' } as const;
    const code = refusal(there('rec.rpo'), { type: 'answer', at: 'rec.rpo', value: 'soon' }).code;

    expect(refusal(from, soon).code).toBe(code);
    expect(refusal(there('rec.rpo'), { type: 'set-status', at: 'rec.rpo', standing: assumed }).code).toBe(
      code,
    );
  });
});

describe('a decision', () => {
  it('keeps what was said beside a value, and trims a name', () => {
    const remarks = { why: 'agreed', by: '@dba' };

    expect(event(session().build(), { type: 'answer', at: 'ctx.purpose', value: 'Limit', remarks })).toEqual({
      ...{ type: 'answered', step: 'ctx.purpose', question: 'ctx.purpose', where: 'own' },
      answer: { why: 'agreed', by: '@dba', status: 'answered', value: 'Limit' },
    });
    expect(event(session().build(), { type: 'rename', name: '  Gate ' })).toEqual({
      type: 'renamed',
      name: 'Gate',
    });
  });

  it.each([
    [{ status: 'unknown', owner: 'dba', due: '2026-12-15' }],
    [{ status: 'not-applicable', reason: 'no data' }],
    [{ status: 'deferred', meanwhile: 'refuse' }],
    [{ status: 'deferred', meanwhile: 'refuse', value: 'Limit' }],
    [{ status: 'assumed', value: 'Limit' }],
  ])('takes the status %j as it is', (standing) => {
    expect(event(session().build(), status(standing))).toEqual({
      ...{ type: 'answered', step: 'ctx.purpose', question: 'ctx.purpose', where: 'own' },
      answer: standing,
    });
  });

  it('to clear or to inherit says whose answer goes', () => {
    const where = (from: Session, type: 'clear' | 'inherit') => {
      const cleared = event(from, { type, at: 'stk.language' });
      return 'where' in cleared ? cleared.where : cleared.type;
    };
    const own = there('stk.language', session().answered('stk.language', 'Go'));
    const shared = there('stk.language', session().shared('stk.language', 'Go'));
    const context = there('stk.language', session().inContext());

    expect([where(own, 'clear'), where(shared, 'clear'), where(context, 'clear')]).toEqual([
      'own',
      'context',
      'own',
    ]);
    expect([where(own, 'inherit'), where(shared, 'inherit')]).toEqual(['own', 'own']);
    expect(event(session().build(), { type: 'clear', at: 'ctx.purpose' })).toEqual({
      ...{ type: 'cleared', step: 'ctx.purpose', question: 'ctx.purpose', where: 'own' },
    });
  });

  it('to confirm keeps what was said beside, and turns an assumption into an answer', () => {
    const assumed = session().answered('rec.rpo', '5 min', { status: 'assumed', by: '@dba' });

    expect(event(there('rec.rpo', assumed), { type: 'confirm', at: 'rec.rpo' })).toEqual({
      ...{ type: 'answered', step: 'rec.rpo', question: 'rec.rpo', where: 'own' },
      answer: { status: 'answered', value: '5 min', by: '@dba' },
    });
  });

  it('to confirm what is shared says so, and what is stale keeps its status', () => {
    const shared = session().shared('stk.language', 'Go');
    const stale = session()
      .answered('rec.backups', 'daily', { status: 'assumed' })
      .stale('rec.backups', 'rec.rpo');

    expect(event(there('stk.language', shared), { type: 'confirm', at: 'stk.language' })).toMatchObject({
      where: 'context',
    });
    expect(event(there('rec.backups', stale), { type: 'confirm', at: 'rec.backups' })).toEqual({
      ...{ type: 'confirmed', step: 'rec.backups', question: 'rec.backups' },
    });
  });

  it('about a cell changes that cell of that row, and keeps what was said of the table', () => {
    const rows = [
      { id: 'redis', cells: { name: 'Redis', p99: '1 ms' } },
      { id: 'db', cells: { name: 'Db' } },
    ];
    const from = there('dep.parts.db.p99', session().answered('dep.parts', rows, { by: '@dba' }));

    expect(event(from, { type: 'answer', at: 'dep.parts.db.p99', value: '8 ms' })).toMatchObject({
      ...{ type: 'answered', step: 'dep.parts.db.p99', question: 'dep.parts', where: 'own' },
      answer: {
        ...{ status: 'answered', by: '@dba' },
        value: [rows[0], { id: 'db', cells: { name: 'Db', p99: '8 ms' } }],
      },
    });
  });

  it('to go back leads to the step before, to the first one from there, and to the last one from nowhere', () => {
    const back = (from: string) => event(session().build(), { type: 'go-back', from });

    expect(back('ctx.state')).toEqual({ type: 'moved', to: 'ctx.purpose' });
    expect(back('ctx.purpose')).toEqual({ type: 'moved', to: 'ctx.purpose' });
    expect(back('no.such')).toEqual({ type: 'moved', to: 'stk.language' });
  });
});
