import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/bank/index.js';
import { buildRequirements, questionRequirements, type Spoken } from '../../src/spec/build-requirements.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import type { Beside, SessionBuilder } from '../helpers/a-session.js';
import { aTable, groundFrom, textColumn } from './a-ground.js';

const says = (number: number, shall: string, over: object = {}): object => ({
  ...{ number, ears: 'ubiquitous', shall, verify: 'test' },
  ...over,
});

const spokenOf = (
  questions: readonly Raw[],
  said: (session: SessionBuilder) => SessionBuilder,
): readonly Spoken[] =>
  buildRequirements(
    groundFrom(
      aBank()
        .question(...questions)
        .joined(),
      said,
    ),
  );

/** The sentences that one answer gives, each with what it speaks of. */
const spoken = (question: Raw, value: Value, beside: Beside = {}): unknown =>
  spokenOf([question], (session) => session.answered(String(question['id']), value, beside)).map((one) => [
    one.requirement.text,
    ...one.speaks,
  ]);

const texts = (question: Raw, value: Value): readonly string[] =>
  spokenOf([question], (session) => session.answered(String(question['id']), value)).map(
    ({ requirement }) => requirement.text,
  );

describe('the sentences of an answer', () => {
  const rpo = { id: 'rec.rpo', kind: 'quantity', dimension: 'duration' };

  it('have everything that is known of them', () => {
    const question = {
      ...rpo,
      says: [
        says(3, 'lose at most {value}', {
          ...{ where: 'a copy exists', while: 'it runs', event: 'it stops', if: 'it fails' },
          ...{ ears: 'unwanted', verify: 'drill', promise: 'availability' },
        }),
      ],
    };
    const beside: Beside = {
      why: 'it was agreed',
      rejected: [{ option: 'a day', because: 'it is long' }],
      source: 'measured',
      evidence: 'log.txt',
      by: '@ada',
      status: 'assumed',
    };
    expect(spokenOf([question], (session) => session.answered('rec.rpo', '5 min', beside))).toEqual([
      {
        speaks: new Set(['value']),
        requirement: {
          ...{ id: 'REQ-REC-003', section: 'rec', row: '', ears: 'unwanted', verify: 'drill' },
          text: 'WHERE a copy exists, WHILE it runs, WHEN it stops, IF it fails, THEN the system SHALL lose at most 5 min.',
          parts: {
            ...{ where: 'a copy exists', while: 'it runs', event: 'it stops', if: 'it fails' },
            shall: 'lose at most 5 min',
          },
          ...{ normative: true, detail: '', detailLines: [], answers: ['rec.rpo'], proof: '' },
          ...{ rationale: 'it was agreed', because: 'it was agreed', assumed: true },
          origin: 'measured, see log.txt, said by @ada',
          rejected: [{ option: 'a day', because: 'it is long' }],
          scenario: { given: '', when: '', then: '' },
          drill: { break: '', observe: '' },
          promise: { kind: 'availability', value: '5 min' },
        },
      },
    ]);
  });

  it('say once why, where from and what was rejected', () => {
    const question = { ...rpo, says: [says(3, 'lose at most {value}'), says(4, 'tell of {value}')] };
    const all = spokenOf([question], (session) =>
      session.answered('rec.rpo', '5 min', {
        ...{ why: 'it was agreed', by: '@ada', rejected: [{ option: 'a day', because: 'it is long' }] },
      }),
    ).map(({ requirement }) => requirement);
    expect(
      all.map(({ rationale, because, origin, rejected }) => [rationale, because, origin, rejected.length]),
    ).toEqual([
      ['it was agreed', 'it was agreed', 'said by @ada', 1],
      ['it was agreed', '', '', 0],
    ]);
  });

  it('are none where a value is missing, or where nobody has answered', () => {
    const question = { ...rpo, says: [says(3, 'lose at most {value} of {a.rec.what}')] };
    const what = { id: 'rec.what' };
    expect(spokenOf([question, what], (session) => session.answered('rec.rpo', '5 min'))).toEqual([]);
    expect(spokenOf([question, what], (session) => session.answered('rec.what', 'orders'))).toEqual([]);
    const both = spokenOf([question, what], (session) =>
      session.answered('rec.rpo', '5 min').answered('rec.what', 'orders'),
    );
    expect(both.map(({ requirement }) => [requirement.text, requirement.answers])).toEqual([
      ['The system SHALL lose at most 5 min of orders.', ['rec.rpo', 'rec.what']],
    ]);
  });

  it('are loose where an answer is no phrase, and quote it line by line', () => {
    const plan = { id: 'rec.plan', kind: 'prose', expects: 'verb-phrase', says: [says(4, '{value}')] };
    const [one] = spokenOf([plan], (session) =>
      session.answered('rec.plan', 'Stop the writers. Then wait.\n\nThen restore.'),
    );
    expect(one?.requirement).toMatchObject({
      normative: false,
      detailLines: ['Stop the writers. Then wait.', 'Then restore.'],
    });
  });

  it('are those of one question on request', () => {
    const ground = groundFrom(
      aBank()
        .question(
          { ...rpo, says: [says(3, 'lose at most {value}')] },
          { id: 'rec.rto', says: [says(5, 'return')] },
        )
        .joined(),
      (session) => session.answered('rec.rpo', '5 min').standing('rec.rto', { status: 'unknown' }),
    );
    expect(questionRequirements(ground, 'rec.rpo').map(({ id }) => id)).toEqual(['REQ-REC-003']);
    expect([questionRequirements(ground, 'rec.rto'), questionRequirements(ground, 'rec.new')]).toEqual([
      [],
      [],
    ]);
  });
});

