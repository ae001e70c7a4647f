import { describe, expect, it } from 'vitest';
import { referencesTo, type Intent, type Probe } from '../../src/interview/index.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';
import { at, decided, outcome, play } from './play.js';

const fresh = () => aSession(limiterBank()).build();
const purpose: Intent = { type: 'answer', at: 'ctx.purpose', value: 'Limit callers' };

describe('decide', () => {
  it('accepts an answer to the question that is asked', () => {
    expect(decided(fresh(), purpose)).toEqual({
      ok: true,
      value: {
        type: 'answered',
        step: 'ctx.purpose',
        question: 'ctx.purpose',
        answer: { status: 'answered', value: 'Limit callers' },
        where: 'own',
      },
    });
  });

  it('refuses an answer that arrives late, whatever question is asked by then', () => {
    const later = play(fresh(), purpose);
    expect(outcome(later, purpose)).toBe('stale-answer');
    expect(outcome(play(fresh(), { type: 'review' }), purpose)).toBe('stale-answer');
  });

  it.each<[Intent, string]>([
    [{ type: 'answer', at: 'ctx.purpose', value: true }, 'ctx.purpose'],
    [{ type: 'answer', at: 'ctx.purpose', value: [] }, 'ctx.purpose'],
  ])('refuses %j: the value does not fit', (intent) => {
    expect(decided(fresh(), intent).ok).toBe(false);
  });

  it.each<[Intent, string]>([
    [{ type: 'set-status', at: 'ctx.purpose', standing: { status: 'unknown' } }, 'answered'],
    [
      { type: 'set-status', at: 'ctx.purpose', standing: { status: 'not-applicable', reason: ' ' } },
      'reason-missing',
    ],
    [
      { type: 'set-status', at: 'ctx.purpose', standing: { status: 'deferred', meanwhile: '' } },
      'meanwhile-missing',
    ],
    [
      {
        type: 'set-status',
        at: 'ctx.purpose',
        standing: { status: 'deferred', meanwhile: 'wait', value: 'x' },
      },
      'answered',
    ],
    [
      { type: 'set-status', at: 'ctx.purpose', standing: { status: 'unknown', owner: 'dba', due: 'soon' } },
      'due-date',
    ],
    [
      { type: 'set-status', at: 'ctx.purpose', standing: { status: 'unknown', due: '2026-12-15' } },
      'answered',
    ],
    [{ type: 'confirm', at: 'ctx.purpose' }, 'nothing-to-confirm'],
    [{ type: 'skip', at: 'ctx.purpose' }, 'skipped'],
    [{ type: 'dismiss', at: 'ctx.purpose' }, 'not-a-probe'],
    [{ type: 'clear', at: 'ctx.purpose' }, 'cleared'],
    [{ type: 'go-to', to: 'rec.rpo' }, 'moved'],
    [{ type: 'go-to', to: 'no.such' }, 'not-asked'],
    [{ type: 'go-back', from: 'ctx.purpose' }, 'moved'],
    [{ type: 'undo' }, 'nothing-to-undo'],
    [{ type: 'redo' }, 'nothing-to-redo'],
    [{ type: 'rename', name: '  ' }, 'name-empty'],
    [{ type: 'rename', name: ' Gate ' }, 'renamed'],
    [{ type: 'finish' }, 'finished'],
    [{ type: 'choose-depth', depth: 'quick' }, 'depth-chosen'],
    [
      { type: 'waive', waiver: { finding: 'f', reason: '', owner: 'o', until: '2027-01-01', given: {} } },
      'waiver-incomplete',
    ],
    [
      { type: 'waive', waiver: { finding: 'f', reason: 'r', owner: 'o', until: 'soon', given: {} } },
      'waiver-date',
    ],
    [
      { type: 'waive', waiver: { finding: 'f', reason: 'r', owner: 'o', until: '2027-02-29', given: {} } },
      'waiver-date',
    ],
    [
      { type: 'waive', waiver: { finding: 'f', reason: 'r', owner: 'o', until: '2027-01-01', given: {} } },
      'waived',
    ],
  ])('decides %j as %s', (intent, expected) => {
    expect(outcome(fresh(), intent)).toBe(expected);
  });

  it('writes a shared answer to the context, unless it is kept here', () => {
    const there = play(fresh(), { type: 'go-to', to: 'stk.language' });
    expect(decided(there, { type: 'answer', at: 'stk.language', value: 'Go' })).toMatchObject({
      value: { where: 'context' },
    });
    expect(decided(there, { type: 'answer', at: 'stk.language', value: 'Go', here: true })).toMatchObject({
      value: { where: 'own' },
    });
  });

  it('asks for one cell of a row and puts it into its table', () => {
    const rows = [{ id: 'redis', cells: { name: 'Redis' } }];
    const session = aSession(limiterBank()).answered('dep.parts', rows).build();
    const there = play(session, { type: 'go-to', to: 'dep.parts.redis.p99' });
    const after = play(there, { type: 'answer', at: 'dep.parts.redis.p99', value: '8 ms' });
    expect(after.saved.answers.get('dep.parts')?.value).toEqual([
      { id: 'redis', cells: { name: 'Redis', p99: '8 ms' } },
    ]);
    expect(
      outcome(there, { type: 'set-status', at: 'dep.parts.redis.p99', standing: { status: 'unknown' } }),
    ).toBe('no-status');
  });

  it('confirms a default and a stale answer as they stand', () => {
    const byDefault = play(fresh(), { type: 'go-to', to: 'rec.mode' }, { type: 'confirm', at: 'rec.mode' });
    expect(byDefault.saved.answers.get('rec.mode')).toEqual({ status: 'answered', value: 'a' });
    const stale = aSession(limiterBank())
      .answered('rec.backups', 'hourly')
      .stale('rec.backups', 'rec.rpo')
      .build();
    const confirmed = play(
      stale,
      { type: 'go-to', to: 'rec.backups' },
      { type: 'confirm', at: 'rec.backups' },
    );
    expect(confirmed.saved.stale.size).toBe(0);
  });

  describe('a follow-up question', () => {
    const probe: Probe = { id: 'rule.x', asks: 'Why?', about: ['ctx.purpose'] };
    const there = () =>
      play(fresh(), purpose, { type: 'skip', at: 'ctx.state' }, { type: 'skip', at: 'ctx.store' });

    it('comes behind the section it is about', () => {
      expect(at(there(), [probe])).toBe('probe:rule.x');
    });

    it.each<[Intent, string]>([
      [{ type: 'answer', at: 'probe:rule.x', value: 'Because.' }, 'probe-settled'],
      [{ type: 'answer', at: 'probe:rule.x', value: ' ' }, 'empty'],
      [{ type: 'answer', at: 'probe:rule.x', value: true }, 'empty'],
      [{ type: 'dismiss', at: 'probe:rule.x' }, 'probe-settled'],
      [{ type: 'skip', at: 'probe:rule.x' }, 'skipped'],
      [
        { type: 'set-status', at: 'probe:rule.x', standing: { status: 'unknown', owner: 'dba' } },
        'probe-settled',
      ],
      [
        { type: 'set-status', at: 'probe:rule.x', standing: { status: 'not-applicable', reason: '' } },
        'reason-missing',
      ],
      [{ type: 'confirm', at: 'probe:rule.x' }, 'not-for-a-probe'],
      [purpose, 'stale-answer'],
    ])('takes %j as %s', (intent, expected) => {
      expect(outcome(there(), intent, [probe])).toBe(expected);
    });
  });

  it('lists the cells that point at a row', () => {
    const session = aSession(limiterBank())
      .answered('dep.parts', [{ id: 'redis', cells: { name: 'Redis' } }])
      .answered('dep.calls', [{ id: 'get', cells: { part: 'redis', name: 'get' } }])
      .build();
    expect(referencesTo(session, 'dep.parts', 'redis')).toEqual(['dep.calls.get.part']);
    expect(referencesTo(session, 'dep.parts', 'other')).toEqual([]);
  });
});
