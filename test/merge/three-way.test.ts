import { describe, expect, it } from 'vitest';
import { mergedUnits, mergeOwn, type OwnMerge } from '../../src/merge/three-way.js';
import { firstBlock } from './outline.js';

/** Merges three lists of words; a word is the same in small letters and in capitals. */
const units = (...[base, mine, generated]: readonly [string, string, string]): string | undefined => {
  const [o, a, b] = [base, mine, generated].map((text) =>
    text
      .split(' ')
      .filter((word) => word !== '')
      .map((raw) => ({ raw, normal: raw.toLowerCase() })),
  );
  return mergedUnits(o ?? [], a ?? [], b ?? [])?.join(' ');
};

describe('two edits of a list of pieces', () => {
  it.each([
    ['a b c', 'a b c', 'a b c', 'a b c'],
    ['a b c', 'x b c', 'a b c', 'x b c'],
    ['a b c', 'a b c', 'a b y', 'a b y'],
    ['a b c', 'x b c', 'a b y', 'x b y'],
    ['a b c d e', 'a x c d e', 'a b c y e', 'a x c y e'],
    ['a b c', 'a b', 'b c', 'b'],
    ['a b c', 'x a b c', 'a b c y', 'x a b c y'],
    ['a b c', 'b c', 'a b y', 'b y'],
    ['', '', '', ''],
    ['a b c d e', 'A x C d E', 'a b c y e', 'A x C y E'],
    ['a b c', 'x A b C', 'a b c y', 'x A b C y'],
    ['a b c d', 'B c D', 'a b c d y', 'B c D y'],
  ])('are both in it when they stand apart: %j, %j, %j', (base, mine, generated, both) => {
    expect(units(base, mine, generated)).toBe(both);
  });

  it.each([
    ['a b c', 'a x c', 'a y c'],
    ['a b c', 'a x c', 'a b y'],
    ['a b c', 'a c', 'a b y'],
    ['a b c', 'a b c x', 'a b c y'],
    ['a b', 'x a b', 'y a b'],
    ['a b c', 'a c', 'a x c'],
    ['a', '', 'a b'],
    ['', 'x', 'y'],
  ])('are no list when they touch: %j, %j, %j', (base, mine, generated) => {
    expect(units(base, mine, generated)).toBeUndefined();
  });

  it('are one when they are the same, as the person wrote it', () => {
    expect(units('a b c', 'a X c', 'a x c')).toBe('a X c');
    expect(units('a b c', 'a X c Y', 'a x c')).toBe('a X c Y');
    expect(units('', 'X', 'x')).toBe('X');
  });
});

/** Merges what three versions of one block say. */
const own = (base: string, mine: string, generated: string): OwnMerge =>
  mergeOwn(firstBlock(base), firstBlock(mine), firstBlock(generated));

describe('what a block says in three versions', () => {
  it('is what the person has, edited or not, when the answers changed nothing', () => {
    expect(own('One.', 'Own.', 'One.')).toEqual({ kind: 'mine', edited: true });
    expect(own('One.', 'One.', 'One.')).toEqual({ kind: 'mine', edited: false });
    expect(own('_One._', '*One.*', '_One._')).toEqual({ kind: 'mine', edited: false });
  });

  it('is what the answers say when the person changed nothing', () => {
    expect(own('One.', 'One.', 'New.')).toEqual({ kind: 'generated' });
    expect(own('```\na\n```', '```\na\n```', '```\nb\n```')).toEqual({ kind: 'generated' });
  });

  it('is no edit of the person when both say the same', () => {
    expect(own('One.', 'New.', 'New.')).toEqual({ kind: 'mine', edited: false });
  });

  it('is both, sentence by sentence, each in a line of its own', () => {
    expect(own('One. Two. Three.', 'Own. Two. Three.', 'One. Two. New.')).toEqual({
      kind: 'merged',
      lines: ['Own.', 'Two.', 'New.'],
    });
    expect(own('One. Two. Three.', 'One. Two. My\nown.', 'New. Two. Three.')).toEqual({
      kind: 'merged',
      lines: ['New.', 'Two.', 'My', 'own.'],
    });
  });

  it('is a conflict when both changed a sentence, or two that are neighbours', () => {
    expect(own('One. Two.', 'Own. Two.', 'New. Two.')).toEqual({ kind: 'conflict' });
    expect(own('One. Two.', 'Own. Two.', 'One. New.')).toEqual({ kind: 'conflict' });
  });
});

describe('what an item says in three versions', () => {
  it('keeps the marker of the person and its width', () => {
    expect(own('- One. Two. Three.', '* Own. Two. Three.', '- One. Two. New.')).toEqual({
      kind: 'merged',
      lines: ['* Own.', 'Two.', 'New.'],
    });
    const steps = ['10.  One.\n     Two.\n     Three.', '12)  Own.\n     Two.\n     Three.'] as const;
    expect(own(...steps, '10. One. Two. New.')).toEqual({
      kind: 'merged',
      lines: ['12)  Own.', 'Two.', 'New.'],
    });
    expect(own('- One. Two. Three.', '-\n  Own. Two. Three.', '- One. Two. New.')).toEqual({
      kind: 'merged',
      lines: ['- Own.', 'Two.', 'New.'],
    });
  });

  it('keeps a box that nobody changed', () => {
    expect(own('- [x] One. Two. Three.', '- [X] Own. Two. Three.', '- [x] One. Two. New.')).toEqual({
      kind: 'merged',
      lines: ['- [X] Own.', 'Two.', 'New.'],
    });
  });

  it.each([
    ['a box was ticked', '- [ ] One. Two. Three.', '- [x] One. Two. Three.', '- [ ] One. Two. New.'],
    ['a box came in', '- One. Two. Three.', '- [ ] One. Two. Three.', '- One. Two. New.'],
    ['a bullet became a number', '- One. Two. Three.', '1. One. Two. Three.', '- One. Two. New.'],
  ])('is a conflict when %s and the text changed', (_, base, mine, generated) => {
    expect(own(base, mine, generated)).toEqual({ kind: 'conflict' });
  });
});

describe('what any other block says in three versions', () => {
  it.each([
    ['a heading', '## One. Two. Three.', '## Own. Two. Three.', '## One. Two. New.'],
    ['a quote', '> One. Two. Three.', '> Own. Two. Three.', '> One. Two. New.'],
    ['code', '```\na\nb\nc\n```', '```\nx\nb\nc\n```', '```\na\nb\ny\n```'],
    ['the head of a table', '| A | B |\n| - | - |', '| X | B |\n| - | - |', '| A | Y |\n| - | - |'],
    ['HTML', '<div>\na\nb\nc</div>', '<div>\nx\nb\nc</div>', '<div>\na\nb\ny</div>'],
    [
      'front matter',
      '---\na: 1\nb: 2\nc: 3\n---',
      '---\na: 0\nb: 2\nc: 3\n---',
      '---\na: 1\nb: 2\nc: 4\n---',
    ],
  ])('is a conflict when both changed it: %s', (_, base, mine, generated) => {
    expect(own(base, mine, generated)).toEqual({ kind: 'conflict' });
  });
});
