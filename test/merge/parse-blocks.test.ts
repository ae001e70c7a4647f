import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../src/merge/parse-blocks.js';
import { firstBlock, outline } from './outline.js';

describe('front matter', () => {
  it('stands between two lines of dashes at the very start', () => {
    expect(outline('---\ntitle: a\n---  \n# b')).toEqual([
      ['frontmatter', ['---', 'title: a', '---  ']],
      ['section 1', ['# b']],
    ]);
    expect(outline('---\n---\nb')).toEqual([
      ['frontmatter', ['---', '---']],
      ['paragraph', ['b']],
    ]);
  });

  it('is a rule when nothing closes it or a line stands before it', () => {
    expect(outline('---\ntitle: a')).toEqual([
      ['rule', ['---']],
      ['paragraph', ['title: a']],
    ]);
    expect(outline('\n---\ntitle: a\n---')).toEqual([
      ['rule', ['---']],
      ['section 2', ['title: a', '---']],
    ]);
  });
});

describe('sections', () => {
  it('hold what follows them down to the next heading of their level or above', () => {
    expect(outline('before\n# a\n### b\ntext\n## c\n### d\n# e')).toEqual([
      ['paragraph', ['before']],
      [
        'section 1',
        ['# a'],
        ['section 3', ['### b'], ['paragraph', ['text']]],
        ['section 2', ['## c'], ['section 3', ['### d']]],
      ],
      ['section 1', ['# e']],
    ]);
  });

  it('are all inside one of level 0 that has no line of its own', () => {
    expect(parseBlocks('')).toMatchObject({ kind: 'section', level: 0, lines: [], children: [], own: '' });
    expect(parseBlocks('a').print).toBe('section \n{\nparagraph a\n}');
    expect(parseBlocks('# a\n\nb').print).toBe('section \n{\nsection1 a\n{\nparagraph b\n}\n}');
  });
});

describe('the blank lines between blocks', () => {
  const spacing = (text: string): readonly boolean[] =>
    parseBlocks(text).children.map(({ spaced }) => spaced);
  const looseness = (text: string): readonly boolean[] =>
    parseBlocks(text).children.map(({ loose }) => loose);

  it('are known for each block', () => {
    expect(spacing('a\n\n> b\n```\nc\n```\n\n\n***')).toEqual([false, true, false, true]);
    expect(spacing('\na')).toEqual([true]);
  });

  it('make a list loose from its first item on', () => {
    expect(looseness('- a\n\n- b\n- c')).toEqual([true, true, false]);
    expect(looseness('- a\n- b\n\n- c')).toEqual([false, false, true]);
    expect(looseness('a\n\n- b')).toEqual([false, false]);
    expect(looseness('a\n\n- b\n\nc')).toEqual([false, false, false]);
  });
});

