import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity, type Dimension } from '../../src/bank/quantity.js';
import type { Row, TableShape, Value, ValueShape } from '../../src/bank/question.js';
import { emptyRow, rawValue, rowIdFor, rowName, valueText } from '../../src/bank/value-text.js';
import { parseTyped } from '../../src/bank/value-typed.js';
import { checkValue } from '../../src/bank/value.js';
import { aColumn, dependencies, options } from './expression-fixture.js';

const tiers: ValueShape = { kind: 'choice', options: options('T0', 'T1', 'T2') };
const kinds: ValueShape = { kind: 'many', options: options('http', 'worker', 'cron') };
const rate: ValueShape = { kind: 'quantity', dimension: 'rate', max: '1000000 req/s' };
const wait: ValueShape = { kind: 'quantity', dimension: 'duration', min: '1 ms', max: '1 h' };
const pods: ValueShape = { kind: 'quantity', dimension: 'count' };
const reference: ValueShape = { kind: 'choice', of: 'dep.dependencies' };
const rowsOf = () => ['redis', 'db'];

const accepted = (shape: ValueShape | TableShape, raw: unknown) => {
  const checked = checkValue(shape, raw, { rowsOf });
  return checked.ok ? checked.value : checked.error;
};
const codes = (shape: ValueShape | TableShape, raw: unknown) => {
  const checked = checkValue(shape, raw, { rowsOf });
  return checked.ok ? 'ok' : checked.error.map(({ code }) => code).join(' ');
};

describe('checking plain data', () => {
  it.each<[ValueShape, unknown, Value]>([
    [{ kind: 'text' }, ' one line ', 'one line'],
    [{ kind: 'text', form: 'date' }, '2028-02-29', '2028-02-29'],
    [{ kind: 'text', form: 'url' }, 'https://example.com/x?y=1', 'https://example.com/x?y=1'],
    [{ kind: 'prose' }, 'two\r\nlines\n', 'two\nlines'],
    [tiers, 'T1', 'T1'],
    [kinds, ['cron', 'http'], ['http', 'cron']],
    [kinds, [], []],
    [{ kind: 'confirm' }, false, false],
    [wait, '250 ms', '250 ms'],
    [pods, 12, '12'],
    [{ kind: 'list' }, ['b', ' a '], ['b', 'a']],
    [reference, 'db', 'db'],
  ])('%j takes %j', (shape, raw, value) => {
    expect(accepted(shape, raw)).toEqual(value);
  });

  it.each<[ValueShape, unknown, string]>([
    [{ kind: 'text' }, '', 'value-form'],
    [{ kind: 'text' }, 'two\nlines', 'value-form'],
    [{ kind: 'text' }, 1.1, 'value-form'],
    [{ kind: 'text' }, undefined, 'value-form'],
    [{ kind: 'text', max_length: 3 }, 'four', 'value-too-long'],
    [{ kind: 'text', form: 'date' }, '2026-02-29', 'value-form'],
    [{ kind: 'text', form: 'date' }, '2026-13-01', 'value-form'],
    [{ kind: 'text', form: 'date' }, '2026-1-1', 'value-form'],
    [{ kind: 'text', form: 'url' }, 'example.com', 'value-form'],
    [{ kind: 'text', form: 'url' }, 'javascript:alert(1)', 'value-form'],
    [{ kind: 'prose' }, ' \n ', 'value-form'],
    [{ kind: 'prose', max_length: 2 }, 'abc', 'value-too-long'],
    [tiers, 'T9', 'value-not-an-option'],
    [tiers, ['T1'], 'value-form'],
    [kinds, 'http', 'value-form'],
    [kinds, ['http', 'http'], 'value-twice'],
    [kinds, ['htp', 'corn'], 'value-not-an-option value-not-an-option'],
    [{ kind: 'many', options: options('a'), min_items: 1 }, [], 'value-too-few'],
    [{ kind: 'confirm' }, 'yes', 'value-form'],
    [wait, '250ms', 'quantity-form'],
    [wait, '2 h', 'quantity-above-max'],
    [wait, true, 'value-form'],
    [{ kind: 'list' }, 'a', 'value-form'],
    [{ kind: 'list' }, ['a', ''], 'value-form'],
    [{ kind: 'list', min_items: 2 }, ['a'], 'value-too-few'],
    [reference, 'kafka', 'value-not-an-option'],
  ])('%j refuses %j', (shape, raw, code) => {
    expect(codes(shape, raw)).toBe(code);
  });

  it('says the rule, the value and an example', () => {
    expect(checkValue(tiers, 'TO')).toEqual({
      ok: false,
      error: [{ code: 'value-not-an-option', message: '“TO” is not an option.', hint: 'Did you mean T0?' }],
    });
    expect(checkValue({ kind: 'text', form: 'date' }, 'soon')).toEqual({
      ok: false,
      error: [
        {
          code: 'value-form',
          message: '“soon” is not a date.',
          hint: 'For example 2026-12-15 (year-month-day).',
        },
      ],
    });
  });

  it('leaves references alone where the rows are not known', () => {
    expect(checkValue(reference, 'kafka')).toEqual({ ok: true, value: 'kafka' });
  });
});

