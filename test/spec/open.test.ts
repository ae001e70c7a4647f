import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/bank/index.js';
import {
  buildAssumptions,
  buildGuesses,
  buildOpenQuestions,
  buildUnused,
  unusedReason,
} from '../../src/spec/build-open.js';
import type { OpenQuestion } from '../../src/spec/document.js';
import { aBank } from '../helpers/a-bank.js';
import type { SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const bank = () =>
  aBank()
    .section('rec', { title: 'Recovery' })
    .section('dep', { title: 'Dependencies' })
    .section('obs', { title: 'Watching' })
    .question(
      { id: 'rec.rpo', label: 'Loss', required: true, prompt: 'How much may be lost?' },
      { id: 'rec.fast', label: 'Fast', kind: 'confirm', default: true },
      { id: 'rec.list', kind: 'list' },
      { id: 'dep.cache', prompt: 'Is there a cache?', when: "a.rec.rpo == 'much'" },
      {
        ...aTable(
          'dep.parts',
          'name',
          textColumn('does', { label: 'Does', ask: 'later', prompt: 'What does it do?' }),
          textColumn('owner', { label: 'Owner:', ask: 'later' }),
        ),
        label: 'Parts',
      },
      { id: 'obs.logs', label: 'Logs', when: 'a.rec.fast == true' },
    )
    .rule({ id: 'lossy', fires_when: "a.rec.list == 'x'", for: 'dep.parts' })
    .joined();

const ground = (said?: (session: SessionBuilder) => SessionBuilder) => groundFrom(bank(), said);
const openOf = (said?: (session: SessionBuilder) => SessionBuilder): readonly OpenQuestion[] =>
  buildOpenQuestions(ground(said));
const part = (id: string, name: string, cells: Row['cells'] = {}): Row => ({ id, cells: { name, ...cells } });

const PLAIN = { owner: '', due: '', state: 'open', meanwhile: '', why: '', required: false };

describe('what is open', () => {
  it('is every question that was asked and has no answer, with the parts that it touches', () => {
    expect(openOf()).toEqual([
      {
        ...{ ...PLAIN, id: 'rec.rpo', section: 'rec', prompt: 'How much may be lost?', required: true },
        touches: ['Recovery', 'Dependencies'],
      },
      { ...PLAIN, id: 'rec.list', section: 'rec', prompt: 'What about rec.list?', touches: ['Recovery'] },
      { ...PLAIN, id: 'dep.cache', section: 'dep', prompt: 'Is there a cache?', touches: ['Dependencies'] },
      {
        ...{ ...PLAIN, id: 'dep.parts', section: 'dep', prompt: 'What about dep.parts?' },
        touches: ['Recovery', 'Dependencies'],
      },
      { ...PLAIN, id: 'obs.logs', section: 'obs', prompt: 'What about obs.logs?', touches: ['Watching'] },
    ]);
  });

  it('says whom to ask, until when, and what holds meanwhile', () => {
    const [first] = openOf((session) =>
      session.standing('rec.rpo', {
        ...{ status: 'unknown', owner: '@ada', due: '2026-12-01', meanwhile: 'nothing may be lost' },
        why: 'she is away',
      }),
    );
    expect(first).toMatchObject({
      ...{ id: 'rec.rpo', owner: '@ada', due: '2026-12-01', state: 'unknown' },
      ...{ meanwhile: 'nothing may be lost', why: 'she is away' },
    });
  });

  it('says that an answer has to be confirmed again, without the reason that was given for it', () => {
    const [first] = openOf((session) =>
      session.answered('rec.rpo', 'some', { why: 'it was agreed' }).stale('rec.rpo', 'rec.list'),
    );
    expect(first).toMatchObject({ id: 'rec.rpo', state: 'stale', why: '' });
    expect(openOf((session) => session.standing('rec.rpo', { status: 'deferred' }))[0]).toMatchObject({
      id: 'rec.rpo',
      state: 'deferred',
    });
    expect(openOf((session) => session.raw('rec.rpo', { a: 1 }))[0]).toMatchObject({
      id: 'rec.rpo',
      state: 'unfit',
    });
  });

  it('is no default, and nothing that is not asked', () => {
    const ids = openOf((session) => session.answered('rec.rpo', 'much').answered('rec.fast', false)).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['rec.list', 'dep.cache', 'dep.parts']);
  });

  it('is one question for a column, whichever rows lack it', () => {
    const open = openOf((session) =>
      session.answered('dep.parts', [
        part('db', 'Database', { owner: 'Ada' }),
        part('mail', 'Mail', { owner: 'Bob' }),
        part('log', 'Log', { does: 'log', owner: 'Eve' }),
      ]),
    );
    expect(open.filter(({ id }) => id.startsWith('dep.parts'))).toEqual([
      {
        ...{ ...PLAIN, id: 'dep.parts.does', section: 'dep' },
        prompt: 'Parts: what stands under "What does it do" for Database and Mail?',
        touches: ['Recovery', 'Dependencies'],
      },
    ]);
    const owner = openOf((session) =>
      session.answered('dep.parts', [part('db', 'Database', { does: 'keep' })]),
    );
    expect(owner.find(({ id }) => id.startsWith('dep.parts'))?.prompt).toBe(
      'Parts: what stands under "Owner" for Database?',
    );
  });
});

