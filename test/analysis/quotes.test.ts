import { describe, expect, it } from 'vitest';
import { givenAbout, withWaiver } from '../../src/analysis/waivers.js';
import { factsAbout, isAnswer, quoteOf } from '../../src/analysis/quotes.js';
import type { Quote } from '../../src/analysis/finding.js';
import type { Fact } from '../../src/facts/index.js';
import { situationOf, type Session } from '../../src/interview/index.js';
import { aSession, analysed, onlyFinding, said } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

const ground = (session: Session) => ({ session, situation: situationOf(session) });

const quoted = (id: string, answers: Readonly<Record<string, unknown>>): readonly Quote[] =>
  quoteOf(ground(aSession(smallBank(), answers)), id);

describe('a quote of an answer', () => {
  it.each<[string, unknown, string]>([
    ['a value', '1 h', '1 h'],
    ['unknown', said({ status: 'unknown' }), 'unknown'],
    ['not applicable', said({ status: 'not-applicable' }), 'not applicable'],
    [
      'not applicable for a reason',
      said({ status: 'not-applicable', reason: 'no data' }),
      'not applicable: no data',
    ],
    ['deferred', said({ status: 'deferred' }), 'deferred'],
    [
      'deferred until then',
      said({ status: 'deferred', meanwhile: 'refuse' }),
      'deferred; until then: refuse',
    ],
    ['deferred with a value', said({ status: 'deferred', meanwhile: 'refuse', value: '2 h' }), '2 h'],
    ['assumed', said({ status: 'assumed', value: '3 h' }), '3 h'],
  ])('says that it is %s', (_, given, text) => {
    expect(quoted('rec.rto', { 'rec.rto': given })).toEqual([
      { id: 'rec.rto', label: 'Recovery target', text },
    ]);
  });

  it('says that nobody came to it yet, and gives a default as it is', () => {
    expect(quoted('rec.rto', {})).toEqual([
      { id: 'rec.rto', label: 'Recovery target', text: 'not answered yet' },
    ]);
    expect(quoted('rec.restore', {})).toEqual([{ id: 'rec.restore', label: 'Restore time', text: '4 h' }]);
  });

  it.each(['rec.other', 'rec', '', 'dep.dependencies.other.timeout', 'dep.dependencies.mail.other'])(
    'is none at %j',
    (id) => {
      expect(quoted(id, { 'dep.dependencies': dependencies })).toEqual([]);
    },
  );

  it('is none of a question that is not asked', () => {
    expect(quoted('rec.rto', { 'arc.tier': 'T3', 'rec.rto': '1 h' })).toEqual([]);
  });

  it('names the source of a row before that of its table', () => {
    const rows = [
      { id: 'redis', name: 'Redis', timeout: '50 ms', source: 'measured' },
      { id: 'mail', name: 'Mail', timeout: '10 s' },
    ];
    const answers = { 'dep.dependencies': said({ value: rows, source: 'guess' }) };

    expect(quoted('dep.dependencies.redis.timeout', answers)).toEqual([
      { id: 'dep.dependencies.redis.timeout', label: 'Redis: Time-out', text: '50 ms', source: 'measured' },
    ]);
    expect(quoted('dep.dependencies.mail.timeout', answers)[0]?.source).toBe('guess');
    expect(quoted('dep.dependencies', answers)[0]?.source).toBe('guess');
  });

  it('of a table counts and names its rows', () => {
    const texts = [[], dependencies.slice(0, 1), dependencies].map(
      (rows) => quoted('dep.dependencies', { 'dep.dependencies': rows })[0]?.text,
    );

    expect(texts).toEqual(['no rows', '1 row: Redis', '2 rows: Redis, Mail provider']);
  });

  it('names what a cell or a row refers to', () => {
    const answers = {
      'dep.dependencies': dependencies,
      'rec.backups': [{ id: 'mail', dependency: 'mail', interval: '24 h' }],
    };

    expect(quoted('dep.dependencies.mail.next', answers)[0]?.text).toBe('Redis');
    expect(quoted('rec.backups.mail.interval', answers)).toEqual([
      { id: 'rec.backups.mail.interval', label: 'Mail provider: Every', text: '24 h' },
    ]);
    expect(quoted('rec.backups', answers)[0]?.text).toBe('1 row: Mail provider');
    expect(quoted('rec.backups.mail.dependency', answers)[0]?.text).toBe('Mail provider');
  });

  it('is an answer unless its id is one of a fact', () => {
    const quote = { label: '', text: '' };

    expect(isAnswer({ ...quote, id: 'f.load' })).toBe(false);
    expect(isAnswer({ ...quote, id: 'fun.load' })).toBe(true);
  });
});

describe('the figures of a fact about a row', () => {
  const figure = (subject?: string): Fact => ({
    ...{ id: 'f.x', title: 'X', unit: '', value: 1, text: '1', formula: '1', inputs: [] },
    ...(subject === undefined ? {} : { subject }),
  });
  const [redis, mail, whole] = [figure('redis'), figure('mail'), figure()];
  const facts = new Map([['f.x', [redis, mail, whole]]]);

  it('are its own, else those of the rows it refers to, else all', () => {
    const about = (id: string, cells: Readonly<Record<string, string | readonly string[]>>) =>
      factsAbout(facts, 'f.x', { id, cells });

    expect(about('redis', { next: 'mail' })).toEqual([redis]);
    expect(about('other', { next: 'mail' })).toEqual([mail]);
    expect(about('other', { next: ['mail', 'redis'] })).toEqual([redis, mail]);
    expect(about('other', { next: 'none' })).toEqual([redis, mail, whole]);
  });

  it('are all without a row, and none of a fact that is not known', () => {
    expect(factsAbout(facts, 'f.x', undefined)).toEqual([redis, mail, whole]);
    expect(factsAbout(facts, 'f.y', undefined)).toEqual([]);
  });
});

describe('what a waiver rests on', () => {
  it('is the text of each answer as it stands, a cell of a row that is gone being empty', () => {
    const session = aSession(smallBank(), {
      'rec.rto': said({ status: 'unknown' }),
      'dep.dependencies': dependencies.slice(0, 1),
    });
    const ids = [
      'rec.rto',
      'rec.restore',
      'rec.rpo',
      'dep.dependencies.redis.timeout',
      'dep.dependencies.mail.p99',
    ];

    expect(givenAbout(ids, session)).toEqual({
      'rec.rto': '',
      'rec.restore': '4 h',
      'rec.rpo': '',
      'dep.dependencies.redis.timeout': '50 ms',
      'dep.dependencies.mail.p99': '',
    });
    expect(givenAbout(['dep.dependencies'], session)).toEqual({
      'dep.dependencies': '[{"id":"redis","cells":{"name":"Redis","timeout":"50 ms"}}]',
    });
  });

  it('leaves a finding that no waiver names as it is', () => {
    const rule = { id: 'slow', fires_when: "a.rec.rto > q('1 min')" };
    const waiver = { finding: 'other', reason: 'r', owner: 'o', until: '2027-01-01', given: {} };
    const finding = onlyFinding(analysed(smallBank(rule), { 'rec.rto': '1 h' }));
    const session = aSession(smallBank(rule), { 'rec.rto': '1 h' }, { waivers: [waiver] });

    expect(withWaiver(finding, session)).toEqual(finding);
  });
});
