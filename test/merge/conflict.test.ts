import { describe, expect, it } from 'vitest';
import { conflictLines, contestedAt, hasConflictMarkers } from '../../src/merge/conflict.js';

describe('whether a text still holds conflict markers', () => {
  it.each([
    ['<<<<<<< yours', true],
    ['<<<<<<<', true],
    ['<<<<<<<\r\na', true],
    ['a\n<<<<<<< HEAD\nb', true],
    ['a\n>>>>>>> topic', true],
    ['>>>>>>>', true],
    ['', false],
    ['<<<<<<', false],
    ['<<<<<<<<', false],
    ['<<<<<<<yours', false],
    [' <<<<<<< yours', false],
    ['a <<<<<<< yours', false],
    ['>>>>>> topic', false],
    ['=======', false],
    ['||||||| last generated', false],
  ])('%j: %s', (text, holds) => {
    expect(hasConflictMarkers(text)).toBe(holds);
  });
});

describe('the conflict that begins at a line', () => {
  const whole = [
    ...['above', '<<<<<<< yours', 'a', 'b', '||||||| last generated', 'c'],
    ...['=======', 'd', '>>>>>>> new from answers', 'below'],
  ];

  it('has each side, and the line after it', () => {
    expect(contestedAt(whole, 1)).toEqual({ sides: [['a', 'b'], ['c'], ['d']], end: 9 });
  });

  it('begins at its first line only', () => {
    expect([0, 2, 8, 9, 10].map((start) => contestedAt(whole, start))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('may lack the common text, a name of its markers, or every line of a side', () => {
    expect(contestedAt(['<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> topic'], 0)).toEqual({
      sides: [['a'], ['b']],
      end: 5,
    });
    expect(contestedAt(['<<<<<<<', '|||||||', '=======', '>>>>>>>'], 0)).toEqual({
      sides: [[], [], []],
      end: 4,
    });
  });

  it('has lines in its sides that only look like markers', () => {
    const lines = ['======== ', '=======x', '||||||||', '|||||||x', '>>>>>>>x', '<<<<<<<x', ' ======='];
    expect(contestedAt(['<<<<<<< a', ...lines, '=======', ...lines, '>>>>>>> b'], 0)).toEqual({
      sides: [lines, lines],
      end: 17,
    });
  });

  it.each([
    ['is not closed', ['<<<<<<< a', 'b', '=======', 'c']],
    ['is not divided', ['<<<<<<< a', 'b', '>>>>>>> c']],
    ['meets the next one first', ['<<<<<<< a', 'b', '=======', '<<<<<<< c', '=======', '>>>>>>> d']],
    ['has another first line', ['<<<<<<<a', 'b', '=======', 'c', '>>>>>>> d']],
  ])('is none when it %s', (_, lines) => {
    expect(contestedAt(lines, 0)).toBeUndefined();
  });
});

describe('three versions between markers', () => {
  it('stand in their order, each under the marker that names it', () => {
    expect(conflictLines({ yours: ['a', ''], base: ['b'], generated: ['c', 'd'] })).toEqual([
      '<<<<<<< yours',
      'a',
      '',
      '||||||| last generated',
      'b',
      '=======',
      'c',
      'd',
      '>>>>>>> new from answers',
    ]);
  });

  it('keep their markers when they are empty', () => {
    const lines = conflictLines({ yours: [], base: [], generated: [] });
    expect(lines).toEqual(['<<<<<<< yours', '||||||| last generated', '=======', '>>>>>>> new from answers']);
    expect(contestedAt(lines, 0)).toEqual({ sides: [[], [], []], end: 4 });
  });
});
