import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/index.js';
import type { JoinedBank } from '../../src/bank/index.js';
import type { Session } from '../../src/interview/index.js';
import {
  archiveOf,
  buildChange,
  buildSpec,
  firstChange,
  goneFrom,
  type ArchivedRequirement,
  type Change,
} from '../../src/spec/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const says = (number: number, shall: string, over: object = {}) => ({
  ...{ number, ears: 'ubiquitous', shall, verify: 'test' },
  ...over,
});

const pointing = (then: string) => ({ scenario: { given: 'it runs', when: 'it is asked', then } });

const bank: JoinedBank = aBank()
  .section('rec', { title: 'Recovery' })
  .section('dep', { title: 'Dependencies' })
  .question(
    { id: 'rec.safe', kind: 'confirm' },
    {
      ...{ id: 'rec.rpo', kind: 'quantity', dimension: 'duration', label: 'Loss' },
      says: [says(3, 'lose at most {value}', pointing('the system does what is specified'))],
    },
    {
      id: 'rec.mode',
      kind: 'choice',
      options: [
        {
          id: 'refuse',
          says: [says(5, 'refuse calls', pointing('the system does what is specified and stays up'))],
        },
        { id: 'queue', says: [says(6, 'queue calls', pointing('the system shows it as specified'))] },
      ],
    },
    { id: 'rec.plan', expects: 'verb-phrase', says: [says(4, '{value}')] },
    { id: 'rec.only', when: 'a.rec.safe == true', expects: 'verb-phrase', says: [says(7, '{value}')] },
    {
      ...{ id: 'dep.parts', kind: 'table', key: 'name' },
      columns: [
        { id: 'name', label: 'Part', kind: 'text', required: true, ask: 'row' },
        { id: 'does', label: 'Does', kind: 'text', ask: 'row', expects: 'verb-phrase' },
      ],
      says: [says(1, '{row.does}', { ears: 'unwanted', if: '{row.name} is away' })],
    },
  )
  .joined();

const nothing: Analysis = {
  ...{ findings: [], unchecked: [], thin: [], probes: [] },
  ...{ decides: new Map(), broken: [] },
};

const hash = (text: string): string => `hash of ${text}`;
const redis = { id: 'redis', cells: { name: 'Redis', does: 'refuse calls' } };
const mail = { id: 'mail', cells: { name: 'Mail', does: 'keep the mail' } };

const start = () =>
  aSession(bank)
    .answered('rec.safe', true)
    .answered('rec.rpo', '5 min')
    .answered('rec.mode', 'refuse')
    .answered('rec.plan', 'restore the store')
    .answered('rec.only', 'page somebody')
    .answered('dep.parts', [redis, mail]);

const archived = (session: Session, before: readonly ArchivedRequirement[] = []) =>
  archiveOf(buildSpec(session, nothing), { requirements: before, hash });

const changeOf = (session: Session, requirements = archived(start().build())): Change => {
  const document = buildSpec(session, nothing);
  return buildChange(document, { requirements, hash }, goneFrom(session, document));
};

const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);

