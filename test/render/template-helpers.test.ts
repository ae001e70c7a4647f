import { describe, expect, it } from 'vitest';
import { HELPERS } from '../../src/render/template-helpers.js';

const shown = { fn: () => 'shown', inverse: () => 'not shown' };

describe('text in a template', () => {
  it('gets a capital at the beginning of a line, unless it is a name or a path', () => {
    const words = [
      'orders, in time',
      'stock',
      "don't wait",
      'user_id is kept',
      'src/a.ts',
      'a.b',
      'über uns',
      '2 nodes',
      'Orders',
    ];
    expect(words.map(HELPERS.head)).toEqual([
      'Orders, in time',
      'Stock',
      "Don't wait",
      'user_id is kept',
      'src/a.ts',
      'a.b',
      'über uns',
      '2 nodes',
      'Orders',
    ]);
  });

  it('gets a stop at its end', () => {
    expect([HELPERS.full('stock is kept'), HELPERS.full('Why?')]).toEqual(['stock is kept.', 'Why?']);
    expect(HELPERS.sentence('stock is kept')).toBe('Stock is kept.');
  });

  it('is escaped where it could be read as a mark', () => {
    expect(HELPERS.md('*a* | <b>')).toBe('\\*a\\* \\| \\<b\\>');
    expect(HELPERS.cell('a | b')).toBe('a \\| b');
    expect(HELPERS.code('a')).toBe('`a`');
    expect(HELPERS.sentences('One. Two.')).toBe('One.\nTwo.');
  });

  it('may be a number, and nothing else', () => {
    expect([5, 0, '', true, undefined, null, ['a'], {}].map(HELPERS.md)).toEqual([
      '5',
      '0',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  it('is an id as words', () => {
    expect(HELPERS.words('load-test-of-all')).toBe('load test of all');
  });

  it('becomes a string of YAML, with a capital as a headline', () => {
    expect(HELPERS.string('orders')).toBe('"orders"');
    expect(HELPERS.headline('orders')).toBe('"Orders"');
    expect(HELPERS.note('orders')).toBe('"Orders"');
    expect(HELPERS.alert('orders')).toBe('"orders"');
  });
});

describe('lists in a template', () => {
  it('are counted, in words when a word is given', () => {
    expect([HELPERS.count(['a', 'b'], 5, 5), HELPERS.count(3, {}, {}), HELPERS.count([], {}, {})]).toEqual([
      '2',
      '3',
      '0',
    ]);
    expect([0, 1, 2].map((count) => HELPERS.count(count, 'answer', {}))).toEqual([
      '0 answers',
      '1 answer',
      '2 answers',
    ]);
    expect([['a'], ['a', 'b']].map((list) => HELPERS.count(list, 'reply', 'replies'))).toEqual([
      '1 reply',
      '2 replies',
    ]);
  });

  it('are joined, by commas when nothing else is said', () => {
    expect(HELPERS.join(['a', '*b*', 3], {})).toBe('a, \\*b\\*, 3');
    expect(HELPERS.join(['a', 'b'], '; ')).toBe('a; b');
    expect(HELPERS.codes(['a', 'b'])).toBe('`a`, `b`');
    expect([HELPERS.join('a', {}), HELPERS.codes(undefined), HELPERS.join([], '; ')]).toEqual(['', '', '']);
  });

  it('are rows of a table and the rule under its head', () => {
    expect(HELPERS.row(['a', 'b | c', 3])).toBe('| a | b \\| c | 3 |');
    expect(HELPERS.rule(['a', 'b'])).toBe('| --- | --- |');
    expect(HELPERS.rule(['a'])).toBe('| --- |');
  });

  it('are quotes, indented as far as is said', () => {
    expect(HELPERS.quote(['a', 'b'], {})).toBe('> a\n> b');
    expect(HELPERS.quote(['a', 'b'], 2)).toBe('  > a\n  > b');
  });
});

describe('blocks of a template', () => {
  it('are shown when anything they name is filled', () => {
    const filled = ['a', 0, true, ['a'], {}, null].map((value) => HELPERS.when(value, shown));
    expect(filled).toEqual(['shown', 'shown', 'shown', 'shown', 'shown', 'shown']);
    const empty = ['', undefined, false, []].map((value) => HELPERS.when(value, shown));
    expect(empty).toEqual(['not shown', 'not shown', 'not shown', 'not shown']);
    expect(HELPERS.when('', [], 'a', shown)).toBe('shown');
    expect(HELPERS.when('', [], shown)).toBe('not shown');
    expect(HELPERS.when(shown)).toBe('not shown');
  });

  it('are shown when both things are equal', () => {
    expect([HELPERS.is('a', 'a', shown), HELPERS.is('a', 'b', shown)]).toEqual(['shown', 'not shown']);
    expect(HELPERS.is('1', 1, shown)).toBe('not shown');
  });

  it('see what stands around them', () => {
    const around = { name: 'orders' };
    const seeing = {
      fn: (self: unknown) => JSON.stringify(self),
      inverse: (self: unknown) => `no ${JSON.stringify(self)}`,
    };
    expect(HELPERS.when.call(around, 'a', seeing)).toBe('{"name":"orders"}');
    expect(HELPERS.when.call(around, '', seeing)).toBe('no {"name":"orders"}');
    expect(HELPERS.is.call(around, 1, 1, seeing)).toBe('{"name":"orders"}');
    expect(HELPERS.is.call(around, 1, 2, seeing)).toBe('no {"name":"orders"}');
  });
});
