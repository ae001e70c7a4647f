import { describe, expect, it } from 'vitest';
import type { Row, Value } from '../../src/bank/index.js';
import { fill, plainText, rowName, type Filled } from '../../src/spec/fill.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const options = [
  { id: 'sync', label: 'At once' },
  { id: 'async', label: 'Later, in order' },
  { id: 'aws', label: 'AWS' },
];
const questions: readonly Raw[] = [
  { id: 'rec.verb', expects: 'verb-phrase' },
  { id: 'rec.clause', expects: 'clause' },
  { id: 'rec.noun', kind: 'prose' },
  { id: 'rec.mode', kind: 'choice', options },
  { id: 'rec.modes', kind: 'many', options },
  { id: 'rec.list', kind: 'list', expects: 'verb-phrase' },
  { id: 'rec.nouns', kind: 'list' },
  { id: 'rec.wait', kind: 'quantity', dimension: 'duration' },
  { id: 'rec.count', kind: 'quantity', dimension: 'count' },
  { id: 'rec.on', kind: 'confirm' },
  {
    ...{ id: 'dep.parts', kind: 'table', key: 'name' },
    columns: [
      { id: 'name', label: 'Name', kind: 'text', required: true },
      { id: 'does', label: 'Does', kind: 'text', expects: 'verb-phrase' },
      { id: 'calls', label: 'Calls', kind: 'many', of: 'dep.parts' },
    ],
  },
  {
    ...{ id: 'dep.teams', kind: 'table', key: 'part' },
    columns: [
      { id: 'part', label: 'Part', kind: 'choice', of: 'dep.parts', required: true },
      { id: 'lead', label: 'Lead', kind: 'text' },
    ],
  },
];
const PARTS: readonly Row[] = [
  { id: 'redis', cells: { name: 'Redis', does: 'Refuses calls.', calls: ['db', 'gone'] } },
  { id: 'db', cells: { name: 'the database' } },
];
const TEAMS: readonly Row[] = [{ id: 'redis', cells: { part: 'redis', lead: 'Ann' } }];

function scene(answers: Readonly<Record<string, Value>> = {}) {
  const bank = aBank()
    .question(...questions)
    .joined();
  const session = Object.entries(answers).reduce(
    (builder, [id, value]) => builder.answered(id, value),
    aSession(bank).answered('dep.parts', PARTS).answered('dep.teams', TEAMS),
  );
  return { bank, situation: situationOf(session.build()) };
}

function questionOf(id: string) {
  const known = scene();
  const question = known.bank.question(id);
  if (question === undefined) throw new Error(`There is no ${id}.`);
  return question;
}

/** A pattern about the answer to a question. */
function filled(
  pattern: string,
  id: string,
  value: Value,
  more: Readonly<Record<string, Value>> = {},
): Filled {
  const known = scene({ ...more, ...(id.startsWith('dep.') ? {} : { [id]: value }) });
  return fill(pattern, { ...known, question: questionOf(id), value, row: undefined });
}

/** A pattern about a row of the parts. */
function rowFilled(pattern: string, row: Row | undefined = PARTS[0]): Filled {
  return fill(pattern, { ...scene(), question: questionOf('dep.parts'), value: PARTS, row });
}

const whole = (text: string, used: readonly string[] = ['value']): Filled => ({
  ...{ text, used, details: [], missing: [] },
});

