import { describe, expect, it } from 'vitest';
import { isHeadOnly, rowColumns, writtenRows } from '../../src/bank/row-lines.js';
import { isTable, type TableShape } from '../../src/bank/question.js';
import { aBank } from '../helpers/a-bank.js';

const shape = (): TableShape => {
  const question = aBank()
    .question({
      id: 'dep.calls',
      kind: 'table',
      key: 'name',
      columns: [
        { id: 'name', kind: 'text', required: true },
        { id: 'max_wait', label: 'Longest wait', kind: 'quantity', dimension: 'duration', ask: 'row' },
        { id: 'owner', kind: 'text', ask: 'later' },
      ],
    })
    .build().questions[0];
  if (question === undefined || !isTable(question)) throw new Error('The question is no table.');
  return question;
};

type Cells = readonly (readonly [column: string, text: string])[];

/** Each row as pairs of column and text, or what is wrong with it; or what is wrong with the whole. */
const rowsOf = (text: string): readonly (Cells | string)[] | string => {
  const rows = writtenRows(shape(), text);
  if (!rows.ok) return rows.error.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n');
  return rows.value.map((row) =>
    row.ok
      ? row.value.map(({ column, text: cell }) => [column.id, cell] as const)
      : row.error.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n'),
  );
};

describe('rows as they are written', () => {
  it('stand one on a line, in the columns that are asked when a row is made', () => {
    expect(rowColumns(shape()).map(({ id }) => id)).toEqual(['name', 'max_wait']);
    expect(rowsOf('Mail | 1 s\n\n  Bank|2 s  \nAlone')).toEqual([
      [
        ['name', 'Mail'],
        ['max_wait', '1 s'],
      ],
      [
        ['name', 'Bank'],
        ['max_wait', '2 s'],
      ],
      [['name', 'Alone']],
    ]);
  });

  it('may be empty in a cell, and are nothing when all of them are', () => {
    expect(rowsOf('| | 1 s |')).toEqual([[['max_wait', '1 s']]]);
    expect(rowsOf(' | 1 s')).toEqual([[['max_wait', '1 s']]]);
    expect(rowsOf('Mail |')).toEqual([[['name', 'Mail']]]);
    expect(rowsOf('| |\n||')).toEqual([]);
    expect(rowsOf('')).toEqual([]);
  });

  it('hold a plain bar behind a backslash', () => {
    expect(rowsOf('a \\| b | 1 s')).toEqual([
      [
        ['name', 'a | b'],
        ['max_wait', '1 s'],
      ],
    ]);
  });

  it('are refused by number when they have more cells than there are columns', () => {
    expect(rowsOf('Mail | 1 s\n| Bank | 2 s | more |')).toEqual([
      [
        ['name', 'Mail'],
        ['max_wait', '1 s'],
      ],
      'Row 2: “| Bank | 2 s | more |” is not a row of 2 cells. For example Name | Longest wait.',
    ]);
  });
});

describe('rows under the head of a Markdown table', () => {
  it('stand in the columns it names, by id or by label, in its order', () => {
    const head = '| LONGEST wait (required) | owner | Name |\n| :-- | --- | --: |\n';
    expect(rowsOf(`${head}| 1 s | Ada | Mail |\n| | | |\n| 2 s | | Bank |`)).toEqual([
      [
        ['max_wait', '1 s'],
        ['owner', 'Ada'],
        ['name', 'Mail'],
      ],
      [
        ['max_wait', '2 s'],
        ['name', 'Bank'],
      ],
    ]);
    expect(rowsOf('max-wait | name\n--- | ---\n1 s | Mail')).toEqual([
      [
        ['max_wait', '1 s'],
        ['name', 'Mail'],
      ],
    ]);
  });

  it('are refused together when it names a column that is not there', () => {
    expect(rowsOf('| Name | Cost |\n| --- | --- |\n| Mail | 5 |')).toBe(
      '“Cost” is not a column of this table. The columns are Name | Longest wait.',
    );
  });

  it('are counted without it', () => {
    expect(rowsOf('| Name | Owner |\n| --- | --- |\n| Mail |\n| Bank | Ada | 2 s |')).toEqual([
      [['name', 'Mail']],
      'Row 2: “| Bank | Ada | 2 s |” is not a row of 2 cells. For example Name | Owner.',
    ]);
  });

  it('need two dashes and a bar in the line under it', () => {
    expect(rowsOf('name | owner\n- | -')).toEqual([
      [
        ['name', 'name'],
        ['max_wait', 'owner'],
      ],
      [
        ['name', '-'],
        ['max_wait', '-'],
      ],
    ]);
    expect(rowsOf('name\n---')).toEqual([[['name', 'name']], [['name', '---']]]);
    expect(rowsOf('name\n|--| a')).toHaveLength(2);
  });
});

describe('the head of a table', () => {
  it('is no row while nothing is written under it', () => {
    expect(isHeadOnly('| Name |\n| --- |')).toBe(true);
    expect(isHeadOnly('\n| Name |\n\n| --- |\n|  |\n')).toBe(true);
    expect(isHeadOnly('| Name |\n| --- |\n| Mail |')).toBe(false);
    expect(isHeadOnly('| Name |\n| --- |\n| |\n| Mail |')).toBe(false);
    expect(isHeadOnly('| Name |\n| Mail |')).toBe(false);
    expect(isHeadOnly('| Name |')).toBe(false);
    expect(isHeadOnly('')).toBe(false);
  });
});
