import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/index.js';
import type { RawAnswer } from '../../src/interview/index.js';
import { buildSpec } from '../../src/spec/build-spec.js';
import type { Gone } from '../../src/spec/change-parts.js';
import { goneFrom } from '../../src/spec/gone.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession, type SessionBuilder } from '../helpers/a-session.js';
import { aTable } from './a-ground.js';

describe('why a requirement is gone', () => {
  const says = (number: number, shall: string) => ({ number, ears: 'ubiquitous', shall, verify: 'test' });
  const bank = aBank()
    .section('rec')
    .section('dep')
    .question(
      { id: 'rec.rpo', label: 'Loss', says: [says(3, 'lose at most {value}')], expects: 'noun-phrase' },
      {
        id: 'rec.mode',
        kind: 'choice',
        options: [
          { id: 'on', says: [says(5, 'go on')] },
          { id: 'off', says: [says(6, 'stop')] },
        ],
      },
      { ...aTable('dep.parts', 'name'), says: [says(1, 'keep "{row.name}"')] },
    )
    .joined();
  const nothing: Analysis = {
    ...{ findings: [], unchecked: [], thin: [], probes: [] },
    ...{ decides: new Map(), broken: [] },
  };
  const TAKE_OUT = 'take out what only this requirement needed, and the tests and drills that cite it';
  const KEEP = 'keep what is built as it is until this is answered; nothing may rely on it meanwhile';

  const goneOf = (
    id: string,
    said: (session: SessionBuilder) => SessionBuilder,
    ...added: readonly string[]
  ): Gone => {
    const session = said(aSession(bank)).build();
    return goneFrom(session, buildSpec(session, nothing))(id, new Set(added));
  };
  const raw =
    (status: RawAnswer['status'], more: object = {}) =>
    (session: SessionBuilder) =>
      session.standing('rec.rpo', { status, ...more });

  it.each<[string, string, (session: SessionBuilder) => SessionBuilder, Partial<Gone>]>([
    [
      'no bank asks for it',
      'REQ-OLD-001',
      (session) => session,
      { question: '', reason: 'no question asks for it any more' },
    ],
    [
      'it is no id',
      'rec.rpo',
      (session) => session,
      { question: '', reason: 'no question asks for it any more' },
    ],
    [
      'its number is another',
      'REQ-REC-004',
      (session) => session,
      { question: '', reason: 'no question asks for it any more' },
    ],
    [
      'its row is gone',
      'REQ-DEP-001.mail',
      (session) => session.answered('dep.parts', [{ id: 'db', cells: { name: 'db' } }]),
      { question: 'dep.parts', reason: 'the row mail is not in this answer any more' },
    ],
    [
      'the answer says something else',
      'REQ-REC-005',
      (session) => session.answered('rec.mode', 'off'),
      { question: 'rec.mode', reason: 'this answer does not ask for it any more' },
    ],
    [
      'the question does not apply',
      'REQ-REC-003',
      raw('not-applicable', { reason: 'it keeps nothing' }),
      { question: 'rec.rpo', reason: 'not applicable: it keeps nothing' },
    ],
    [
      'nobody answers it any more',
      'REQ-REC-003',
      (session) => session,
      { question: 'rec.rpo', reason: 'it is not answered any more (Loss)', migration: KEEP },
    ],
    [
      'nobody knows it',
      'REQ-REC-003',
      raw('unknown'),
      { question: 'rec.rpo', reason: 'it is not answered any more (Loss)', migration: KEEP },
    ],
    [
      'it was put off',
      'REQ-REC-003',
      raw('deferred', { meanwhile: 'lose nothing' }),
      {
        ...{ question: 'rec.rpo', reason: 'it is not answered any more (Loss)' },
        migration: 'meanwhile: lose nothing',
      },
    ],
    [
      'its answer does not fit',
      'REQ-REC-003',
      (session) => session.raw('rec.rpo', { a: 1 }),
      {
        ...{ question: 'rec.rpo', migration: KEEP },
        reason: 'its value does not fit the question, and is asked again',
      },
    ],
    [
      'its answer is no phrase of a sentence',
      'REQ-REC-003',
      (session) => session.answered('rec.rpo', 'One minute. Never more.'),
      {
        ...{ question: 'rec.rpo', migration: KEEP },
        reason: 'its answer does not fit into one sentence, so it is not settled what the system must do',
      },
    ],
  ])('is told when %s', (_, id, said, gone) => {
    expect(goneOf(id, said)).toEqual({ instead: [], migration: TAKE_OUT, ...gone });
  });

  it('names what the same answer asks for instead, as far as that is new', () => {
    const said = (session: SessionBuilder): SessionBuilder => session.answered('rec.mode', 'off');
    expect(goneOf('REQ-REC-005', said, 'REQ-REC-006', 'REQ-DEP-001.db')).toEqual({
      ...{ question: 'rec.mode', reason: 'this answer now asks for something else' },
      ...{ instead: ['REQ-REC-006'], migration: TAKE_OUT },
    });
  });
});