describe('what somebody would have to guess', () => {
  it('is what is open, by its label or in the words of its question', () => {
    const all = openOf((session) =>
      session.answered('rec.rpo', 'much').answered('dep.parts', [part('a', 'A')]),
    );
    expect(
      buildGuesses(ground(), all).map(({ id, section, unspecified }) => [id, section, unspecified]),
    ).toEqual([
      ['rec.list', 'rec', 'List'],
      ['dep.cache', 'dep', 'Cache'],
      ['dep.parts.does', 'dep', 'Parts: what stands under "What does it do" for A'],
      ['dep.parts.owner', 'dep', 'Parts: what stands under "Owner" for A'],
      ['obs.logs', 'obs', 'Logs'],
    ]);
  });

  it('is nothing that was put off or only has to be confirmed', () => {
    const [first] = openOf();
    const states = (['unknown', 'open', 'unfit', 'deferred', 'stale'] as const).map((state) => ({
      ...first!,
      state,
      id: `new.${state}`,
      prompt: `Is it ${state}?`,
    }));
    expect(buildGuesses(ground(), states)).toEqual(
      ['unknown', 'open', 'unfit'].map((state) => ({
        ...{ id: `new.${state}`, section: 'rec', unspecified: `Is it ${state}` },
        touches: ['Recovery', 'Dependencies'],
      })),
    );
  });
});

describe('what the spec rests on unconfirmed', () => {
  it('are assumed answers and defaults, tables by their rows', () => {
    const assumed = { status: 'assumed' } as const;
    expect(
      buildAssumptions(
        ground((session) =>
          session
            .answered('rec.rpo', 'some', assumed)
            .answered('rec.list', ['a'])
            .answered('dep.parts', [part('a', 'A'), part('b', 'B')], assumed),
        ),
      ),
    ).toEqual([
      { id: 'rec.rpo', label: 'Loss', text: 'some', because: 'nobody has confirmed it' },
      { id: 'rec.fast', label: 'Fast', text: 'yes', because: 'a default of the questions' },
      { id: 'dep.parts', label: 'Parts', text: '2 rows', because: 'nobody has confirmed it' },
    ]);
    expect(
      buildAssumptions(
        ground((session) =>
          session.answered('rec.fast', false).answered('dep.parts', [part('a', 'A')], assumed),
        ),
      ),
    ).toEqual([{ id: 'dep.parts', label: 'Parts', text: '1 row', because: 'nobody has confirmed it' }]);
  });
});

describe('what the spec does not use', () => {
  it('says of each answer why', () => {
    const said = (session: SessionBuilder): SessionBuilder =>
      session
        .answered('rec.rpo', 'some')
        .answered('dep.cache', 'yes')
        .answered('rec.list', [])
        .standing('obs.logs', { status: 'not-applicable', reason: 'it has none' })
        .raw('rec.fast', { a: 1 });
    expect(buildUnused(ground(said))).toEqual([
      { id: 'dep.cache', reason: "not asked, because other answers rule it out: a.rec.rpo == 'much'" },
      { id: 'rec.list', reason: 'the answer is: none' },
      { id: 'obs.logs', reason: 'not applicable: it has none' },
      { id: 'rec.fast', reason: 'its value does not fit the question, and is asked again' },
    ]);
    expect([unusedReason(ground(said), 'rec.rpo'), unusedReason(ground(said), 'old.question')]).toEqual([
      undefined,
      'no bank asks it',
    ]);
  });

  it('says no more than was said', () => {
    const plain = ground((session) =>
      session.standing('rec.list', { status: 'not-applicable' }).standing('rec.rpo', { status: 'unknown' }),
    );
    expect([unusedReason(plain, 'rec.list'), unusedReason(plain, 'rec.rpo')]).toEqual([
      'not applicable',
      undefined,
    ]);
  });

  it('names the kind of system that is asked', () => {
    const only = aBank()
      .question({ id: 'rec.rpo' })
      .joined(aBank().named('library', { archetype: 'library' }).question({ id: 'lib.api' }).build());
    const said = groundFrom(only, (session) => session.answered('lib.api', 'a list'));
    expect(unusedReason(said, 'lib.api')).toBe('asked only of a system of the kind library');
  });
});
