import { describe, expect, it } from 'vitest';
import { canonicalMarkdown, canonicalText } from '../../src/render/canonical.js';
import { markdownProblems } from '../../src/render/markdown-form.js';

const found = (text: string): readonly string[] =>
  markdownProblems(text).map(({ line, says }) => `${String(line)}: ${says}`);

describe('Markdown in canonical form', () => {
  it('has nothing to say about it', () => {
    expect(
      found('# A\n\ntext\nmore\n\n- b\n  c\n- d\n\n| e | f |\n| --- | --- |\n\n## G\n\n### H\n\n## I?\n'),
    ).toEqual([]);
    expect(found('---\na: b.\n# no heading.\n---\n\n# A\n')).toEqual([]);
  });
});

describe('what is not canonical', () => {
  it.each([
    ['a\n# A\n', '2: a heading needs a blank line before and after it'],
    ['# A\nb\n', '1: a heading needs a blank line before and after it'],
    ['a\n* b\n', '2: a list needs a blank line before it'],
    ['1) b\nc\n', '1: a list needs a blank line after it'],
    ['a\n| b |\n', '2: a table needs a blank line before and after it'],
    ['| b |\na\n', '1: a table needs a blank line before and after it'],
    ['|  b |\n', '1: cells of a table are not padded'],
    ['| b  |\n', '1: cells of a table are not padded'],
    ['a \n', '1: the line ends in blanks'],
    ['a\t\nb\n', '1: the line ends in blanks'],
    ['## A:\n', '1: a heading skips a level'],
    ['# A\n\n### B\n', '3: a heading skips a level'],
    ['# A\n\n## B\n\n## B\n', '5: two headings beside each other are the same'],
    ['a\r\n', '1: lines end in LF only'],
    ['a', '1: the file ends in one newline'],
    ['a\n\n', '2: the file ends in one newline'],
    ['a\n\n\nb\n', '1: one blank line is enough between blocks'],
  ])('%j: is told by line', (text, says) => {
    expect(found(text)).toContain(says);
  });

  it.each(['.', ',', ';', ':', '!'])('is a heading that ends in %s', (sign) => {
    expect(found(`# A${sign}\n`)).toEqual(['1: a heading ends in punctuation']);
  });

  it('is not what stands between fences', () => {
    expect(found('# A\n\n```text\n# b.\n- c\nd \n| e  |\n```\n')).toEqual([]);
    expect(found('```\na\n```\n\n# B.\n')).toEqual(['5: a heading ends in punctuation']);
  });

  it('counts the lines of what stands before the text', () => {
    expect(found('---\na: b\n---\n\n# A.\n')).toEqual(['5: a heading ends in punctuation']);
    expect(found('---\n# A.\n')).toEqual([
      '2: a heading needs a blank line before and after it',
      '2: a heading ends in punctuation',
    ]);
  });

  it('may have the same heading under another one', () => {
    expect(found('# A\n\n## B\n\n### X\n\n## C\n\n### X\n')).toEqual([]);
    expect(found('# A\n\n## B\n\n### X\n\n### X\n')).toEqual([
      '7: two headings beside each other are the same',
    ]);
  });
});

describe('canonicalMarkdown', () => {
  it('has one blank line between blocks, none at either end, and one newline last', () => {
    expect(canonicalMarkdown('\n\n# A  \r\n\r\n\r\nb\t\rc\n\n\n')).toBe('# A\n\nb\nc\n');
    expect(canonicalMarkdown('')).toBe('\n');
  });

  it('takes the padding out of empty cells, and leaves other lines alone', () => {
    expect(canonicalMarkdown('| a |   |  | b |\na |   | b')).toBe('| a | | | b |\na |   | b\n');
  });

  it('leaves blank lines and tables between fences as they are', () => {
    const code = '```\n\n\n|   |   |\n```\n';
    expect(canonicalMarkdown(code)).toBe(code);
    expect(canonicalMarkdown('- a\n\n  ```\n\n\n  b\n  ```\n\n\nc')).toBe(
      '- a\n\n  ```\n\n\n  b\n  ```\n\nc\n',
    );
  });
});

describe('canonicalText', () => {
  it('loses blanks at the ends of lines and blank lines at both ends, and no others', () => {
    expect(canonicalText('\n\r\n  a: 1 \t\r\n\n\nb\n\n')).toBe('  a: 1\n\n\nb\n');
  });
});
