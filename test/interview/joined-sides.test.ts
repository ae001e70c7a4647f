import { describe, expect, it } from 'vitest';
import { joinSaid, type Said } from '../../src/interview/join-said.js';
import { openSession } from '../../src/interview/open-session.js';
import type { RawAnswer, StoredProbe, Waiver } from '../../src/interview/session.js';
import { situationOf } from '../../src/interview/situation.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const bank = () =>
  aBank()
    .question(
      { id: 'ctx.purpose', label: 'Purpose', required: true },
      {
        id: 'ctx.kinds',
        kind: 'many',
        label: 'Kinds',
        options: [
          { id: 'a', label: 'One' },
          { id: 'b', label: 'Two' },
        ],
      },
      { id: 'stk.language', scope: 'repository', label: 'Language' },
    )
    .joined();
const plain = (): Said => aSession(bank()).build();
const NOBODY = new Set<string>();

function clashOf(mine: Said, theirs: Said) {
  const base = plain();
  return joinSaid(bank(), { base, left: base, mine, theirs }, NOBODY).clashes;
}
const over = (saved: Partial<Said['saved']>): Said => ({ ...plain(), saved: { ...plain().saved, ...saved } });

describe('a clash', () => {
  it('says what each side says, as people read it', () => {
    const mine = aSession(bank()).answered('ctx.kinds', ['a', 'b']).build();
    const theirs = aSession(bank()).standing('ctx.kinds', { owner: 'dba' }).build();

    expect(clashOf(mine, theirs)).toEqual([
      { key: 'answer ctx.kinds', label: 'Kinds', mine: 'One, Two', theirs: 'unknown' },
    ]);
  });

  it('of a question that no bank asks shows what is stored', () => {
    const odd = (value: string | readonly string[]): Said =>
      over({ answers: new Map([['old.x', { status: 'answered', value }]]) });

    expect(clashOf(odd(['a']), odd('b'))).toEqual([
      { key: 'answer old.x', label: 'old.x', mine: '["a"]', theirs: 'b' },
    ]);
  });

  it('is one about the name, the depth, what is shared, a follow-up or a waiver', () => {
    const shared = (value: string): Said => aSession(bank()).shared('stk.language', value).build();
    const probe = (asks: string): StoredProbe => ({ id: 'rule.x', asks, about: [] });
    const waiver = (reason: string): Waiver => ({
      ...{ finding: 'slow', reason, owner: 'o', until: '2027-01-01', given: {} },
    });

    expect(clashOf(over({ name: 'Gate' }), over({ name: 'Door' }))).toEqual([
      { key: 'name name', label: 'name', mine: 'Gate', theirs: 'Door' },
    ]);
    expect(clashOf(over({ depth: 'quick' }), over({ depth: 'standard' }))).toEqual([
      { key: 'depth depth', label: 'depth', mine: 'quick', theirs: 'standard' },
    ]);
    expect(clashOf(shared('Go'), shared('Rust'))).toEqual([
      { key: 'shared stk.language', label: 'Language', mine: 'Go', theirs: 'Rust' },
    ]);
    expect(clashOf(over({ probes: [probe('Why?')] }), over({ probes: [probe('How?')] }))).toEqual([
      {
        ...{ key: 'probe rule.x', label: 'rule.x' },
        mine: '{"id":"rule.x","asks":"Why?","about":[]}',
        theirs: '{"id":"rule.x","asks":"How?","about":[]}',
      },
    ]);
    expect(clashOf(over({ waivers: [waiver('a')] }), over({ waivers: [waiver('b')] }))).toMatchObject([
      { key: 'waiver slow', label: 'slow' },
    ]);
  });

  it('is none about what was only marked to be looked at again', () => {
    const stale = (by: string): Said => over({ stale: new Map([['ctx.purpose', by]]) });

    expect(clashOf(stale('a'), stale('b'))).toEqual([]);
  });

  it('is settled by the side that was chosen, and by that one alone', () => {
    const base = plain();
    const sides = { base, left: base, mine: over({ name: 'Gate' }), theirs: over({ name: 'Door' }) };
    const name = (theirs: readonly string[]) => joinSaid(bank(), sides, new Set(theirs)).saved.name;

    expect([name([]), name(['name name']), name(['depth depth'])]).toEqual(['Gate', 'Door', 'Gate']);
  });
});

