import { describe, expect, it } from 'vitest';
import { matchBlocks, type Compared } from '../../src/merge/match-blocks.js';
import { parseBlocks } from '../../src/merge/parse-blocks.js';

/** Which block of one text is which of another, each by its first line. */
const matched = (
  from: string,
  to: string,
  compared: Compared = 'mine',
): readonly (readonly [string, string])[] => {
  const { there } = matchBlocks(parseBlocks(from).children, parseBlocks(to).children, compared);
  return [...there].map(([one, other]) => [one.lines[0] ?? '', other.lines[0] ?? '']);
};

const words = (count: number, more: string): string =>
  [...Array.from({ length: count }, (_, index) => `w${String(index)}`), more].filter(Boolean).join(' ');

describe('how much reworded items have in common', () => {
  it('is half of their words at least', () => {
    expect(matched('- a b', '- a c')).toEqual([['- a b', '- a c']]);
    expect(matched('- a b c', '- a d e')).toEqual([]);
    expect(matched('- a b', '- a c d')).toEqual([]);
    expect(matched('- a b c', '- a')).toEqual([['- a b c', '- a']]);
    expect(matched('- a b c d', '- a')).toEqual([]);
  });

  it('counts a word as often as both have it', () => {
    expect(matched('- a b c d', '- a a a a')).toEqual([]);
    expect(matched('- a a a a', '- a b c d')).toEqual([]);
    expect(matched('- a a b c', '- a a d e')).toEqual([['- a a b c', '- a a d e']]);
  });

  it('is nothing when there are no words', () => {
    expect(matched('- ...', '- ??')).toEqual([]);
    expect(matched('- a', '- ?')).toEqual([]);
  });

  it('are letters and figures of any language, without their case and signs', () => {
    expect(matched('- Über, 5', '- über: (6)')).toEqual([['- Über, 5', '- über: (6)']]);
    expect(matched('- x_y z', '- x-y q')).toEqual([['- x_y z', '- x-y q']]);
  });
});

describe('which of several is the reworded one', () => {
  it('is the likest, then the first', () => {
    expect(matched('- a b c d', '- a b x y\n- a b c x\n- a b c y')).toEqual([['- a b c d', '- a b c x']]);
    expect(matched('- a b c x\n- a b c y', '- a b c d')).toEqual([['- a b c x', '- a b c d']]);
  });

  it('is one for each', () => {
    expect(matched('- a b c d\n- a b c e', '- a b c x\n- a b q e')).toEqual([
      ['- a b c d', '- a b c x'],
      ['- a b c e', '- a b q e'],
    ]);
  });

  it('is looked for among 20 times 20, not among more', () => {
    const list = (count: number, last: string): string =>
      Array.from({ length: count }, (_, index) => `- n${String(index)} ${last}${String(index)}`).join('\n');
    expect(matched(list(20, 'a'), list(20, 'b'))).toHaveLength(20);
    expect(matched(list(20, 'a'), list(21, 'b'))).toEqual([]);
  });

  it('is of the same kind, and a section of the same level', () => {
    expect(matched('one two', '- one two three')).toEqual([]);
    expect(matched('## One two', '### One two three')).toEqual([]);
    expect(matched('One.\n\n> two three', 'Four.\n\n> two four')).toEqual([
      ['One.', 'Four.'],
      ['> two three', '> two four'],
    ]);
  });

  it('stands behind the same block, at the start too', () => {
    expect(matched('- a b\n\n```\nx\n```', '```\nx\n```\n\n- a c')).toEqual([['```', '```']]);
    expect(matched('- a b\n\n```\nx\n```\n\n- c d', '- a e\n\n```\nx\n```\n\n- c f')).toEqual([
      ['```', '```'],
      ['- a b', '- a e'],
      ['- c d', '- c f'],
    ]);
    expect(matched('```\nx\n```\n\n- a b', '- a c\n\n```\nx\n```')).toEqual([['```', '```']]);
  });
});

