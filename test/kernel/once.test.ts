import { describe, expect, it } from 'vitest';
import { joinFields, lazily, once } from '../../src/kernel/once.js';
import { placeText, problemText } from '../../src/kernel/problem.js';
import { allOk, err, ok } from '../../src/kernel/result.js';

/** A maker that remembers what it made. */
const making = <T>(value: T): { readonly make: () => T; readonly made: T[] } => {
  const made: T[] = [];
  return { made, make: () => (made.push(value), value) };
};

describe('once', () => {
  it('makes nothing until it is wanted, and then gives the same again', () => {
    const { make, made } = making({ a: 1 });
    const get = once(make);
    expect(made).toEqual([]);
    expect(get()).toBe(get());
    expect(made).toEqual([{ a: 1 }]);
  });

  it('makes nothing twice, even where nothing comes of it', () => {
    const { make, made } = making<string | undefined>(undefined);
    const get = once(make);
    expect([get(), get()]).toEqual([undefined, undefined]);
    expect(made).toHaveLength(1);
  });
});

describe('lazily', () => {
  it('works each field out when it is first read, and shows them all', () => {
    const [a, b] = [making('one'), making('two')];
    const object = lazily<{ a: string; b: string }>({ a: a.make, b: b.make });
    expect(Object.keys(object)).toEqual(['a', 'b']);
    expect([object.b, object.b]).toEqual(['two', 'two']);
    expect([a.made, b.made]).toEqual([[], ['two']]);
    expect({ ...object }).toEqual({ a: 'one', b: 'two' });
  });
});

describe('joinFields', () => {
  it('has the fields of both, the second before the first, and reads none of them', () => {
    const late = making('late');
    const both = joinFields({ a: 1, b: 2 }, lazily<{ b: string }>({ b: late.make }));
    expect(late.made).toEqual([]);
    expect(both).toEqual({ a: 1, b: 'late' });
    expect(joinFields(lazily<{ a: number }>({ a: () => 5 }), { c: 3 })).toEqual({ a: 5, c: 3 });
  });
});

describe('problems', () => {
  it('are one line: the place as far as it is known, the sentence, the hint', () => {
    const problem = { code: 'x', message: 'It is so.' };
    expect(problemText(problem)).toBe('It is so.');
    expect(problemText({ ...problem, hint: 'Change it.' })).toBe('It is so. Change it.');
    expect(problemText({ ...problem, place: { file: 'a.yaml' } })).toBe('a.yaml: It is so.');
    expect(problemText({ ...problem, hint: 'Change it.', place: { file: 'a', line: 2, column: 3 } })).toBe(
      'a:2:3: It is so. Change it.',
    );
  });

  it('have no column without a line', () => {
    expect(placeText({ file: 'a', line: 2 })).toBe('a:2');
    expect(placeText({ file: 'a', column: 3 })).toBe('a');
  });
});

describe('allOk', () => {
  it('gives every value, or every problem of every refusal', () => {
    const [one, two] = ['One.', 'Two.'].map((message) => ({ code: 'x', message })) as [never, never];
    expect(allOk([])).toEqual(ok([]));
    expect(allOk([ok(1), ok(2)])).toEqual({ ok: true, value: [1, 2] });
    expect(allOk([ok(1), err([one]), ok(2), err([two, one])])).toEqual({ ok: false, error: [one, two, one] });
  });
});