describe('a file that is opened', () => {
  const opened = (answers: Readonly<Record<string, RawAnswer>>, probes: readonly StoredProbe[] = []) =>
    openSession({
      ...{ bank: bank(), mode: 'spec', context: new Map() },
      saved: {
        ...{ name: 'x', depth: 'deep', stale: new Map(), waivers: [], probes },
        answers: new Map(Object.entries(answers)),
      },
    });

  it('asks again what a model asked and nobody answered, about the first answer that is there', () => {
    const probe = (id: string, more: Partial<StoredProbe> = {}): StoredProbe => ({
      ...{ id, asks: 'Why?', about: ['ctx.kinds', 'ctx.purpose'] },
      ...more,
    });
    const { session } = opened({ 'ctx.purpose': { status: 'answered', raw: 'Limit' } }, [
      probe('model.a'),
      probe('model.b', { about: [] }),
      probe('model.c', { dismissed: true }),
      probe('model.d', { answer: { status: 'unknown' } }),
      probe('rule.e'),
    ]);

    expect(session.raised.map(({ id, of }) => [id, of])).toEqual([
      ['model.a', 'ctx.purpose'],
      ['model.b', ''],
    ]);
  });

  it('says in full what does not fit', () => {
    const { problems } = opened({
      'ctx.purpose': { status: 'assumed' },
      'ctx.purpos': { status: 'answered', raw: 'x' },
      'zz.zzzzzzzzzzzzzz': { status: 'answered', raw: 'x' },
    });

    expect(problems).toEqual([
      {
        code: 'unknown-question',
        message: 'No bank asks ctx.purpos.',
        hint: 'Did you mean ctx.purpose? The answer is kept in the file and not used.',
      },
      {
        code: 'unknown-question',
        message: 'No bank asks zz.zzzzzzzzzzzzzz.',
        hint: 'The answer is kept in the file and not used.',
      },
      {
        code: 'value-missing',
        message: 'ctx.purpose has the status assumed but no value.',
        hint: 'Add a value, or a status such as unknown.',
      },
    ]);
  });

  it('begins at the first open step, with nothing to undo', () => {
    expect(opened({}).session).toMatchObject({
      ...{ position: { type: 'next' }, past: [], future: [], raised: [] },
      ...{ skipped: new Set(), unfit: new Map(), context: new Map() },
    });
  });
});

describe('how a question stands', () => {
  it('is what conditions see: the status of the answer, also of a stale or a shared one', () => {
    const session = aSession(bank())
      .answered('ctx.purpose', 'Limit', { status: 'assumed', source: 'guess' })
      .stale('ctx.purpose', 'ctx.kinds')
      .shared('stk.language', 'Go')
      .raw('ctx.kinds', 'none')
      .build();
    const { view } = situationOf(session);
    const ids = ['ctx.purpose', 'stk.language', 'ctx.kinds', 'no.such'];

    expect(ids.map((id) => view.status(id))).toEqual(['assumed', 'answered', 'open', 'not-asked']);
    expect(ids.map((id) => view.asked(id))).toEqual([true, true, true, false]);
    expect(ids.map((id) => view.source(id))).toEqual(['guess', undefined, undefined, undefined]);
    expect([view.thin('ctx.purpose'), view.mentions('ctx.purpose', 'vague')]).toEqual([false, false]);
  });

  it('is settled anew for another bank, other shared answers or another interview', () => {
    const session = aSession(bank()).answered('ctx.purpose', 'Limit').build();
    const before = situationOf(session);
    const same = { ...session, skipped: new Set(['ctx.kinds']) };
    const shared = { ...session, context: new Map(session.context) };

    expect(situationOf(same)).toBe(before);
    expect(situationOf(shared)).not.toBe(before);
    expect(situationOf({ ...session, mode: 'context' }).item('ctx.purpose')?.state).toBe('not-asked');
    expect(
      situationOf({ ...session, unfit: new Map([['ctx.purpose', { code: 'x', message: 'y' }]]) }).item(
        'ctx.purpose',
      )?.state,
    ).toBe('unfit');
    expect(situationOf({ ...session, bank: bank() })).not.toBe(before);
  });
});
