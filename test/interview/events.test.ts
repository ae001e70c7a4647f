import { describe, expect, it } from 'vitest';
import { evolve } from '../../src/interview/evolve.js';
import type { Event } from '../../src/interview/intent.js';
import {
  isInherited,
  isSettled,
  waitingRaised,
  type Raised,
  type Session,
  type StoredProbe,
  type Waiver,
} from '../../src/interview/session.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';

const fresh = () => aSession(limiterBank()).build();
const raised = (id: string, of = 'rec.rpo', asks = 'Why?'): Raised => ({ id, asks, about: [of], of });
const waiver = (finding: string, reason = 'small'): Waiver => ({
  ...{ finding, reason, owner: 'me', until: '2027-01-01', given: {} },
});
const answered = (question: string, value: string, over: object = {}): Event => ({
  ...{ type: 'answered', step: question, question, answer: { status: 'answered', value }, where: 'own' },
  ...over,
});
const happened = (session: Session, ...events: readonly Event[]): Session => events.reduce(evolve, session);

describe('a follow-up question of a model', () => {
  const raise = (...probes: readonly Raised[]): Event => ({
    ...{ type: 'probes-raised', raised: probes, position: { type: 'step', id: 'probe:model.a' } },
  });

  it('waits behind those that were there, and is where the person stands now', () => {
    const session = happened(fresh(), raise(raised('model.a')), raise(raised('model.b')));

    expect(session.raised).toEqual([raised('model.a'), raised('model.b')]);
    expect(session.position).toEqual({ type: 'step', id: 'probe:model.a' });
    expect(session.past).toEqual([]);
  });

  it('takes the place of an older one of the same name', () => {
    const again = raised('model.a', 'rec.rpo', 'And now?');
    const session = happened(fresh(), raise(raised('model.a'), raised('model.b')), raise(again));

    expect(session.raised).toEqual([raised('model.b'), again]);
  });

  it('goes when the answer it probes changes, and stays when that is given again', () => {
    const before = happened(
      aSession(limiterBank()).answered('rec.rpo', '5 min').build(),
      raise(raised('model.a'), raised('model.b', 'ctx.purpose')),
    );

    expect(happened(before, answered('rec.rpo', '1 h')).raised).toEqual([raised('model.b', 'ctx.purpose')]);
    expect(happened(before, answered('rec.rpo', '5 min')).raised).toEqual(before.raised);
  });

  it('waits until it is answered or dismissed', () => {
    const probe: StoredProbe = { id: 'model.a', asks: 'Why?', about: [] };
    const before = happened(fresh(), raise(raised('model.a'), raised('model.b')));
    const settled = (over: Partial<StoredProbe>): readonly string[] => {
      const event: Event = { type: 'probe-settled', step: 'probe:model.a', probe: { ...probe, ...over } };
      return waitingRaised(happened(before, event)).map(({ id }) => id);
    };

    expect(settled({ answer: { status: 'unknown' } })).toEqual(['model.b']);
    expect(settled({ dismissed: true })).toEqual(['model.b']);
    expect(settled({ dismissed: false })).toEqual(['model.a', 'model.b']);
    expect(waitingRaised(before).map(({ id }) => id)).toEqual(['model.a', 'model.b']);
    expect(isSettled(probe)).toBe(false);
  });
});

describe('what is settled twice', () => {
  it('is kept once, the last time: a follow-up question', () => {
    const settle = (id: string, value: string): Event => ({
      ...{ type: 'probe-settled', step: `probe:${id}` },
      probe: { id, asks: 'Why?', about: [], answer: { status: 'answered', value } },
    });
    const session = happened(
      fresh(),
      settle('rule.a', 'one'),
      settle('rule.b', 'two'),
      settle('rule.a', 'three'),
    );

    expect(session.saved.probes.map(({ id, answer }) => [id, answer?.value])).toEqual([
      ['rule.b', 'two'],
      ['rule.a', 'three'],
    ]);
    expect(session.position).toEqual({ type: 'next', after: 'probe:rule.a' });
  });

  it('is kept once, the last time: a waiver, and the person stays where they are', () => {
    const events = [waiver('a'), waiver('b'), waiver('a', 'agreed')].map((one): Event => ({
      type: 'waived',
      waiver: one,
    }));
    const session = happened(fresh(), { type: 'moved', to: 'rec.rpo' }, ...events);

    expect(session.saved.waivers).toEqual([waiver('b'), waiver('a', 'agreed')]);
    expect(session.position).toEqual({ type: 'step', id: 'rec.rpo' });
  });
});