describe('a block that is alone in its place', () => {
  it('needs no likeness, unless it is one of many by its kind', () => {
    expect(matched('One.', 'Two.')).toEqual([['One.', 'Two.']]);
    expect(matched('```\na\n```', '```ts\nb\n```')).toEqual([['```', '```ts']]);
    expect(matched('- One', '- Two')).toEqual([]);
    expect(matched('## One', '## Two')).toEqual([]);
    expect(matched('# One', '# Two')).toEqual([['# One', '# Two']]);
  });

  it('needs half of its words when others are beside it', () => {
    expect(matched('One.', 'Two.\n\nThree.')).toEqual([]);
    expect(matched('One two.', 'Three four.\n\nOne five.')).toEqual([['One two.', 'One five.']]);
    expect(matched('One.\n\nTwo.', 'Three.')).toEqual([]);
    expect(matched('# One\n\n# Two', '# Three')).toEqual([]);
  });
});

describe('a section of another heading', () => {
  it('is the same when it holds half of the same blocks, deep ones too', () => {
    const section = (title: string, ...blocks: readonly string[]): string =>
      [`## ${title}`, ...blocks].join('\n\n');
    const other = '## Other';
    expect(
      matched(`${section('A', 'One.', 'Two.')}\n\n${other}`, `${section('B', 'One.', 'Three.')}\n\n${other}`),
    ).toEqual([
      ['## Other', '## Other'],
      ['## A', '## B'],
    ]);
    expect(
      matched(
        `${section('A', 'One.', 'Two.', 'Three.')}\n\n${other}`,
        `${section('B', 'One.', 'Four.', 'Five.')}\n\n${other}`,
      ),
    ).toEqual([['## Other', '## Other']]);
    expect(matched(section('A', '### X', 'One.'), section('B', '### Y', 'One.'))).toEqual([['## A', '## B']]);
    expect(matched(section('A', '### X'), section('B', '### X'))).toEqual([]);
  });

  it('is the same when it shares seven of ten words among others', () => {
    const pair = (title: string): string => `## ${title}\n\n## Qq`;
    expect(matched(pair(words(7, 'a b c')), pair(words(7, 'd e f')).replace('Qq', 'Rr'))).toEqual([
      [`## ${words(7, 'a b c')}`, `## ${words(7, 'd e f')}`],
    ]);
    expect(matched(pair(words(6, 'a b c d')), pair(words(6, 'e f g h')).replace('Qq', 'Rr'))).toEqual([]);
  });

  it('is the same when it is alone and shares half of its words', () => {
    expect(matched('## One two', '## One three')).toEqual([['## One two', '## One three']]);
    expect(matched('## One two three', '## One four five')).toEqual([]);
  });
});

describe('a block that the answers reworded', () => {
  it('is another one when its label is another, as an item or a row', () => {
    expect(matched('- A: x y z', '- B: x y z', 'generated')).toEqual([]);
    expect(matched('- A: x y z', '- B: x y z', 'mine')).toEqual([['- A: x y z', '- B: x y z']]);
    expect(matched('- A: x y\n- A: z u v', '- A: x w\n- A: q r s', 'generated')).toEqual([
      ['- A: x y', '- A: x w'],
    ]);
    const rows = (text: string, compared: Compared = 'generated'): readonly string[] => {
      const [from, to] = text.split('/').map((row) => parseBlocks(`| H | I |\n|---|---|\n${row}`));
      const { there } = matchBlocks(
        from?.children[0]?.children ?? [],
        to?.children[0]?.children ?? [],
        compared,
      );
      return [...there].map(([one, other]) => `${one.own} / ${other.own}`);
    };
    expect(rows('| a | x y z |/| b | x y z |')).toEqual([]);
    expect(rows('| a | x y z |/| b | x y z |', 'mine')).toEqual(['a | x y z / b | x y z']);
    expect(rows('| a | x y z |/| b | q r s |', 'mine')).toEqual([]);
    expect(rows('| a | x y z |/| a | x y w |')).toEqual(['a | x y z / a | x y w']);
  });

  it('is the same without regard to labels in any other kind', () => {
    expect(matched('## One two', '## One three', 'generated')).toEqual([['## One two', '## One three']]);
    expect(matched('One.', 'Two.', 'generated')).toEqual([['One.', 'Two.']]);
  });

  it('is never one of another id, whoever reworded it', () => {
    for (const compared of ['mine', 'generated'] as const) {
      expect(matched('How much (`a.b`): one', 'How much (`a.c`): one', compared)).toEqual([]);
      expect(matched('How much (`a.b`): one', 'How much: one', compared)).toEqual([
        ['How much (`a.b`): one', 'How much: one'],
      ]);
      expect(matched('How much: one', 'How much (`a.b`): one', compared)).toEqual([
        ['How much: one', 'How much (`a.b`): one'],
      ]);
    }
  });
});
