import { describe, expect, it } from 'vitest';
import { handle, handles, ownSentences, withChildren } from '../../src/merge/block.js';
import { blockLines, printBlocks } from '../../src/merge/print-blocks.js';
import { parseBlocks } from '../../src/merge/parse-blocks.js';
import { firstBlock } from './outline.js';

const own = (text: string): string => firstBlock(text).own;

describe('what a block says itself', () => {
  it('is the words of a heading, however it is written', () => {
    expect([own('## A b ##'), own('   ##   A b'), own('A\nb\n---'), own('## A #b'), own('##')]).toEqual([
      'A b',
      'A b',
      'A b',
      'A #b',
      '',
    ]);
  });

  it('is one sentence per line of a paragraph or quote', () => {
    expect(own('One two.\nThree four. Five\nsix.')).toBe('One two.\nThree four.\nFive six.');
    expect(own('> One. Two\n>three\nfour')).toBe('One.\nTwo three four');
  });

  it('is an item with a plain bullet or number, and its box in lower case', () => {
    expect([
      own('* a'),
      own('+ a'),
      own('7) a'),
      own('- [X] a'),
      own('- [ ]  a'),
      own('- [x]a'),
      own('- [x]'),
    ]).toEqual(['- a', '- a', '1. a', '- [x] a', '- [ ] a', '- [x]a', '- [x]']);
    expect(own('- One.\n  Two.')).toBe('- One.\nTwo.');
    expect(own('- [x] One.\n  Two.')).toBe('- [x] One.\nTwo.');
  });

  it('is the head of a table with its columns, and each row in cells', () => {
    expect(own('| A | b \\| c |\n|:---|--:|')).toBe('A | b | c\n:--- | ---:');
    expect(own('A | B\n-|-')).toBe('A | B\n--- | ---');
    expect(firstBlock('| A |\n| - |\n|  x  |').children[0]?.own).toBe('x');
    expect(firstBlock('| A | B |\n| - | - |\n| x | |').children[0]?.own).toBe('x | ');
  });

  it('is code between plain fences, without the blanks at the ends of lines', () => {
    expect(own('~~~~  ts \na  \n  b\n~~~~')).toBe('```ts\na\n  b\n```');
    expect(own('```\na')).toBe('```\na\n```');
    expect(own('```')).toBe('```\n```');
    expect(own('    a \n\n    b')).toBe('    a\n\n    b');
  });

  it('is three dashes for every rule, and HTML as it is', () => {
    expect([own('***'), own('_ _ _'), own('<div>  \na</div>')]).toEqual(['---', '---', '<div>\na</div>']);
  });
});

describe('what a block is recognised by', () => {
  const text = '## A\n\nOne.\n\n- Two.\n  - Three.\n';

  it('is its kind and its whole text', () => {
    const section = firstBlock(text);
    expect(section.print).toBe('section2 A\n{\nparagraph One.\n\nitem - Two.\n{\nitem - Three.\n}\n}');
    expect(withChildren(section, []).print).toBe('section2 A');
    expect(withChildren(section, []).children).toEqual([]);
  });

  it('is the heading of a section alone between markers, and everything inside it', () => {
    const section = firstBlock(text);
    expect(handle(section)).toBe('section A');
    expect(handles(section)).toEqual([
      'section A',
      'paragraph One.',
      'item - Two.\n{\nitem - Three.\n}',
      'item - Three.',
    ]);
  });

  it('is its sentences as written', () => {
    expect(ownSentences(firstBlock('_One._ Two\n three.'))).toEqual(['_One._', 'Two\nthree.']);
    expect(ownSentences(firstBlock('1. One. Two.\n   Three.'))).toEqual(['One.', 'Two.', 'Three.']);
    expect(ownSentences(firstBlock('One. - Two.'))).toEqual(['One. - Two.']);
  });
});

describe('blocks written as Markdown', () => {
  const written = (text: string): string => printBlocks(parseBlocks(text));

  it.each([
    ['headings', '# A\n\n## B\n### C\ntext\n'],
    ['a heading over two lines', 'A\nb\n===\n\nc\n'],
    ['lists in lists', '- a\n  b\n\n  c\n  - d\n    - e\n- f\n'],
    ['a loose list', '- a\n\n- b\n'],
    ['numbers of two figures', '9. a\n10. b\n    - c\n'],
    ['an item that begins with a block', '- > a\n  b\n- - c\n  - d\n'],
    ['a bare item', '-\n- a\n'],
    ['code behind text', 'a\n```\nb\n\nc\n```\nd\n'],
    ['code in a list', '- a\n\n  ```\n  b\n\n  c\n  ```\n'],
    ['tables', 'a\n| A | B |\n| --- | --- |\n| 1 | 2 |\n'],
    ['a quote, a rule and HTML', '> a\n> b\n\n---\n\n<div>\n</div>\n'],
    ['front matter', '---\na: b\n---\n\n# A\n'],
  ])('keep the form they have: %s', (_what, text) => {
    expect(written(text)).toBe(text);
  });

  it('lose only the blank lines that say nothing', () => {
    expect(written('\n\n# A\n\n\n\nb\n\n\n')).toBe('# A\n\nb\n');
    expect(written('')).toBe('');
    expect(written(' \n\t\n')).toBe('');
  });

  it('get a blank line where they newly meet and could be read as one', () => {
    const meet = (first: string, second: string): string => {
      const [one, two] = [firstBlock(first), firstBlock(second)];
      return blockLines(withChildren(parseBlocks(''), [one, { ...two, spaced: false }])).join('\n');
    };
    expect(meet('a', 'b')).toBe('a\n\nb');
    expect(meet('a', '- b')).toBe('a\n- b');
    expect(meet('a', '> b')).toBe('a\n> b');
    expect(meet('a', '```\nb\n```')).toBe('a\n```\nb\n```');
    expect(meet('a', '---')).toBe('a\n\n---');
    expect(meet('```\na\n```', 'b')).toBe('```\na\n```\nb');
    expect(meet('```\na\n```', '---')).toBe('```\na\n```\n\n---');
    expect(meet('- a', 'b')).toBe('- a\n\nb');
    expect(meet('- a', '- b')).toBe('- a\n- b');
    expect(meet('- a', '1. b')).toBe('- a\n\n1. b');
    expect(meet('> a', '> b')).toBe('> a\n\n> b');
    expect(meet('| A | B |\n| - | - |', 'b')).toBe('| A | B |\n| - | - |\n\nb');
  });
});
