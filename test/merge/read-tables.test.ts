import { describe, expect, it } from 'vitest';
import { firstBlock, outline } from './outline.js';

const HEAD = ['| A | B |', '| --- | --- |'];
const table = (...rows: readonly string[]): string => [...HEAD, ...rows].join('\n');

describe('tables', () => {
  it('hold rows up to a blank line, each without the blanks around it', () => {
    expect(outline(table('| 1 | 2 |', '  3 | 4  ', '', '| 5 | 6 |'))).toEqual([
      ['table', HEAD, ['row', ['| 1 | 2 |']], ['row', ['3 | 4']]],
      ['paragraph', ['| 5 | 6 |']],
    ]);
    expect(outline(table())).toEqual([['table', HEAD]]);
  });

  it('end at a line without a pipe and at any other block', () => {
    expect(outline(table('| 1 | 2 |', 'a'))).toEqual([
      ['table', HEAD, ['row', ['| 1 | 2 |']]],
      ['paragraph', ['a']],
    ]);
    expect(outline(table('| 1 | 2 |', '# a | b'))).toEqual([
      ['table', HEAD, ['row', ['| 1 | 2 |']]],
      ['section 1', ['# a | b']],
    ]);
  });

  it('need pipes in the header and in the line under it', () => {
    expect(outline('A\n| --- |')).toEqual([['paragraph', ['A', '| --- |']]]);
    expect(outline('| A |\n| --- | b |')).toEqual([['paragraph', ['| A |', '| --- | b |']]]);
    expect(outline('a\n| A | B |\n|:-|-:|')).toEqual([
      ['paragraph', ['a']],
      ['table', ['| A | B |', '|:-|-:|']],
    ]);
  });
});

describe('a conflict inside a table', () => {
  const marked = (mine: readonly string[], generated: readonly string[]): readonly string[] => [
    ...['<<<<<<< yours', ...mine, '||||||| last generated', '| 0 | 0 |', '=======', ...generated],
    '>>>>>>> new from answers',
  ];

  it('is one of its rows when every side holds rows only', () => {
    const lines = marked(['| 1 | 2 |', '', '  | 3 | 4 |'], []);
    expect(outline(table(...lines, '| 5 | 6 |'))).toEqual([
      ['table', HEAD, ['conflict', lines], ['row', ['| 5 | 6 |']]],
    ]);
    const conflict = firstBlock(table(...lines)).children[0];
    expect(conflict?.contested).toEqual(new Set(['row 1 | 2', 'row 3 | 4', 'row 0 | 0']));
  });

  it('is a block behind the table when one side holds anything else', () => {
    const lines = marked(['| 1 | 2 |'], ['no | row']);
    expect(outline(table(...lines, '| 5 | 6 |'))).toEqual([
      ['table', HEAD],
      ['conflict', lines],
      ['paragraph', ['| 5 | 6 |']],
    ]);
  });
});