describe('checking rows', () => {
  it('takes cells by column, reserved keys and absent cells', () => {
    const raw = [
      {
        id: 'redis',
        name: 'Redis',
        timeout: '50 ms',
        modes: ['write', 'read'],
        why: 'old',
        source: 'code',
        nnnn: 12,
      },
    ];
    expect(accepted(dependencies, raw)).toEqual([
      {
        id: 'redis',
        cells: { name: 'Redis', timeout: '50 ms', modes: ['read', 'write'] },
        why: 'old',
        source: 'code',
        nnnn: '0012',
      },
    ]);
    expect(accepted(dependencies, [{ id: 'x', name: null }])).toEqual([{ id: 'x', cells: {} }]);
  });

  it.each<[unknown, string]>([
    ['x', 'value-form'],
    [['x'], 'value-form'],
    [[{ name: 'Redis' }], 'row-id-missing'],
    [[{ id: 'Redis' }], 'row-id-form'],
    [[{ id: 'a'.repeat(41) }], 'row-id-form'],
    [[{ id: 'a' }, { id: 'a' }], 'row-id-twice'],
    [[{ id: 'a', tiemout: '1 s' }], 'unknown-column'],
    [[{ id: 'a', timeout: 'soon', needed: 'hrd' }], 'value-not-an-option quantity-form'],
    [[{ id: 'a', source: 'rumour' }], 'value-form'],
    [[{ id: 'a', next: 'kafka' }], 'value-not-an-option'],
    [[JSON.parse('{"id":"a","__proto__":{"x":1}}')], 'unknown-column'],
  ])('refuses %j', (raw, code) => {
    expect(codes(dependencies, raw)).toBe(code);
  });

  it('names the row and the column', () => {
    const checked = checkValue(dependencies, [{ id: 'redis', needed: 'hrd' }]);
    expect(checked.ok ? '' : checked.error[0]?.message).toBe('Row redis: needed: “hrd” is not an option.');
    expect(checkValue({ ...dependencies, min_rows: 1 }, []).ok).toBe(false);
  });
});

describe('reading what was typed', () => {
  const typed = (shape: ValueShape | TableShape, text: string) => {
    const read = parseTyped(shape, text, { rowsOf });
    return read.ok ? read.value : read.error.map(({ code }) => code).join(' ');
  };
  it.each<[ValueShape, string, Value]>([
    [{ kind: 'confirm' }, 'Yes', true],
    [{ kind: 'confirm' }, 'n', false],
    [{ kind: 'confirm' }, 'maybe', 'value-form'],
    [tiers, 't1', 'T1'],
    [tiers, '3', 'T2'],
    [tiers, '4', 'value-not-an-option'],
    [{ kind: 'choice', options: [{ id: 'a', label: 'At least once' }] }, 'at least once', 'a'],
    [{ kind: 'many', options: [{ id: 'a', label: 'Now, or later' }] }, 'Now, or later', ['a']],
    [reference, '2', 'db'],
    [kinds, 'cron, 1', ['http', 'cron']],
    [kinds, 'none', []],
    [kinds, '', 'value-form'],
    [rate, '1.2k rps', '1200 req/s'],
    [rate, '5000k rps', 'quantity-above-max'],
    [{ kind: 'list' }, 'a; b\nc', ['a', 'b', 'c']],
    [{ kind: 'list' }, 'none', []],
    [{ kind: 'text' }, ' hello ', 'hello'],
    [{ kind: 'prose' }, 'a\nb', 'a\nb'],
  ])('%j reads %j', (shape, text, value) => {
    expect(typed(shape, text)).toEqual(value);
  });

  it('lists the choices of an ambiguous quantity', () => {
    const reading = parseQuantity('250 tps', { dimension: 'rate' });
    const read = parseTyped({ kind: 'quantity', dimension: 'rate' }, '250 tps');
    expect(reading.type).toBe('ambiguous');
    expect(read.ok ? '' : read.error[0]?.code).toBe('quantity-ambiguous');
    if (reading.type === 'ambiguous' && !read.ok) {
      for (const { text } of reading.choices) expect(read.error[0]?.hint).toContain(text);
    }
  });

  it('reads rows line by line, with ids from the key', () => {
    const shape: TableShape = {
      kind: 'table',
      key: 'name',
      columns: [
        aColumn('name', { kind: 'text' }),
        { ...aColumn('note', { kind: 'text' }), ask: 'later' },
        aColumn('wait', wait),
      ],
    };
    expect(typed(shape, 'Mail provider | 1 s\nmail Provider | 2s\n!? |\na \\| b')).toEqual([
      { id: 'mail-provider', cells: { name: 'Mail provider', wait: '1 s' } },
      { id: 'mail-provider-2', cells: { name: 'mail Provider', wait: '2 s' } },
      { id: 'row', cells: { name: '!?' } },
      { id: 'a-b', cells: { name: 'a | b' } },
    ]);
    expect(typed(shape, 'a | 1 s | more')).toBe('value-form');
    const wrong = parseTyped(shape, 'a | b | c\nb | soon');
    expect(wrong.ok ? [] : wrong.error.map(({ message }) => message.split(':')[0])).toEqual([
      'Row 1',
      'Row 2, wait',
    ]);
    expect(typed(shape, 'none')).toEqual([]);
    expect(typed(shape, ' ')).toBe('value-form');
    const rows = [{ id: 'a', cells: { name: 'A', wait: '1 s' } }];
    expect(typed(shape, '| A | 1 s |')).toEqual(rows);
    expect(typed(shape, '| Wait | name (required) |\n| :--- | --- |\n| 1 s | A |\n|  |  |')).toEqual(rows);
    expect(typed(shape, '| name | cost |\n| --- | --- |\n| A | 1 |')).toBe('unknown-column');
  });

  it('takes a row that is referred to by its id or by its name, and its own rows when they are known', () => {
    const shape: TableShape = {
      kind: 'table',
      key: 'flow',
      columns: [aColumn('flow', { kind: 'choice', of: 'ctx.flows' })],
    };
    const rowsOf = () => ['place-order'];
    expect(parseTyped(shape, 'Place order', { rowsOf })).toMatchObject({ value: [{ id: 'place-order' }] });
    expect(parseTyped(shape, 'nowhere', { rowsOf }).ok).toBe(false);
    expect(parseTyped(shape, 'nowhere', { rowsOf: () => undefined }).ok).toBe(true);
  });
});