describe('the sentences of options', () => {
  const option = (id: string, ...own: readonly object[]): object => ({
    ...{ id, label: id },
    ...(own.length === 0 ? {} : { says: own }),
  });

  it('replace those of their question', () => {
    const choice = {
      ...{ id: 'rec.mode', kind: 'choice', says: [says(1, 'take {value}')] },
      options: [option('refuse', says(2, 'refuse calls')), option('queue')],
    };
    expect(spoken(choice, 'refuse')).toEqual([['The system SHALL refuse calls.', 'refuse']]);
    expect(texts(choice, 'queue')).toEqual(['The system SHALL take queue.']);
  });

  it('stand beside the shared one while some option has none of its own', () => {
    const many = {
      ...{ id: 'rec.modes', kind: 'many', says: [says(1, 'take {value}')] },
      options: [
        option('refuse', says(2, 'refuse calls')),
        option('queue'),
        option('drop', says(3, 'drop calls')),
      ],
    };
    expect(texts(many, ['refuse', 'drop'])).toEqual([
      'The system SHALL refuse calls.',
      'The system SHALL drop calls.',
    ]);
    expect(texts(many, ['queue', 'refuse'])).toEqual([
      'The system SHALL refuse calls.',
      expect.stringMatching(/^The system SHALL take /) as string,
    ]);
    expect(texts(many, ['queue'])).toEqual(['The system SHALL take queue.']);
  });
});

describe('the sentences of rows', () => {
  const parts = (...patterns: readonly object[]): Raw => ({
    ...aTable(
      'dep.parts',
      'name',
      textColumn('does'),
      { id: 'soft', label: 'Soft', kind: 'confirm', ask: 'row' },
      {
        id: 'mode',
        label: 'Mode',
        kind: 'choice',
        options: [
          { id: 'slow', label: 'slow' },
          { id: 'down', label: 'down' },
        ],
      },
    ),
    says: patterns,
  });
  const rows = [
    {
      id: 'db',
      cells: { name: 'DB', does: 'keep', soft: true, mode: 'slow' },
      why: 'it is shared',
      source: 'guess',
    },
    { id: 'log', cells: { name: 'Log', soft: false, mode: 'down' } },
  ] as const;

  it('are one for each row that has what they say, with its own reason and origin', () => {
    const all = spokenOf([parts(says(1, 'keep {row.name}'), says(2, '{row.does} {row.name}'))], (session) =>
      session.answered('dep.parts', rows, { why: 'all', by: '@ada' }),
    ).map(({ requirement: { id, row, rationale, because, origin } }) => [
      id,
      row,
      rationale,
      because,
      origin,
    ]);
    expect(all).toEqual([
      ['REQ-DEP-001.db', 'db', 'it is shared', 'it is shared', 'guessed'],
      ['REQ-DEP-002.db', 'db', 'it is shared', '', ''],
      ['REQ-DEP-001.log', 'log', '', '', ''],
    ]);
  });

  it.each<[string, unknown]>([
    ["row.mode == 'slow'", [['The system SHALL go on.', 'mode']]],
    ['row.soft', [['The system SHALL go on.', 'soft']]],
    ['!row.soft', [['The system SHALL go on.']]],
    ["row.mode != 'slow'", [['The system SHALL go on.']]],
    ["row.soft && row.mode == 'slow'", [['The system SHALL go on.', 'soft', 'mode']]],
    ["row.soft || row.mode == 'slow'", [['The system SHALL go on.']]],
    ["row.soft && (row.mode == 'slow' || row.mode == 'down')", [['The system SHALL go on.', 'soft']]],
    ["row.soft && (row.mode == 'slow')", [['The system SHALL go on.', 'soft', 'mode']]],
    ["row.mode in ['slow']", [['The system SHALL go on.']]],
    ["row.mode == 'never'", []],
  ])('hold where their condition does, and speak of what it fixes: %s', (when, said) => {
    expect(spoken(parts(says(1, 'go on', { when })), rows)).toEqual(said);
  });

  it('speak of the columns that they name, in each of their parts', () => {
    expect(
      spoken(parts(says(1, '{row.does}', { ears: 'unwanted', if: '{row.name} is away' })), rows.slice(0, 1)),
    ).toEqual([['IF DB is away, THEN the system SHALL keep.', 'name', 'does']]);
  });
});

describe('the condition of a sentence', () => {
  it('speaks of the whole answer that it fixes', () => {
    const fast = (when: string): Raw => ({
      id: 'rec.fast',
      kind: 'confirm',
      says: [says(1, 'be fast', { when })],
    });
    expect(spoken(fast('a.rec.fast == true'), true)).toEqual([['The system SHALL be fast.', 'value']]);
    expect(spoken(fast('a.rec.fast == true'), false)).toEqual([]);
    expect(spoken(fast('a.rec.fast'), true)).toEqual([['The system SHALL be fast.']]);
    expect(spoken(fast('a.rec.fast != false'), true)).toEqual([['The system SHALL be fast.']]);
    expect(spoken(fast('a.rec.fast == true || a.rec.fast == false'), true)).toEqual([
      ['The system SHALL be fast.'],
    ]);
  });
});