describe('a pattern', () => {
  it('without a placeholder is what it is', () => {
    expect(filled('keep the order', 'rec.noun', 'a cat')).toEqual(whole('keep the order', []));
  });

  it.each<[string, string, Value, string]>([
    ['rec.verb', 'do: {value}', 'Refuse the call.', 'do: refuse the call'],
    ['rec.clause', 'when {value}', 'If the store is lost', 'when the store is lost'],
    ['rec.noun', 'for {value} only', 'The operators', 'for the operators only'],
    ['rec.mode', 'copy {value}', 'sync', 'copy at once'],
    ['rec.mode', 'run on {value}', 'aws', 'run on AWS'],
    ['rec.modes', 'copy {value}', ['sync', 'aws'], 'copy at once and AWS'],
    ['rec.modes', 'copy {value}', ['sync', 'async'], 'copy at once; later, in order'],
    ['rec.modes', 'copy {value}', ['sync'], 'copy at once'],
    ['rec.list', 'then {value}', ['Refuse it', 'logs it', 'alert.'], 'then refuse it, log it and alert'],
    ['rec.nouns', 'for {value}', ['The caller'], 'for the caller'],
    ['rec.wait', 'wait {value} or less', '5 min', 'wait 5 min or less'],
    ['rec.count', 'keep {value} copies', '3', 'keep 3 copies'],
    ['rec.count', 'keep {value} copies', '1', 'keep 1 copy'],
    ['rec.noun', 'keep {value} copies', '1', 'keep 1 copies'],
    ['rec.on', 'is it? {value}', true, 'is it? yes'],
  ])('of %s: %j with %j', (id, pattern, value, text) => {
    expect(filled(pattern, id, value)).toEqual(whole(text));
  });

  it.each<[string, Value, string, string]>([
    ['rec.verb', 'The call is refused.', 'do what the detail below describes', 'The call is refused.'],
    [
      'rec.clause',
      'It fails. Then it stops.',
      'the case in the detail below occurs',
      'It fails. Then it stops.',
    ],
    ['rec.noun', 'One.\nTwo.', 'what the detail below describes', 'One.\nTwo.'],
    ['rec.list', ['refuse it', 'The end.'], 'do what the detail below describes', '- refuse it\n- The end.'],
    ['rec.nouns', ['a cat. A dog'], 'what the detail below describes', '- a cat. A dog'],
  ])('keeps as a detail what is no phrase of a sentence: %s', (id, value, text, detail) => {
    expect(filled('{value}', id, value)).toEqual({ text, details: [detail], missing: [], used: ['value'] });
  });

  it('says what is missing, and what it used, once for each place', () => {
    expect(
      filled('{value} in {a.rec.wait} of {a.rec.none} and {f.none} or {row.name}', 'rec.noun', 'it'),
    ).toEqual({
      text: 'it in  of  and  or ',
      details: [],
      missing: ['a.rec.wait', 'a.rec.none', 'f.none', 'row.name'],
      used: ['value', 'a.rec.wait', 'a.rec.none', 'f.none', 'row.name'],
    });
  });

  it('takes a blank answer for a missing one', () => {
    expect(filled('say {value} now', 'rec.noun', ' ')).toMatchObject({
      text: 'say  now',
      missing: ['value'],
    });
  });

  it('names another answer, whose number goes with its noun', () => {
    const more = { 'rec.count': '1', 'rec.wait': '2 s' };

    expect(filled('{value} with {a.rec.count} copies in {a.rec.wait}', 'rec.noun', 'it', more)).toEqual(
      whole('it with 1 copy in 2 s', ['value', 'a.rec.count', 'a.rec.wait']),
    );
  });
});

describe('a list without items', () => {
  it.each(['rec.list', 'rec.nouns'])('is missing from a sentence: %s', (id) => {
    expect(filled('exclude {value} from backups', id, [])).toEqual({
      ...{ text: 'exclude  from backups', used: ['value'], details: [], missing: ['value'] },
    });
  });
});

describe('a pattern of a row', () => {
  it('names its cells, its id and the rows it refers to, by their names as far as they are there', () => {
    expect(rowFilled('{row.name} ({row.id}) shall {row.does} of {row.calls}')).toEqual(
      whole('Redis (redis) shall refuse calls of the database and gone', [
        'row.name',
        'row.id',
        'row.does',
        'row.calls',
      ]),
    );
  });

  it('keeps the capitals of the rows it refers to: they are names', () => {
    const row = { id: 'db', cells: { name: 'the database', calls: ['redis'] } };

    expect(rowFilled('if {row.calls} is lost', row).text).toBe('if Redis is lost');
  });

  it('says which cells are empty or no column', () => {
    const { missing, text } = rowFilled('{row.name}: {row.does} {row.calls} {row.none}', PARTS[1]);

    expect(missing).toEqual(['row.does', 'row.calls', 'row.none']);
    expect(text).toBe('the database:   ');
  });
});

describe('the name of a row', () => {
  it('is its key, or the name of the row that its key refers to', () => {
    expect(rowName(scene(), 'dep.parts', 'redis')).toBe('Redis');
    expect(rowName(scene(), 'dep.teams', 'redis')).toBe('Redis');
  });

  it('is its id where there is no such row, table or answer', () => {
    expect(rowName(scene(), 'dep.parts', 'gone')).toBe('gone');
    expect(rowName(scene(), 'rec.noun', 'redis')).toBe('redis');
    expect(rowName(scene(), 'dep.none', 'redis')).toBe('redis');
  });

  it('is how a whole table is printed', () => {
    expect(plainText(questionOf('dep.parts'), PARTS, scene())).toBe('Redis, the database');
    expect(plainText(questionOf('dep.teams'), TEAMS, scene())).toBe('Redis');
    expect(plainText(questionOf('dep.parts'), 'redis', scene())).toBe('');
    expect(plainText(questionOf('rec.modes'), ['sync', 'aws'], scene())).toBe('At once, AWS');
  });
});
