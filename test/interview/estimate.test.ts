import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/bank/index.js';
import { minutesOf, questionMinutes } from '../../src/interview/estimate.js';
import { situationOf } from '../../src/interview/situation.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from '../helpers/a-session.js';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

function aQuestion(raw: Raw): Question {
  const question = aBank()
    .question({ id: 'rec.x', prompt: words(20), ...raw })
    .joined()
    .question('rec.x');
  if (question === undefined) throw new Error('The question is not there.');
  return question;
}

const seconds = (raw: Raw): number => questionMinutes(aQuestion(raw)) * 60;
const options = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
// Twenty words are read in six seconds; one word is typed in one and a half.
const READ = 6;

describe('the time a question takes', () => {
  it.each<[string, Raw, number]>([
    ['reading the prompt and typing a word', { kind: 'text' }, READ + 1.5],
    ['reading the details as well', { kind: 'text', detail: words(10) }, READ + 3 + 1.5],
    ['typing as much as the strong example', { kind: 'prose', strong: words(12) }, READ + 18],
    ['typing one word at least', { kind: 'prose', strong: 'word' }, READ + 1.5],
    ['typing a figure', { kind: 'quantity', dimension: 'duration', strong: '5 min' }, READ + 3],
    ['typing the items of a list', { kind: 'list', strong: ['one two', 'three'] }, READ + 4.5],
    ['choosing once', { kind: 'choice', options, strong: 'a' }, READ + 4],
    ['saying yes or no', { kind: 'confirm', strong: true }, READ + 4],
    [
      'choosing as often as the strong example',
      { kind: 'many', options, strong: ['a', 'b', 'c'] },
      READ + 12,
    ],
    ['choosing once at least', { kind: 'many', options, strong: [] }, READ + 4],
    ['choosing once without an example', { kind: 'many', options }, READ + 4],
  ])('is that of %s', (_, raw, time) => {
    expect(seconds(raw)).toBeCloseTo(time, 6);
  });
});

describe('the time a table takes', () => {
  const columns = [
    { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
    { id: 'state', label: 'State', kind: 'choice', options, ask: 'row' },
    { id: 'kinds', label: 'Kinds', kind: 'many', options, ask: 'row' },
    { id: 'safe', label: 'Safe', kind: 'confirm', ask: 'row' },
    { id: 'note', label: 'Note', kind: 'text', ask: 'later' },
  ];
  const table = (strong?: readonly unknown[]): number =>
    seconds({ kind: 'table', key: 'name', columns, ...(strong === undefined ? {} : { strong }) });

  it('is that of reading its prompt when it has no example', () => {
    expect(table()).toBeCloseTo(READ, 6);
    expect(table([])).toBeCloseTo(READ, 6);
  });

  it('is that of four rows like those of the example', () => {
    expect(table([{ id: 'a', name: 'one two' }])).toBeCloseTo(READ + 4 * 3, 6);
    expect(
      table([
        { id: 'a', name: 'one two' },
        { id: 'b', name: 'one two three four' },
      ]),
    ).toBeCloseTo(READ + 4 * 4.5, 6);
  });

  it('counts what is chosen as one choice each, and leaves out what is asked later', () => {
    const row = { id: 'a', name: 'one', state: 'a', kinds: ['a', 'b'], safe: true };

    expect(table([row])).toBeCloseTo(READ + 4 * (1.5 + 3 * 4), 6);
    expect(table([{ ...row, note: words(50) }])).toBeCloseTo(READ + 4 * (1.5 + 3 * 4), 6);
  });
});

describe('the time that steps take', () => {
  const bank = aBank()
    .question({
      ...{ id: 'dep.parts', kind: 'table', key: 'name', prompt: words(20) },
      columns: [
        { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
        { id: 'plain', label: words(10), kind: 'text', ask: 'later' },
        { id: 'asked', label: 'One', prompt: words(9), kind: 'text', ask: 'later', strong: words(4) },
        { id: 'safe', label: 'One two', kind: 'confirm', ask: 'later' },
      ],
    })
    .joined();
  const stepsOf = (...ids: readonly string[]) => {
    const rows = [{ id: 'a', cells: { name: 'A' } }];
    const situation = situationOf(aSession(bank).answered('dep.parts', rows).build());
    return ids.flatMap((id) => situation.item(id) ?? []);
  };
  const secondsOf = (...ids: readonly string[]) => minutesOf(stepsOf(...ids)) * 60;

  it('is nothing without any', () => {
    expect(minutesOf([])).toBe(0);
  });

  it('is that of a cell: its heading, its prompt and its strong example, or two words', () => {
    expect(secondsOf('dep.parts.a.plain')).toBeCloseTo(3 + 3, 6);
    expect(secondsOf('dep.parts.a.asked')).toBeCloseTo(3 + 6, 6);
    expect(secondsOf('dep.parts.a.safe')).toBeCloseTo(0.6 + 4, 6);
  });

  it('is the sum of all', () => {
    expect(secondsOf('dep.parts', 'dep.parts.a.plain', 'dep.parts.a.asked')).toBeCloseTo(READ + 6 + 9, 6);
  });
});
