import { describe, expect, it } from 'vitest';
import { withChildren, type Block } from '../../src/merge/block.js';
import { parseBlocks } from '../../src/merge/parse-blocks.js';
import { blockLines, printBlocks } from '../../src/merge/print-blocks.js';
import { firstBlock } from './outline.js';

const tight = (text: string): Block => ({ ...firstBlock(text), spaced: false });
const root = parseBlocks('');

const KINDS = {
  paragraph: 'p',
  item: '- i',
  code: '```\nc\n```',
  quote: '> q',
  table: '| T |\n| - |',
  rule: '***',
  html: '<div>',
  section: '## s',
  conflict: '<<<<<<< a\n=======\n>>>>>>> b',
} as const;

/** The kinds that may stand right behind a block of some kind, without a blank line. */
const touching = (kind: keyof typeof KINDS): readonly string[] =>
  Object.entries(KINDS)
    .filter(([, text]) => {
      const first = firstBlock(KINDS[kind]);
      const lines = blockLines(withChildren(root, [first, tight(text)]));
      return lines[first.lines.length] !== '';
    })
    .map(([other]) => other);

describe('what may follow without a blank line', () => {
  it.each([
    ['paragraph', ['item', 'code', 'quote', 'table', 'conflict']],
    ['code', ['paragraph', 'item', 'quote', 'conflict']],
    ['conflict', ['paragraph', 'item', 'code', 'quote', 'conflict']],
    ['item', ['item', 'conflict']],
    ['quote', []],
    ['table', []],
    ['rule', []],
    ['html', []],
    ['section', []],
  ] as const)('a %s: %j', (kind, others) => {
    expect(touching(kind)).toEqual(others);
  });
});

describe('items that follow each other', () => {
  const list = (first: Partial<Block>, second: Partial<Block>): string =>
    printBlocks(
      withChildren(root, [
        { ...firstBlock('- a'), ...first },
        { ...firstBlock('- b'), ...second },
      ]),
    );

  it('have a blank line between them when the second is loose, however it is spaced', () => {
    expect(list({}, { loose: true, spaced: false })).toBe('- a\n\n- b\n');
    expect(list({ loose: true }, { loose: false, spaced: true })).toBe('- a\n- b\n');
  });

  it('have one between a bullet and a number', () => {
    expect(list({ ordered: true }, { ordered: false })).toBe('- a\n\n- b\n');
    expect(list({ ordered: true }, { ordered: true })).toBe('- a\n- b\n');
  });
});

describe('what stands under a block', () => {
  it('keeps the blank line before it, or the lack of one', () => {
    for (const text of ['## A\nb\n', '## A\n\nb\n', '- a\n  - b\n', '- a\n\n  - b\n', '- a\n  > b\n'])
      expect(printBlocks(parseBlocks(text))).toBe(text);
  });

  it('is apart from the text of its item when it is a paragraph', () => {
    expect(printBlocks(withChildren(root, [withChildren(firstBlock('- a'), [tight('b')])]))).toBe(
      '- a\n\n  b\n',
    );
    expect(printBlocks(withChildren(root, [withChildren(firstBlock('## a'), [tight('b')])]))).toBe(
      '## a\nb\n',
    );
  });

  it('follows the lines of a table at once, as every row does', () => {
    const table = firstBlock('| A |\n| - |\n| 1 |');
    const [row] = table.children;
    expect(blockLines(withChildren(table, [row!, { ...row!, spaced: true }]))).toEqual([
      '| A |',
      '| - |',
      '| 1 |',
      '| 1 |',
    ]);
  });

  it('stands behind a bare marker at once', () => {
    for (const text of ['- - a\n  - b\n', '1. > a\n\n   b\n', '10) ```\n    a\n    ```\n', '- # a\n'])
      expect(printBlocks(parseBlocks(text))).toBe(text);
    expect(printBlocks(parseBlocks('-\n'))).toBe('-\n');
  });

  it('has no blanks in empty lines', () => {
    expect(printBlocks(parseBlocks('- a\n\n  ```\n  b\n\n  c\n  ```\n\n  d\n'))).toBe(
      '- a\n\n  ```\n  b\n\n  c\n  ```\n\n  d\n',
    );
  });
});

describe('a whole text', () => {
  it('ends in one newline, and is empty without blocks', () => {
    expect([printBlocks(parseBlocks('a\n\n\n')), printBlocks(parseBlocks('\n')), printBlocks(root)]).toEqual([
      'a\n',
      '',
      '',
    ]);
  });
});
