import { describe, expect, it } from 'vitest';
import {
  isOpen,
  minutesOf,
  openSession,
  planChangeText,
  progressOf,
  questionMinutes,
  questionOfStep,
  requiredOpen,
  situationOf,
  stepsOf,
  type Probe,
  type Session,
} from '../../src/interview/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from './bank.js';
import { play, stepOf } from './play.js';

const bank = limiterBank();
const states = (session: Session) =>
  Object.fromEntries(situationOf(session).plan.map(({ id, state }) => [id, state]));

describe('the situation', () => {
  it('gives every question its state', () => {
    const session = aSession(bank)
      .answered('ctx.purpose', 'Limit')
      .answered('ctx.state', 'none')
      .answered('rec.rpo', '5 min', { status: 'assumed' })
      .answered('rec.backups', 'hourly')
      .stale('rec.backups', 'rec.rpo')
      .standing('dep.parts', { status: 'not-applicable', reason: 'alone' })
      .raw('dep.calls', 'not rows')
      .shared('stk.language', 'Go')
      .build();
    expect(states(session)).toEqual({
      'ctx.purpose': 'answered',
      'ctx.state': 'answered',
      'ctx.store': 'not-asked',
      'rec.rpo': 'assumed',
      'rec.backups': 'stale',
      'rec.mode': 'default',
      'dep.parts': 'not-applicable',
      'dep.calls': 'unfit',
      'stk.language': 'inherited',
    });
  });

  it('asks a question whose condition is undecided', () => {
    expect(states(aSession(bank).build())['ctx.store']).toBe('open');
  });

  it('shows conditions what is visible only: values, defaults, deferred ones with a value', () => {
    const session = aSession(bank)
      .standing('rec.rpo', { status: 'unknown' })
      .answered('ctx.purpose', 'later', { status: 'deferred', meanwhile: 'wait' })
      .answered('ctx.state', 'none')
      .answered('ctx.store', 'Postgres')
      .build();
    const { view } = situationOf(session);
    expect(['rec.rpo', 'ctx.purpose', 'ctx.store', 'rec.mode'].map(view.value)).toEqual([
      undefined,
      'later',
      undefined,
      'a',
    ]);
    expect(['rec.rpo', 'ctx.purpose', 'ctx.store', 'rec.mode'].map(view.status)).toEqual([
      'unknown',
      'deferred',
      'not-asked',
      'default',
    ]);
    expect(view.asked('ctx.store')).toBe(false);
  });

  it('leaves out what is deeper than the chosen depth, but keeps seeing its value', () => {
    const session = aSession(bank).depth('quick').answered('rec.backups', 'hourly').build();
    expect(situationOf(session).item('rec.backups')).toMatchObject({
      state: 'not-asked',
      hidden: { type: 'depth', depth: 'standard' },
    });
    expect(situationOf(session).view.value('rec.backups')).toBe('hourly');
  });

  it('asks the later columns of each row, by depth', () => {
    const rows = [
      { id: 'redis', cells: { name: 'Redis' } },
      { id: 'db', cells: { name: 'Db', p99: '9 ms' } },
    ];
    const deep = aSession(bank).answered('dep.parts', rows);
    expect(states(deep.build())).toMatchObject({
      'dep.parts.redis.p99': 'open',
      'dep.parts.db.p99': 'answered',
    });
    expect(states(deep.depth('quick').build())).toMatchObject({ 'dep.parts.redis.p99': 'not-asked' });
    expect(questionOfStep(bank, 'dep.parts.redis.p99')?.id).toBe('dep.parts');
  });

  it('asks for a required cell that a row written by hand lacks, whatever the depth', () => {
    const rows = [{ id: 'get', cells: { name: 'get' } }];
    const quick = aSession(bank).depth('quick').answered('dep.calls', rows);
    expect(states(quick.build())).toMatchObject({ 'dep.calls.get.part': 'open' });
    expect(states(quick.build())).not.toHaveProperty('dep.calls.get.name');
  });

  it('asks the questions of an archetype while it is chosen', () => {
    const core = aBank().question({
      id: 'arc.archetypes',
      kind: 'many',
      options: [{ id: 'worker', label: 'Worker' }],
    });
    const joined = core.joined(
      aBank().named('worker', { archetype: 'worker' }).question({ id: 'wrk.queue' }).build(),
    );
    expect(situationOf(aSession(joined).build()).item('wrk.queue')).toMatchObject({
      hidden: { type: 'archetype', archetype: 'worker' },
    });
    expect(states(aSession(joined).answered('arc.archetypes', ['worker']).build())['wrk.queue']).toBe('open');
  });

  it('asks shared questions only in the interview about the context', () => {
    const asked = situationOf(aSession(bank).inContext().build()).plan.filter(isOpen);
    expect(asked.map(({ id }) => id)).toEqual(['stk.language']);
  });

  it('is computed once for the same answers', () => {
    const session = aSession(bank).build();
    expect(situationOf(play(session, { type: 'skip', at: 'ctx.purpose' }))).toBe(situationOf(session));
  });
});