describe('an answer that is cleared', () => {
  const clear = (question: string, where: 'own' | 'context'): Event => ({
    ...{ type: 'cleared', step: question, question, where },
  });

  it('is gone from the spec, with what was said of it, and nothing else is', () => {
    const before = aSession(limiterBank())
      .answered('rec.rpo', '5 min')
      .answered('rec.backups', 'hourly')
      .stale('rec.rpo', 'ctx.purpose')
      .stale('rec.backups', 'rec.rpo')
      .build();
    const after = happened(before, clear('rec.rpo', 'own'));

    expect([...after.saved.answers.keys()]).toEqual(['rec.backups']);
    expect([...after.saved.stale]).toEqual([['rec.backups', 'rec.rpo']]);
    expect(after.position).toEqual({ type: 'next', after: 'rec.rpo' });
  });

  it('is gone from what all specs share, and that of the spec stays', () => {
    const both = aSession(limiterBank())
      .answered('stk.language', 'Go')
      .shared('stk.language', 'Java')
      .build();
    const after = happened(both, clear('stk.language', 'context'));

    expect(after.context.size).toBe(0);
    expect(after.saved.answers.get('stk.language')?.value).toBe('Go');
  });

  it('is no longer one that does not fit', () => {
    const misfit = aSession(limiterBank()).raw('rec.rpo', 'soon').raw('rec.mode', 'none').build();

    expect([...happened(misfit, clear('rec.rpo', 'own')).unfit.keys()]).toEqual(['rec.mode']);
    expect([...happened(misfit, answered('rec.mode', 'a')).unfit.keys()]).toEqual(['rec.rpo']);
  });
});

describe('an answer that is given', () => {
  it('makes nothing stale that was answered before it had an answer', () => {
    const before = aSession(limiterBank()).answered('rec.backups', 'hourly').build();

    expect(happened(before, answered('rec.rpo', '5 min')).saved.stale.size).toBe(0);
  });

  it('makes what rests on it stale when only its status changes', () => {
    const before = aSession(limiterBank())
      .answered('rec.rpo', '5 min')
      .answered('rec.backups', 'hourly')
      .build();
    const assumed = answered('rec.rpo', '5 min', { answer: { status: 'assumed', value: '5 min' } });

    expect([...happened(before, assumed).saved.stale]).toEqual([['rec.backups', 'rec.rpo']]);
  });

  it('is itself looked at again, whether it changed or not', () => {
    const before = aSession(limiterBank())
      .answered('rec.backups', 'hourly')
      .stale('rec.backups', 'rec.rpo')
      .build();

    expect(happened(before, answered('rec.backups', 'hourly')).saved.stale.size).toBe(0);
    expect(happened(before, answered('rec.backups', 'daily')).saved.stale.size).toBe(0);
  });

  it('to all specs takes the place of the one of this spec', () => {
    const own = aSession(limiterBank()).answered('stk.language', 'Go').answered('rec.rpo', '1 h').build();
    const after = happened(own, answered('stk.language', 'Rust', { where: 'context' }));

    expect([...after.saved.answers.keys()]).toEqual(['rec.rpo']);
    expect(after.context.get('stk.language')).toEqual({ status: 'answered', value: 'Rust' });
    expect(isInherited(after, 'stk.language')).toBe(true);
  });

  it('in the interview about what is shared is an answer of that interview', () => {
    const shared = aSession(limiterBank()).inContext().build();
    const after = happened(shared, answered('stk.language', 'Rust', { where: 'context' }));

    expect(after.saved.answers.get('stk.language')?.value).toBe('Rust');
    expect(after.context.size).toBe(0);
    expect(isInherited(after, 'stk.language')).toBe(false);
  });
});
