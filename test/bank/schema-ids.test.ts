import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  kebabId,
  line,
  optionId,
  positive,
  prose,
  questionId,
  rowId,
  sectionCode,
  strictMap,
  wordId,
} from '../../src/bank/schema.js';

/** What a schema says of each value: nothing where it takes it. */
const saidBy = (schema: z.ZodType, values: readonly unknown[]): readonly string[] =>
  values.flatMap((value) => schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []);

const RESERVED = 'none of in, true, false, null';

describe('an id', () => {
  it('of a question is a section and a name', () => {
    const says = 'an id like `section.name`, lower case';
    expect(saidBy(questionId, ['a.b', 'a1.b_2', 'rec_x.max_wait', 'inn.truth'])).toEqual([]);
    const others = [
      'a',
      'a.',
      '.b',
      'a.b.c',
      'A.b',
      'a.B',
      '1a.b',
      'a.1b',
      'a-b.c',
      ' a.b',
      'a.b ',
      '_a.b',
      'a._b',
      '',
    ];
    expect(saidBy(questionId, others)).toEqual(others.map(() => says));
    expect(saidBy(questionId, ['in.b', 'a.true', 'false.null'])).toEqual(
      Array.from({ length: 3 }, () => `${says}, ${RESERVED}`),
    );
  });

  it('of a section or a column is one word', () => {
    const says = 'an id of lower-case letters, digits and `_`';
    expect(saidBy(wordId, ['a', 'a1', 'max_wait'])).toEqual([]);
    const others = ['', '1a', '_a', 'A', 'aB', 'a-b', 'a.b', 'a ', ' a'];
    expect(saidBy(wordId, others)).toEqual(others.map(() => says));
    expect(saidBy(wordId, ['in', 'true', 'false', 'null'])).toEqual(
      Array.from({ length: 4 }, () => `${says}, ${RESERVED}`),
    );
  });

  it('of a rule is words with hyphens between', () => {
    const says = 'an id of lower-case words joined by `-`';
    expect(saidBy(kebabId, ['a', '2017-a', 'a-b-c', 'http2'])).toEqual([]);
    const others = ['', '-a', 'a-', 'a--b', 'A-b', 'a_b', 'a.b', 'a b', ' a'];
    expect(saidBy(kebabId, others)).toEqual(others.map(() => says));
    expect(saidBy(kebabId, ['in', 'null'])).toEqual([`${says}, ${RESERVED}`, `${says}, ${RESERVED}`]);
  });

  it('of an option begins with a letter or a digit', () => {
    const says = 'an id of letters, digits, `_`, `.` and `-`';
    expect(saidBy(optionId, ['T0', '1.2', 'a_b-c.d', 'A', '9'])).toEqual([]);
    const others = ['', '-a', '.a', '_a', 'a b', 'a/b', 'é', ' a', 'a '];
    expect(saidBy(optionId, others)).toEqual(others.map(() => says));
    expect(saidBy(optionId, ['true', 'a.in'])).toEqual([`${says}, ${RESERVED}`, `${says}, ${RESERVED}`]);
  });

  it('of a row has at most 40 signs', () => {
    const says = 'a row id of at most 40 lower-case letters, digits and `-`';
    expect(saidBy(rowId, ['a', '-', '9', 'a'.repeat(40)])).toEqual([]);
    const others = ['', 'a'.repeat(41), 'A', 'a_b', 'a b', ' a', 'a\n'];
    expect(saidBy(rowId, others)).toEqual(others.map(() => says));
  });

  it('of a section that heads its requirements has two to eight capitals', () => {
    const says = 'two to eight capitals or digits, like `REC`';
    expect(saidBy(sectionCode, ['AB', 'A1', 'ABCDEFGH'])).toEqual([]);
    const others = ['', 'A', '1A', 'ABCDEFGHI', 'Ab', 'A-B', ' AB', 'AB '];
    expect(saidBy(sectionCode, others)).toEqual(others.map(() => says));
  });
});

describe('a text or a number', () => {
  it('is on one line, trimmed, and not empty', () => {
    expect(line.parse('  a b ')).toBe('a b');
    expect(saidBy(line, ['a\nb'])).toEqual(['text on one line']);
    expect(saidBy(line, ['\na\n'])).toEqual([]);
    expect(prose.parse(' a\nb \n')).toBe('a\nb');
    expect(saidBy(line, ['', ' \n'])).toHaveLength(2);
    expect(saidBy(prose, ['', ' \n'])).toHaveLength(2);
  });

  it('is whole and above zero', () => {
    expect(saidBy(positive, [1, 2, 1000])).toEqual([]);
    expect(saidBy(positive, [0, -1, 1.5, '1'])).toHaveLength(4);
  });
});

describe('a map with known keys', () => {
  it('names them when it has another, and says nothing of other faults', () => {
    const map = strictMap({ one: wordId, two: positive.optional() });
    expect(saidBy(map, [{ one: 'a' }, { one: 'a', two: 2 }])).toEqual([]);
    expect(saidBy(map, [{ one: 'a', three: 3 }])).toEqual(['known keys: one two']);
    expect(saidBy(map, ['a'])).toEqual(['Invalid input: expected object, received string']);
  });
});
