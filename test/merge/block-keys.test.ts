import { describe, expect, it } from 'vitest';
import { keyBelow, siblingKeys } from '../../src/merge/block-keys.js';
import { parseBlocks } from '../../src/merge/parse-blocks.js';

const keysOf = (text: string): readonly string[] => [...siblingKeys(parseBlocks(text).children).values()];
const keysInside = (text: string): readonly string[] => [
  ...siblingKeys(parseBlocks(text).children[0]?.children ?? []).values(),
];

describe('the name of a block among its siblings', () => {
  it('is its id or the words of its heading', () => {
    expect(keysOf('## Purpose and goals\n\n## REQ-REC-001 holds\n\n## `a` _b_ & c')).toEqual([
      'purpose-and-goals',
      'REQ-REC-001',
      'a-b-c',
    ]);
  });

  it('is `title` for the title of the text, whatever it says', () => {
    expect(keysOf('# REQ-REC-001\n\n# Other')).toEqual(['title', 'title-2']);
  });

  it('is the id, code or text of an item', () => {
    expect(keysOf('- `dat.rpo` Nothing.\n- Says `two words`.\n- Just text.\n- Label: `code`')).toEqual([
      'dat.rpo',
      'two-words',
      'just-text',
      'code',
    ]);
    expect(keysOf('- `GET /orders  all` Lists.')).toEqual(['GET-/orders-all']);
  });

  it('is all cells of a row, or the id that fills the first', () => {
    expect(keysInside('| A | B |\n| - | - |\n| x | y |\n| `z` | y |\n| | |')).toEqual(['x-y', 'z', 'row-1']);
  });

  it('is its kind and number where nothing names it', () => {
    expect(keysOf('One.\n\n```\na\n```\n\nTwo.\n\n> q\n\n---\n\n| A |\n| - |\n\n<div>\n\nThree.')).toEqual([
      'paragraph-1',
      'code-1',
      'paragraph-2',
      'quote-1',
      'rule-1',
      'table-1',
      'html-1',
      'paragraph-3',
    ]);
    expect(keysOf('## ...\n\n## ...')).toEqual(['section-1', 'section-2']);
    expect(keysOf('- ...\n- ...')).toEqual(['item-1', 'item-2']);
  });

  it('gets a number when a sibling before it has the same', () => {
    expect(keysOf('## A\n\n## B\n\n## A\n\n## A')).toEqual(['a', 'b', 'a-2', 'a-3']);
  });

  it('has at most 60 letters', () => {
    expect(keysOf(`## ${'word '.repeat(20)}`)[0]).toBe(
      'word-word-word-word-word-word-word-word-word-word-word-word',
    );
    expect(keysOf(`## ${'w'.repeat(60)}`)).toEqual(['w'.repeat(60)]);
    expect(keysOf(`## ${'w'.repeat(61)}`)).toEqual(['w'.repeat(60)]);
  });
});

describe('the name of a block in the whole text', () => {
  it('joins the names around it, without the title', () => {
    expect([keyBelow('', 'a'), keyBelow('title', 'a'), keyBelow('b', 'a'), keyBelow('b/c', 'a')]).toEqual([
      'a',
      'a',
      'b/a',
      'b/c/a',
    ]);
  });
});
