import { describe, expect, it } from 'vitest';
import { lintBank } from '../../src/bank/lint-bank.js';
import { expectsFlaws, numberFlaws, sentenceFlaws } from '../../src/bank/lint-bank-sentences.js';
import { placeholdersIn } from '../../src/bank/lint-bank-placeholders.js';
import { problemText } from '../../src/kernel/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const sentence = { number: 1, ears: 'ubiquitous', shall: 'lose nothing older than {value}', verify: 'drill' };

const rpo = { id: 'rec.rpo', kind: 'quantity', dimension: 'duration' };

const backups = {
  id: 'rec.backups',
  kind: 'table',
  key: 'name',
  columns: [
    { id: 'name', kind: 'text', required: true },
    { id: 'interval', kind: 'quantity', dimension: 'duration', ask: 'row' },
  ],
};

const flawsOf = (question: Raw, more: Raw = {}) => {
  const joined = aBank()
    .question({ ...question, says: [{ ...sentence, ...more }] }, { id: 'rec.note' })
    .fact({ id: 'f.restore', type: 'double', inputs: [] })
    .joined();
  return sentenceFlaws(joined.question(String(question['id']))!, joined);
};

describe('the pattern of a sentence', () => {
  it.each([
    ['event', 'event'],
    ['state', 'while'],
    ['unwanted', 'if'],
    ['optional', 'where'],
  ])('%s needs its `%s`', (ears, part) => {
    expect(flawsOf(rpo, { ears })).toEqual([
      {
        subject: 'question rec.rpo',
        path: ['says', 0],
        code: 'lint-ears',
        message: `Sentence 1 is of the pattern ${ears} and has no \`${part}\`.`,
        hint: `Add \`${part}:\`, or choose another pattern.`,
      },
    ]);
    expect(flawsOf(rpo, { ears, [part]: 'it rains' })).toEqual([]);
  });

  it('ubiquitous needs nothing', () => {
    expect(flawsOf(rpo)).toEqual([]);
  });
});

describe('a placeholder that stands for nothing', () => {
  const hintOf = (text: string, question: Raw = rpo): string | undefined => {
    const flaws = flawsOf(question, { shall: text });
    expect(flaws.length).toBeLessThan(2);
    return flaws[0]?.hint;
  };

  it('is told with its place and the nearest name', () => {
    expect(flawsOf(rpo, { shall: 'keep {a.rec.nota}' })).toEqual([
      {
        subject: 'question rec.rpo',
        path: ['says', 0, 'shall'],
        code: 'lint-placeholder',
        message: 'The placeholder {a.rec.nota} stands for nothing here.',
        hint: 'Did you mean {a.rec.note}?',
      },
    ]);
  });

  it('is told what could stand there instead', () => {
    expect(hintOf('keep {valeu}')).toBe('Known are {value}, {row.column}, {a.section.name} and {f.name}.');
    expect(hintOf('keep {}')).toBe('Known are {value}, {row.column}, {a.section.name} and {f.name}.');
    expect(hintOf('keep {a.something.else}')).toBe('Correct the name, or define it.');
    expect(hintOf('keep {f.restor}')).toBe('Did you mean {f.restore}?');
    expect(hintOf('keep {row.name}')).toBe('There is no row here; write {a.section.name}.');
  });

  it('is told of columns where there are rows', () => {
    expect(hintOf('keep {row.nam}', backups)).toBe('Did you mean {row.name}?');
    expect(hintOf('keep {value}', backups)).toBe('A table has rows; write {row.column}.');
  });

  it('is told once for each text, however often it stands there', () => {
    expect(hintOf('keep {x} and {x}')).toBe(
      'Known are {value}, {row.column}, {a.section.name} and {f.name}.',
    );
  });

  it('is none where the name is known', () => {
    expect([
      hintOf('keep {a.rec.note}, {f.restore} and {value}'),
      hintOf('{row.id} {row.name}', backups),
    ]).toEqual([undefined, undefined]);
  });

  it('is looked for in every part of a sentence', () => {
    const parts = { event: '{b}', while: '{c}', if: '{d}', where: '{e}' };
    const scenario = { given: '{g}', when: '{h}', then: '{i}' };
    const drill = { break: '{j}', observe: '{k}' };
    const flaws = flawsOf(rpo, { shall: '{a}', ...parts, scenario, drill });
    expect(flaws.map(({ message, path }) => `${message.slice(16, 19)} ${path.join('.')}`)).toEqual([
      '{a} says.0.shall',
      '{b} says.0.event',
      '{c} says.0.while',
      '{d} says.0.if',
      '{e} says.0.where',
      '{g} says.0.scenario.given',
      '{h} says.0.scenario.when',
      '{i} says.0.scenario.then',
      '{j} says.0.drill.break',
      '{k} says.0.drill.observe',
    ]);
  });

  it('is what stands between two braces', () => {
    expect(placeholdersIn('{a} and {b.c} and {} and {d')).toEqual(['a', 'b.c', '']);
    expect(placeholdersIn('none')).toEqual([]);
  });

  it('has another hint in a rule', () => {
    const rule = { id: 'r', fires_when: 'a.rec.rpo > "1 s"', title: 'So {value}' };
    const problems = lintBank(aBank().question(rpo).rule(rule).joined()).map(problemText);
    expect(problems).toContain(
      'The placeholder {value} stands for nothing here. A rule has no value of its own; write {a.section.name} or {row.column}.',
    );
  });
});

describe('the shape of a text that becomes part of a sentence', () => {
  const expected = (question: Raw, shall = 'do {value}') =>
    expectsFlaws(
      aBank()
        .question({ ...question, says: [{ ...sentence, shall }] })
        .joined(),
    );

  it('must be said of free text', () => {
    const flaw = {
      subject: 'question rec.note',
      path: [],
      code: 'lint-expects',
      message: 'The answer to rec.note becomes part of a sentence, and `expects` is missing.',
      hint: 'Add `expects: verb-phrase`, `noun-phrase`, `clause` or `number`.',
    };
    expect(expected({ id: 'rec.note', kind: 'text' })).toEqual([flaw]);
    expect(expected({ id: 'rec.note', kind: 'prose' })).toEqual([flaw]);
    expect(expected({ id: 'rec.note', kind: 'text' }, 'do {a.rec.note}')).toEqual([flaw]);
  });

  it('need not be said of anything else, or where it is quoted nowhere', () => {
    expect(expected(rpo)).toEqual([]);
    expect(expected({ id: 'rec.note', kind: 'text', expects: 'clause' })).toEqual([]);
    expect(expected({ id: 'rec.note', kind: 'text' }, 'do nothing')).toEqual([]);
  });
});

describe('the number of a sentence', () => {
  it('is taken once in a section, and never again', () => {
    const joined = aBank()
      .retired('REC', 7)
      .question(
        { ...rpo, says: [sentence, { ...sentence, number: 7 }] },
        { ...rpo, id: 'rec.rto', says: [{ ...sentence, number: 2 }, sentence] },
        { ...rpo, id: 'dep.rto', says: [sentence] },
      )
      .joined();
    const hint = 'Give the sentence a number that was never used in this section.';
    expect(numberFlaws(joined)).toEqual([
      {
        subject: 'question rec.rpo',
        path: ['says', 1, 'number'],
        code: 'lint-number',
        message: 'The number 7 of REC is retired.',
        hint,
      },
      {
        subject: 'question rec.rto',
        path: ['says', 1, 'number'],
        code: 'lint-number',
        message: 'The number 1 of REC is taken by a sentence of rec.rpo.',
        hint,
      },
    ]);
  });
});
