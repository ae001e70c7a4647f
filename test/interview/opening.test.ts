import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/interview/open-session.js';
import type { RawAnswer, StoredProbe } from '../../src/interview/session.js';
import { limiterBank } from './bank.js';

type Raws = Readonly<Record<string, RawAnswer>>;
type More = {
  readonly mode?: 'spec' | 'context';
  readonly context?: Raws;
  readonly probes?: readonly StoredProbe[];
};

const given = (raw: unknown): RawAnswer => ({ status: 'answered', raw });

function opened(answers: Raws, { mode = 'spec', context = {}, probes = [] }: More = {}) {
  const saved = { name: 'Limiter', depth: 'deep', stale: new Map<string, string>(), waivers: [] } as const;
  return openSession({
    ...{ bank: limiterBank(), mode, context: new Map(Object.entries(context)) },
    saved: { ...saved, probes, answers: new Map(Object.entries(answers)) },
  });
}

const KEPT = 'The answer is kept in the file and not used.';

describe('an interview that is opened', () => {
  it('starts at its first open step, with nothing to undo', () => {
    const { session, problems } = opened({ 'ctx.purpose': { ...given('Limit'), by: '@dba' } });

    expect(problems).toEqual([]);
    expect(session.saved.answers).toEqual(
      new Map([['ctx.purpose', { status: 'answered', by: '@dba', value: 'Limit' }]]),
    );
    expect(session).toMatchObject({
      ...{ mode: 'spec', position: { type: 'next' }, raised: [], past: [], future: [] },
      ...{ skipped: new Set(), unfit: new Map(), context: new Map() },
    });
  });

  it('says of an answer that no bank asks for which one it might be', () => {
    expect(opened({ 'rec.rpp': given('x') }).problems).toEqual([
      {
        ...{ code: 'unknown-question', message: 'No bank asks rec.rpp.' },
        hint: `Did you mean rec.rpo? ${KEPT}`,
      },
    ]);
    expect(opened({ 'something.else.entirely': given('x') }).problems).toEqual([
      {
        ...{ code: 'unknown-question', message: 'No bank asks something.else.entirely.' },
        hint: KEPT,
      },
    ]);
  });

  it('says what does not fit, how much more, and keeps it apart', () => {
    const { session, problems } = opened({ 'rec.rpo': given('soon'), 'dep.parts': given([{}, {}]) });
    const messages = problems.map(({ message }) => message);

    expect(problems.map(({ code }) => code)).toEqual(['value-does-not-fit', 'value-does-not-fit']);
    expect(messages[0]).toMatch(/^rec\.rpo: .*[^)]$/);
    expect(messages[1]).toMatch(/^dep\.parts: .* \(and 1 more problem\)$/);
    expect([...session.unfit.keys()]).toEqual(['rec.rpo', 'dep.parts']);
    expect(session.saved.answers.size).toBe(0);
  });

  it.each(['answered', 'assumed'] as const)('misses the value of one that is %s', (status) => {
    expect(opened({ 'ctx.purpose': { status } }).problems).toEqual([
      {
        ...{ code: 'value-missing', message: `ctx.purpose has the status ${status} but no value.` },
        hint: 'Add a value, or a status such as unknown.',
      },
    ]);
  });

  it.each(['unknown', 'deferred', 'not-applicable'] as const)(
    'misses no value of one that is %s',
    (status) => {
      const { session, problems } = opened({ 'ctx.purpose': { status, owner: '@dba' } });

      expect(problems).toEqual([]);
      expect(session.saved.answers.get('ctx.purpose')).toEqual({ status, owner: '@dba' });
    },
  );

  it('takes from the context what specs share, and says what does not fit there', () => {
    const context = {
      'stk.language': given('Go'),
      'rec.rpo': given('5 min'),
      'no.such': given('x'),
      'rec.mode': given('z'),
    };
    const { session, problems } = opened({}, { context });

    expect([...session.context.keys()]).toEqual(['stk.language']);
    expect(problems.map(({ code }) => code)).toEqual(['unknown-question', 'value-does-not-fit']);
    expect(session.unfit.size).toBe(0);
  });

  it('takes nothing from the context in the interview about it', () => {
    const { session, problems } = opened(
      { 'stk.language': given('Go') },
      { mode: 'context', context: { 'stk.language': given('Java'), 'no.such': given('x') } },
    );

    expect(problems).toEqual([]);
    expect(session.context.size).toBe(0);
    expect([...session.saved.answers.keys()]).toEqual(['stk.language']);
  });

  it('asks again what a model asked and nobody has answered', () => {
    const probe = (id: string, over: Partial<StoredProbe> = {}): StoredProbe => ({
      ...{ id, asks: 'Why?', about: ['rec.rpo', 'ctx.purpose', 'ctx.state'] },
      ...over,
    });
    const probes = [
      probe('model.a'),
      probe('model.b', { dismissed: true }),
      probe('model.c', { answer: { status: 'unknown' } }),
      probe('rule.d'),
      probe('model.e', { about: ['rec.rpo'] }),
    ];
    const { session } = opened({ 'ctx.purpose': given('Limit'), 'ctx.state': given('none') }, { probes });

    expect(session.raised).toEqual([
      { ...probe('model.a'), of: 'ctx.purpose' },
      { ...probe('model.e', { about: ['rec.rpo'] }), of: '' },
    ]);
    expect(session.saved.probes).toEqual(probes);
  });
});
