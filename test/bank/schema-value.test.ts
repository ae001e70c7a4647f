import { expect, it } from 'vitest';
import { cellValue, exampleText, toRaw, value } from '../../src/bank/schema-value.js';

const says = (result: {
  readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined;
}) => result.error?.issues.map(({ message }) => message);

// What a schema is made of is made once, so that all of it is looked at in one test.
it('a value of a bank is a text, yes or no, a list of texts, or rows; and back', () => {
  const read = (raw: unknown): unknown => value().parse(raw);
  expect([read('a'), read(' a \n'), read(5), read(0.5), read(true), read(false), read('')]).toEqual([
    ...['a', ' a', '5', '0.5', true, false, ''],
  ]);
  expect([read([]), read(['a', 5, true]), read(['a\n'])]).toEqual([[], ['a', '5', 'true'], ['a\n']]);
  expect(
    read([
      { id: 'a', name: 'A\n', size: 5, on: true, tags: ['x', 2], why: 3, source: 'code' },
      { id: 'b', source: 'rumour' },
      { id: 'c', why: 'so', source: 'guess' },
    ]),
  ).toEqual([
    { id: 'a', cells: { name: 'A', size: '5', on: true, tags: ['x', '2'] }, why: '3', source: 'code' },
    { id: 'b', cells: {} },
    { id: 'c', cells: {}, why: 'so', source: 'guess' },
  ]);
  const sources = ['measured', 'contract', 'code', 'estimate', 'guess'];
  expect(read(sources.map((source, at) => ({ id: String(at), source })))).toEqual(
    sources.map((source, at) => ({ id: String(at), cells: {}, source })),
  );

  expect(says(value().safeParse([{ id: 'A' }]))).toEqual([
    'a row id of at most 40 lower-case letters, digits and `-`',
  ]);
  const needed = 'a value: text, a number, a list, or rows with an `id`';
  expect(
    [null, {}, [{}], [['a']], ['a', { id: 'a' }], [{ id: 'a', b: {} }]].map((raw) =>
      says(value().safeParse(raw)),
    ),
  ).toEqual(Array.from({ length: 6 }, () => [needed]));

  expect([
    cellValue().parse('a \n'),
    cellValue().parse(5),
    cellValue().parse(true),
    cellValue().parse(['a', 5]),
  ]).toEqual([...['a', '5', true, ['a', '5']]]);
  expect([null, {}, [{}]].map((raw) => says(cellValue().safeParse(raw)))).toEqual(
    Array.from({ length: 3 }, () => ['text, a number or a list']),
  );

  expect([
    exampleText().parse(' a '),
    exampleText().parse(5),
    exampleText().parse(['a', 5]),
    exampleText().parse(true),
  ]).toEqual([...['a', '5', 'a, 5', 'true']]);
  expect([null, {}, [{}]].map((raw) => says(exampleText().safeParse(raw)))).toEqual(
    Array.from({ length: 3 }, () => ['an example: text, a number or a list']),
  );

  expect([toRaw('a'), toRaw(false), toRaw(['a', 'b']), toRaw([])]).toEqual(['a', false, ['a', 'b'], []]);
  expect(
    toRaw([
      { id: 'a', cells: { name: 'A' }, why: 'so', source: 'code' },
      { id: 'b', cells: {} },
    ]),
  ).toEqual([{ id: 'a', name: 'A', why: 'so', source: 'code' }, { id: 'b' }]);
});