describe('printing a value', () => {
  const redis: Row = { id: 'redis', cells: { name: 'Redis' } };
  it.each<[ValueShape | TableShape, Value, string]>([
    [tiers, 'T0', 'T0'],
    [{ kind: 'choice', options: [{ id: 'a', label: 'At least once' }] }, 'a', 'At least once'],
    [{ kind: 'confirm' }, true, 'yes'],
    [{ kind: 'confirm' }, false, 'no'],
    [kinds, ['http', 'cron'], 'HTTP, CRON'],
    [kinds, [], 'none'],
    [{ kind: 'list' }, ['a', 'b'], 'a; b'],
    [wait, '250 ms', '250 ms'],
    [dependencies, [redis, emptyRow('db')], '2 rows: Redis, db'],
    [dependencies, [], 'none'],
  ])('%j prints %j as %s', (shape, value, text) => {
    expect(valueText(shape, value)).toBe(text);
  });

  it('names a row by its key column, and makes free ids', () => {
    expect(rowName(dependencies, redis)).toBe('Redis');
    expect(rowIdFor('Mail provider', ['mail-provider'])).toBe('mail-provider-2');
    expect(rowIdFor('??', [])).toBe('row');
  });
});

describe('any input', () => {
  const shapes: readonly (ValueShape | TableShape)[] = [
    { kind: 'text' },
    { kind: 'text', form: 'date' },
    { kind: 'text', form: 'url' },
    { kind: 'prose', max_length: 20 },
    tiers,
    kinds,
    { kind: 'confirm' },
    rate,
    wait,
    pods,
    { kind: 'list' },
    reference,
    dependencies,
  ];
  const shape = fc.constantFrom(...shapes);

  it('never throws, and says something when it refuses', () => {
    fc.assert(
      fc.property(
        shape,
        fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
        (of, raw) => {
          const checked = checkValue(of, raw, { rowsOf });
          if (!checked.ok) expect(checked.error.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(shape, fc.string({ unit: 'grapheme' }), (of, text) => {
        const read = parseTyped(of, text, { rowsOf });
        if (!read.ok) expect(read.error.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  const units: Readonly<Partial<Record<Dimension, string>>> = { duration: '5 ms', count: '3' };
  const line = fc
    .string({ minLength: 1 })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  const cells = fc.record(
    {
      name: line,
      needed: fc.constantFrom('hard', 'soft'),
      timeout: fc.constantFrom(units.duration ?? '', '1.5 s', '2 h'),
      retried: fc.boolean(),
      attempts: fc.constantFrom('3', '0', '12'),
      next: fc.constantFrom('redis', 'db'),
      modes: fc.subarray(['read', 'write']),
    },
    { requiredKeys: [] },
  );
  const rows = fc
    .uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,40}$/), { maxLength: 4 })
    .chain((ids) => fc.tuple(...ids.map((id) => cells.map((values): Row => ({ id, cells: values })))));
  const valued = fc.oneof(
    line.map((value): [ValueShape | TableShape, Value] => [{ kind: 'text' }, value]),
    fc.subarray(['http', 'worker', 'cron']).map((value): [ValueShape | TableShape, Value] => [kinds, value]),
    fc.array(line).map((value): [ValueShape | TableShape, Value] => [{ kind: 'list' }, value]),
    rows.map((value): [ValueShape | TableShape, Value] => [dependencies, value]),
  );

  it('comes back unchanged through plain data', () => {
    fc.assert(
      fc.property(valued, ([of, value]) => {
        expect(checkValue(of, rawValue(value), { rowsOf })).toEqual({ ok: true, value });
      }),
      { numRuns: 500 },
    );
  });
});