describe('list items', () => {
  it('go on over indented lines and over lines of their paragraph', () => {
    expect(outline('- a\n  b\nc\n\n  d\n\ne')).toEqual([
      ['item', ['- a', 'b', 'c'], ['paragraph', ['d']]],
      ['paragraph', ['e']],
    ]);
    expect(outline('- a\n\nb')).toEqual([
      ['item', ['- a']],
      ['paragraph', ['b']],
    ]);
    expect(outline('- a\n# b')).toEqual([
      ['item', ['- a']],
      ['section 1', ['# b']],
    ]);
  });

  it('hold lists that are indented as far as their text', () => {
    expect(outline('- a\n  - b\n    - c\n  - d\n- e')).toEqual([
      ['item', ['- a'], ['item', ['- b'], ['item', ['- c']]], ['item', ['- d']]],
      ['item', ['- e']],
    ]);
    expect(outline('- a\n - b')).toEqual([
      ['item', ['- a']],
      ['item', ['- b']],
    ]);
  });

  it('know how far their text is indented and whether they are numbered', () => {
    expect(firstBlock('- a')).toMatchObject({ indent: 2, ordered: false });
    expect(firstBlock('10. a')).toMatchObject({ indent: 4, ordered: true });
    expect(firstBlock('1)  a')).toMatchObject({ indent: 4, ordered: true });
    expect(firstBlock('-    a')).toMatchObject({ indent: 5, lines: ['-    a'] });
    expect(firstBlock('-\n  a')).toMatchObject({ indent: 2 });
    expect(firstBlock('+')).toMatchObject({ indent: 2, lines: ['+'] });
  });

  it('have one blank behind the marker, and what stands further in is their text', () => {
    expect(outline('-     a')).toEqual([['item', ['-     a']]]);
    expect(firstBlock('-     a').indent).toBe(2);
  });

  it('may begin with another block', () => {
    expect(outline('- # a\n  b')).toEqual([['item', ['-'], ['section 1', ['# a']], ['paragraph', ['b']]]]);
    expect(outline('- - a\n  - b')).toEqual([['item', ['-'], ['item', ['- a']], ['item', ['- b']]]]);
    expect(outline('1. > a')).toEqual([['item', ['1.'], ['quote', ['> a']]]]);
  });

  it('need a blank behind the marker', () => {
    expect(outline('-a')).toEqual([['paragraph', ['-a']]]);
    expect(outline('1.a')).toEqual([['paragraph', ['1.a']]]);
    expect(outline('1234567890. a')).toEqual([['paragraph', ['1234567890. a']]]);
  });

  it('cut a paragraph off only with a bullet or a one', () => {
    expect(outline('a\n- b')).toEqual([
      ['paragraph', ['a']],
      ['item', ['- b']],
    ]);
    expect(outline('a\n1) b')).toEqual([
      ['paragraph', ['a']],
      ['item', ['1) b']],
    ]);
    expect(outline('a\n2. b')).toEqual([['paragraph', ['a', '2. b']]]);
    expect(outline('a\n+')).toEqual([['paragraph', ['a', '+']]]);
  });

  it('hold no lists below the fiftieth, whose lines are their own', () => {
    const depths = Array.from({ length: 52 }, (_, depth) => `${'  '.repeat(depth)}- ${String(depth)}`);
    let deepest = firstBlock(depths.join('\n'));
    while (deepest.children[0] !== undefined) deepest = deepest.children[0];
    expect(deepest.lines).toEqual(['- 50', '- 51']);
  });
});

describe('stretches between conflict markers', () => {
  const stretch = (mine: string, generated: string): string =>
    `<<<<<<< yours\n${mine}\n||||||| last generated\n=======\n${generated}\n>>>>>>> new from answers\n`;

  it('are one block that knows every block inside it', () => {
    const block = firstBlock(stretch('a\n\n- b', '# c'));
    expect(block).toMatchObject({ kind: 'conflict', children: [] });
    expect(block.lines).toHaveLength(8);
    expect(block.contested).toEqual(new Set(['paragraph a', 'item - b', 'section c']));
  });

  it('are a section when the first side is one heading', () => {
    const text = `${stretch('## a', '## b')}\nbelow`;
    expect(outline(text)).toEqual([
      ['section 2', stretch('## a', '## b').trimEnd().split('\n'), ['paragraph', ['below']]],
    ]);
    expect(firstBlock(text)).toMatchObject({ labels: ['a'], contested: new Set(['section a', 'section b']) });
  });

  it('are no section when the first side holds more or something else', () => {
    expect(firstBlock(stretch('## a\n\nb', '## b')).kind).toBe('conflict');
    expect(firstBlock(stretch('a', '## b')).kind).toBe('conflict');
  });

  it('are text like any other when they are not closed or not divided', () => {
    expect(outline('<<<<<<< yours\na')).toEqual([['paragraph', ['<<<<<<< yours', 'a']]]);
    expect(firstBlock('<<<<<<< yours\na\n>>>>>>> b').contested).toBeUndefined();
    expect(firstBlock('<<<<<<< yours\na\n<<<<<<< yours\n=======\n>>>>>>> b').lines).toEqual([
      '<<<<<<< yours',
      'a',
    ]);
  });
});
