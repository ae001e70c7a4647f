import { describe, expect, it } from 'vitest';
import type { Question, Value } from '../../src/bank/index.js';
import { createDice, times } from '../../src/spec/drill-variant.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

function aQuestion(raw: Raw): Question {
  const question = aBank()
    .question({ id: 'rec.x', ...raw })
    .joined()
    .question('rec.x');
  if (question === undefined) throw new Error('The question is not there.');
  return question;
}

const rate = { kind: 'quantity', dimension: 'rate', noun: 'req' };
const duration = { kind: 'quantity', dimension: 'duration' };

describe('the numbers of an exercise', () => {
  it('are a multiple where they are rates, and stay where they are not', () => {
    expect(times(aQuestion(rate), '200 req/s', 3)).toBe('600 req/s');
    expect(times(aQuestion(duration), '2 s', 3)).toBe('2 s');
    expect(times(aQuestion({ kind: 'text' }), '200 req/s', 3)).toBe('200 req/s');
  });

  it('are multiplied in the rates of every row, and nowhere else', () => {
    const table = aQuestion({
      kind: 'table',
      key: 'name',
      columns: [
        { id: 'name', label: 'Name', kind: 'text' },
        { id: 'peak', label: 'Peak', ...rate },
        { id: 'wait', label: 'Wait', ...duration },
      ],
    });
    const rows: Value = [
      { id: 'a', cells: { name: 'A', peak: '10 req/s', wait: '1 s' } },
      { id: 'b', cells: { name: 'B' } },
    ];

    expect(times(table, rows, 5)).toEqual([
      { id: 'a', cells: { name: 'A', peak: '50 req/s', wait: '1 s' } },
      { id: 'b', cells: { name: 'B' } },
    ]);
  });
});

describe('dice', () => {
  const rolls = (seed: number, sides: number) => {
    const dice = createDice(seed);
    return Array.from({ length: 600 }, () => dice(sides));
  };

  it('roll the same for the same seed and otherwise for another', () => {
    expect(rolls(7, 6)).toEqual(rolls(7, 6));
    expect(rolls(7, 6)).not.toEqual(rolls(8, 6));
  });

  it('show every side about as often as any other', () => {
    const all = rolls(7, 6);
    const counts = [0, 1, 2, 3, 4, 5].map((side) => all.filter((roll) => roll === side).length);

    expect(counts.reduce((sum, count) => sum + count)).toBe(600);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });
});
