import { describe, expect, it } from 'vitest';
import { labelOf, optionLabel } from '../../src/bank/label.js';
import type { Row, TableShape, Value, ValueShape } from '../../src/bank/question.js';
import { emptyRow, rawValue, rowIdFor, rowName, valueText } from '../../src/bank/value-text.js';
import { checkRows } from '../../src/bank/value-rows.js';
import { aBank } from '../helpers/a-bank.js';
import { aColumn, options } from './expression-fixture.js';

const shape: TableShape = {
  kind: 'table',
  key: 'name',
  columns: [
    aColumn('name', { kind: 'text' }),
    aColumn('needed', { kind: 'choice', options: options('hard', 'soft') }),
    aColumn('next', { kind: 'choice', of: 'dep.calls' }),
  ],
};

const read = (raw: unknown, over: Partial<TableShape> = {}) => {
  const checked = checkRows({ ...shape, ...over }, raw, { rowsOf: () => ['db'] });
  if (checked.ok) return checked.value;
  return checked.error.map(({ code, message, hint }) => `${code}: ${message} ${hint ?? ''}`);
};

const idHint = (example: string) =>
  `Write id: ${example} (lower-case letters, digits and hyphens, at most 40).`;

describe('rows that are refused', () => {
  it.each<[unknown, readonly string[]]>([
    ['x', ['value-form: “x” is not a list of rows. For example - id: redis.']],
    [null, ['value-form: nothing is not a list of rows. For example - id: redis.']],
    [
      ['x', null, ['a']],
      [
        'value-form: Row 1: “x” is not a map of columns. For example id: redis.',
        'value-form: Row 2: nothing is not a map of columns. For example id: redis.',
        'value-form: Row 3: a list is not a map of columns. For example id: redis.',
      ],
    ],
    [[{}], [`row-id-missing: Row 1: The row has no id. ${idHint('redis')}`]],
    [[{ name: 'Mail provider' }], [`row-id-missing: Row 1: The row has no id. ${idHint('mail-provider')}`]],
    [
      [{ id: null, name: 7 }].slice(0, 1),
      [
        `row-id-missing: Row 1: The row has no id. ${idHint('redis')}`,
        'value-form: Row 1: name: 7 is not text. For example "7", in quotes.',
      ],
    ],
    [[{ id: 'Mail Box' }], [`row-id-form: Row 1: “Mail Box” is not a row id. ${idHint('mail-box')}`]],
    [[{ id: 'A_b', name: 'Other' }], [`row-id-form: Row 1: “A_b” is not a row id. ${idHint('a-b')}`]],
    [[{ id: true, name: 'Mail' }], [`row-id-form: Row 1: true is not a row id. ${idHint('mail')}`]],
    [[{ id: '' }], [`row-id-form: Row 1: “” is not a row id. ${idHint('redis')}`]],
    [[{ id: 1.5 }], [`row-id-form: Row 1: 1.5 is not a row id. ${idHint('1-5')}`]],
    [
      [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a' }],
      ['row-id-twice: Two rows have the id a. Give the second one another id, for example a-2.'],
    ],
    [
      [{ id: 'a', neded: 'hard', zzzzzz: 1 }],
      [
        'unknown-column: Row a: “neded” is not a column of this table. Did you mean needed?',
        'unknown-column: Row a: “zzzzzz” is not a column of this table. The columns are id, why, source, nnnn, name, needed, next.',
      ],
    ],
    [
      [{ id: 'a', needed: 'firm', next: 'kafka' }],
      [
        'value-not-an-option: Row a: needed: “firm” is not an option. Choose hard or soft.',
        'value-not-an-option: Row a: next: “kafka” is not a row of dep.calls. Choose db.',
      ],
    ],
    [
      [{ id: 'a', why: 5, source: 'rumour', nnnn: '12' }],
      [
        'value-form: Row a: why: 5 is not text. For example one sentence.',
        'value-form: Row a: source: “rumour” is not one of measured, contract, code, estimate, guess. For example measured.',
        'value-form: Row a: nnnn: “12” is not a number of four digits. For example "0012".',
      ],
    ],
  ])('%j is told why', (raw, expected) => {
    expect(read(raw)).toEqual(expected);
  });

  it('have an id that leaves room for a number', () => {
    const id = 'a'.repeat(40);
    expect(read([{ id }, { id }])).toEqual([
      `row-id-twice: Two rows have the id ${id}. Give the second one another id, for example ${'a'.repeat(38)}-2.`,
    ]);
  });

  it('are fewer than they must be', () => {
    expect(read([{ id: 'a' }], { min_rows: 2 })).toEqual([
      'value-too-few: There is 1 row; at least 2 must be named. Add 1 row.',
    ]);
    expect(read([{ id: 'a' }, { id: 'b' }], { min_rows: 2 })).toHaveLength(2);
  });
});

describe('rows that are taken', () => {
  it.each<[object, Partial<Row>]>([
    [{ id: 'a' }, {}],
    [{ id: 7 }, { id: '7' }],
    [{ id: 'a', name: null, needed: undefined }, {}],
    [
      { id: 'a', why: ' since ', source: 'guess' },
      { why: 'since', source: 'guess' },
    ],
    [{ id: 'a', why: ' ', source: null, nnnn: '' }, {}],
    [{ id: 'a', nnnn: 7 }, { nnnn: '0007' }],
    [{ id: 'a', nnnn: '1234' }, { nnnn: '1234' }],
    ...['measured', 'contract', 'code', 'estimate', 'guess'].map((source): [object, Partial<Row>] => [
      { id: 'a', source },
      { source: source as 'code' },
    ]),
    [
      { id: 'a', name: 'A', needed: 'soft', next: 'db' },
      { cells: { name: 'A', needed: 'soft', next: 'db' } },
    ],
  ])('%j', (raw, row) => {
    expect(read([raw])).toEqual([{ id: 'a', cells: {}, ...row }]);
  });

  it.each(['12345', '123', 'x123', '123x', 12_345])('have a number of four digits, not %j', (nnnn) => {
    expect(read([{ id: 'a', nnnn }])).toHaveLength(1);
    expect(read([{ id: 'a', nnnn }])[0]).toMatch(/^value-form: Row a: nnnn: /);
  });
});

describe('a value for people', () => {
  const choice: ValueShape = { kind: 'choice', options: [{ id: 'a', label: 'At least once' }] };
  const named: Row = { id: 'x', cells: { name: 'Mail', needed: 'hard' } };

  it.each<[ValueShape | TableShape, Value, string]>([
    [choice, 'a', 'At least once'],
    [choice, 'b', 'b'],
    [{ kind: 'choice', of: 'a.b' }, 'a', 'a'],
    [{ kind: 'many', options: [{ id: 'a', label: 'An A' }] }, ['a', 'b'], 'An A, b'],
    [{ kind: 'list' }, ['a', 'b'], 'a; b'],
    [{ kind: 'list' }, [], 'none'],
    [{ kind: 'text' }, 'a', 'a'],
    [{ kind: 'confirm' }, true, 'yes'],
    [{ kind: 'confirm' }, false, 'no'],
    [{ kind: 'text' }, [named], ''],
    [shape, 'text', ''],
    [shape, [], 'none'],
    [shape, [named], '1 row: Mail'],
    [shape, [named, emptyRow('db')], '2 rows: Mail, db'],
  ])('%j prints %j as %j', (of, value, text) => {
    expect(valueText(of, value)).toBe(text);
  });

  it('names a row by its key, as it is printed, or by its id', () => {
    expect(rowName(shape, named)).toBe('Mail');
    expect(rowName({ ...shape, key: 'needed' }, named)).toBe('HARD');
    expect(rowName({ ...shape, key: 'gone' }, named)).toBe('x');
    expect(rowName(shape, emptyRow('db'))).toBe('db');
  });

  it('is plain data again, and a row gets the lowest free id', () => {
    expect(rawValue([{ ...named, why: 'so', source: 'code', nnnn: '0001' }])).toEqual([
      { id: 'x', name: 'Mail', needed: 'hard', why: 'so', source: 'code', nnnn: '0001' },
    ]);
    expect(rawValue(['a'])).toEqual(['a']);
    expect(rawValue(false)).toBe(false);
    expect(rowIdFor('Mail', ['mail', 'mail-3'])).toBe('mail-2');
    expect(rowIdFor('Mail', [])).toBe('mail');
    expect(rowIdFor('!', ['row'])).toBe('row-2');
  });
});

describe('the short name of a question', () => {
  const question = (over: object) => {
    const [only] = aBank()
      .question({ id: 'rec.max_data_loss', ...over })
      .build().questions;
    if (only === undefined) throw new Error('There is no question.');
    return only;
  };

  it('is its label, or its id in words', () => {
    expect(labelOf(question({ label: 'the RPO' }))).toBe('the RPO');
    expect(labelOf(question({}))).toBe('Max data loss');
    expect(labelOf({ ...question({}), id: 'rpo' })).toBe('Rpo');
  });

  it('has options with names', () => {
    const of = (kind: string) => question({ kind, options: [{ id: 'a', label: 'An A' }, { id: 'b_c' }] });
    expect(['a', 'b_c', 'gone'].map((id) => optionLabel(of('choice'), id))).toEqual(['An A', 'B c', 'gone']);
    expect(optionLabel(of('many'), 'a')).toBe('An A');
    expect(optionLabel(question({ kind: 'many', of: 'rec.rows' }), 'a')).toBe('a');
    expect(optionLabel(question({}), 'a')).toBe('a');
  });
});