describe('the order of steps', () => {
  it('puts a follow-up behind the section of the last answer it is about', () => {
    const probe: Probe = { id: 'rule.x', asks: 'Why?', about: ['ctx.purpose', 'rec.rpo'] };
    const lost: Probe = { id: 'model.y', asks: 'And?', about: [] };
    const ids = stepsOf(situationOf(aSession(bank).build()), [probe, lost]).map(({ id }) => id);
    expect(ids.indexOf('probe:rule.x')).toBe(ids.indexOf('rec.mode') + 1);
    expect(ids.at(-1)).toBe('probe:model.y');
  });
});

describe('progress', () => {
  it('counts applicable questions, those done, and what is still required', () => {
    const session = aSession(bank).answered('ctx.state', 'none').build();
    expect(progressOf(situationOf(session), stepOf(session))).toMatchObject({
      ...{ section: 'ctx', position: 1, total: 8, done: 1, requiredLeft: 1 },
    });
    expect(requiredOpen(situationOf(session)).map(({ id }) => id)).toEqual(['ctx.purpose']);
  });

  it('stands at the end in the review', () => {
    const session = play(aSession(bank).build(), { type: 'review' });
    const progress = progressOf(situationOf(session), stepOf(session));
    expect(progress.position).toBe(progress.total);
  });

  it('never falls in time left without an answer, a status or a change of the plan', () => {
    const open = situationOf(aSession(bank).build()).plan.filter(isOpen);
    const less = situationOf(aSession(bank).answered('ctx.purpose', 'Limit').build()).plan.filter(isOpen);
    expect(minutesOf(less)).toBeLessThan(minutesOf(open));
    expect(bank.questions.every((question) => questionMinutes(question) > 0)).toBe(true);
  });

  it('says nothing when nothing changed in the plan', () => {
    expect(planChangeText({ added: [], removed: [], stale: [] })).toBeUndefined();
  });
});

describe('opening a session', () => {
  const open = (answers: ReadonlyMap<string, object>) =>
    openSession({
      ...{ bank, mode: 'spec', context: new Map([['rec.rpo', { status: 'answered', raw: '5 min' }]]) },
      saved: {
        name: 'x',
        depth: 'deep',
        answers: answers as never,
        stale: new Map(),
        probes: [],
        waivers: [],
      },
    });

  it('reports an answer that no bank asks, with the nearest question', () => {
    const { problems, session } = open(new Map([['rec.rpp', { status: 'answered', raw: 'x' }]]));
    expect(problems).toMatchObject([
      { code: 'unknown-question', hint: expect.stringContaining('Did you mean rec.rpo?') as string },
    ]);
    expect(session.saved.answers.size).toBe(0);
  });

  it('keeps what does not fit out of the answers, and asks again', () => {
    const { problems, session } = open(new Map([['rec.rpo', { status: 'answered', raw: 'soon' }]]));
    expect(problems).toMatchObject([{ code: 'value-does-not-fit' }]);
    expect(situationOf(session).item('rec.rpo')?.state).toBe('unfit');
  });

  it('reports an answer without a value, and takes a status without one', () => {
    const { problems, session } = open(
      new Map([
        ['ctx.purpose', { status: 'answered' }],
        ['ctx.store', { status: 'unknown' }],
      ]),
    );
    expect(problems).toMatchObject([{ code: 'value-missing' }]);
    expect(session.saved.answers.get('ctx.store')).toEqual({ status: 'unknown' });
  });

  it('takes only shared questions from the context', () => {
    expect(open(new Map()).session.context.size).toBe(0);
  });
});