describe('a change', () => {
  it('adds everything while nothing is archived', () => {
    const document = buildSpec(start().build(), nothing);
    const change = firstChange(document);

    expect(ids(change.added)).toEqual(document.requirements.map(({ id }) => id));
    expect(change).toMatchObject({ first: true, proposes: true, modified: [], removed: [], removal: [] });
    expect(change.chapters).toBe(document.numbered.chapters);
  });

  it('proposes nothing when nothing changed since the archive', () => {
    expect(changeOf(start().build())).toEqual({
      ...{ first: false, proposes: false, added: [], modified: [], removed: [] },
      ...{ chapters: [], removal: [] },
    });
  });

  it('modifies what reads otherwise, whole and under the name that the archive knows', () => {
    const renamed = archived(start().build()).map((one) => ({ ...one, name: `The ${one.id}` }));
    const change = changeOf(start().answered('rec.rpo', '1 min').build(), renamed);

    expect(change.modified).toHaveLength(1);
    expect(change.modified[0]).toMatchObject({ id: 'REQ-REC-003', name: 'The REQ-REC-003' });
    expect(change.modified[0]?.text).toContain('1 min');
    expect([change.added, change.removed]).toEqual([[], []]);
    expect(change.chapters.flatMap(({ criteria }) => ids(criteria))).toEqual(['REQ-REC-003']);
  });

  it('keeps every scenario name that was archived, also of scenarios nothing makes any more', () => {
    const older = archived(start().build()).map((one) => ({
      ...one,
      scenarios: ['it is lost', ...one.scenarios],
    }));
    const [block] = changeOf(start().answered('rec.rpo', '1 min').build(), older).modified;
    const folded = archived(start().answered('rec.rpo', '1 min').build(), older);

    expect(block?.scenarios.map(({ name }) => name)).toEqual(['REQ-REC-003 holds', 'it is lost']);
    expect(block?.scenarios[1]?.steps).toEqual(block?.scenarios[0]?.steps);
    expect(folded.find(({ id }) => id === 'REQ-REC-003')?.scenarios).toContain('it is lost');
    expect(changeOf(start().answered('rec.rpo', '1 min').build(), folded).proposes).toBe(false);
  });

  it('modifies a requirement of which only the standing of its answer changed', () => {
    const change = changeOf(start().answered('rec.rpo', '5 min', { status: 'assumed' }).build());

    expect(ids(change.modified)).toEqual(['REQ-REC-003']);
  });

  it('adds what is new and numbers the work for it', () => {
    const without = archived(start().build()).filter(({ id }) => id !== 'REQ-DEP-001.mail');
    const change = changeOf(start().build(), without);

    expect(ids(change.added)).toEqual(['REQ-DEP-001.mail']);
    expect(change.chapters.map(({ number }) => number)).toEqual(['1']);
  });

  it('removes a requirement whose row is gone, and says so', () => {
    const change = changeOf(start().answered('dep.parts', [mail]).build());

    expect(change.removed).toEqual([
      {
        ...{ id: 'REQ-DEP-001.redis', name: 'REQ-DEP-001.redis', question: 'dep.parts', instead: [] },
        reason: 'the row redis is not in this answer any more',
        migration: expect.stringContaining('take out what only this requirement needed') as string,
      },
    ]);
    expect(change.removal[0]?.items[0]).toMatchObject({ id: 'REQ-DEP-001.redis', number: '1.1' });
  });

  it('names the requirement that the same answer asks for instead', () => {
    const [removed] = changeOf(start().answered('rec.mode', 'queue').build()).removed;

    expect(removed).toMatchObject({
      ...{ id: 'REQ-REC-005', question: 'rec.mode', instead: ['REQ-REC-006'] },
      reason: 'this answer now asks for something else',
    });
  });

  it('does not offer a requirement that was there before as the successor of a removed one', () => {
    const base = [...archived(start().answered('rec.mode', 'queue').build()), ...archived(start().build())];
    const one = [...new Map(base.map((item) => [item.id, item])).values()];
    const [removed] = changeOf(start().answered('rec.mode', 'queue').build(), one).removed;

    expect(removed).toMatchObject({ instead: [], reason: 'this answer does not ask for it any more' });
  });

  it.each([
    [
      'not applicable',
      { status: 'not-applicable', reason: 'it is stateless' },
      'not applicable: it is stateless',
      'take out',
    ],
    ['unknown', { status: 'unknown' }, 'it is not answered any more (Loss)', 'keep what is built'],
    [
      'deferred',
      { status: 'deferred', meanwhile: 'one night may be lost' },
      'it is not answered',
      'meanwhile: one night',
    ],
  ] as const)('says of an answer that is %s what is so and what to do', (_, answer, reason, migration) => {
    const [removed] = changeOf(start().standing('rec.rpo', answer).build()).removed;

    expect(removed?.reason).toContain(reason);
    expect(removed?.migration).toContain(migration);
  });

  it('says which answers rule a question out', () => {
    const [removed] = changeOf(start().answered('rec.safe', false).build()).removed;

    expect(removed).toMatchObject({ id: 'REQ-REC-007', question: 'rec.only' });
    expect(removed?.reason).toContain('other answers rule it out: a.rec.safe == true');
  });

  it('takes back what does not fit into one sentence any more', () => {
    const loose = start().answered('rec.plan', 'Stop the writers. Then restore the store.').build();
    const [removed] = changeOf(loose).removed;

    expect(removed).toMatchObject({ id: 'REQ-REC-004', question: 'rec.plan' });
    expect(removed?.migration).toContain('keep what is built');
  });

  it('removes what no bank asks for, without a question to name', () => {
    const foreign = { id: 'REQ-OLD-001', name: 'REQ-OLD-001', text_sha256: '', scenarios: [] };
    const change = changeOf(start().build(), [foreign, ...archived(start().build())]);

    expect(change.removed).toMatchObject([{ id: 'REQ-OLD-001', question: '' }]);
  });
});

describe('the scenario of a change', () => {
  const thenOf = (session: Session, id: string) =>
    firstChange(buildSpec(session, nothing))
      .added.find((block) => block.id === id)
      ?.scenarios[0]?.steps.find(({ keyword }) => keyword === 'THEN')?.text;

  it('says what is observed with its value where the bank points to the sentence', () => {
    const queue = start().answered('rec.mode', 'queue').build();

    expect(thenOf(queue, 'REQ-REC-003')).toBe('the system must lose at most 5 min');
    expect(thenOf(start().build(), 'REQ-REC-005')).toBe('the system must refuse calls, and it stays up');
    expect(thenOf(queue, 'REQ-REC-006')).toBe('the system shows it as specified: it must queue calls');
  });

  it('has the condition of its sentence where no example is given', () => {
    const blocks = firstChange(buildSpec(start().build(), nothing)).added;
    const steps = (id: string) => blocks.find((block) => block.id === id)?.scenarios[0]?.steps;

    expect(steps('REQ-DEP-001.redis')?.[0]).toEqual({ keyword: 'WHEN', text: 'Redis is away' });
    expect(steps('REQ-REC-004')).toEqual([
      { keyword: 'WHEN', text: 'it is shown by test' },
      { keyword: 'THEN', text: 'the system must restore the store' },
    ]);
  });
});
