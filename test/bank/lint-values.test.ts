import { describe, expect, it } from 'vitest';
import { ruleExampleFlaws, valueFlaws } from '../../src/bank/lint-bank-values.js';
import { aBank, type Raw } from '../helpers/a-bank.js';

const flawsOf = (raw: Raw) => aBank().question(raw).build().questions.flatMap(valueFlaws);
const on = (path: readonly (string | number)[]) => ({
  subject: 'question rec.rpo',
  path,
  code: 'lint-value',
});
const rpo = { id: 'rec.rpo', kind: 'quantity', dimension: 'duration' };
const choice = { id: 'rec.rpo', kind: 'choice', options: [{ id: 'copy' }, { id: 'none' }] };

describe('the examples and the default of a question', () => {
  it('are answers to it', () => {
    expect(flawsOf({ ...rpo, strong: '5 min', default: '1 h' })).toEqual([]);
    expect(flawsOf({ ...choice, strong: 'copy', default: 'none' })).toEqual([]);
    expect(flawsOf({ ...choice, strong: 'copi', default: 'zzzzzz' })).toEqual([
      {
        ...on(['strong']),
        message: '`strong` of rec.rpo is not a valid answer: “copi” is not an option.',
        hint: 'Did you mean copy?',
      },
      {
        ...on(['default']),
        message: '`default` of rec.rpo is not a valid answer: “zzzzzz” is not an option.',
        hint: 'Choose copy or none.',
      },
    ]);
  });

  it('are told with all that is wrong with them', () => {
    const many = { ...choice, kind: 'many', strong: ['copi', 'nome', 'copy', 'copy'] };
    expect(flawsOf(many).map(({ message }) => message)).toEqual([
      '`strong` of rec.rpo is not a valid answer: “copi” is not an option.',
      '`strong` of rec.rpo is not a valid answer: “nome” is not an option.',
      '`strong` of rec.rpo is not a valid answer: “copy” stands twice.',
    ]);
  });

  it('are rows of a table in the form of a file', () => {
    const table = {
      id: 'rec.rpo',
      kind: 'table',
      key: 'name',
      columns: [
        { id: 'name', kind: 'text' },
        { id: 'copies', kind: 'quantity', dimension: 'count' },
      ],
    };
    expect(flawsOf({ ...table, strong: [{ id: 'db', name: 'DB', copies: 3 }] })).toEqual([]);
    expect(flawsOf({ ...table, strong: [{ id: 'db', nam: 'DB', copies: 'x y' }] })).toEqual([
      {
        ...on(['strong']),
        message: '`strong` of rec.rpo is not a valid answer: Row db: “nam” is not a column of this table.',
        hint: 'Did you mean name?',
      },
      {
        ...on(['strong']),
        message:
          '`strong` of rec.rpo is not a valid answer: Row db: copies: “x y” is not in the stored form of a count: a plain decimal number, one space, the unit.',
        hint: 'Write 12.',
      },
    ]);
  });
});

const STORED = 'is not in the stored form of a duration: a plain decimal number, one space, the unit.';

describe('the bounds and units of a quantity', () => {
  it('are quantities of its dimension', () => {
    expect(flawsOf({ ...rpo, min: '1 s', max: '1 d', units: ['s', 'min'] })).toEqual([]);
    expect(flawsOf({ ...rpo, min: 'soon', max: '5 MB', units: ['s', 'MB', 'parsec'] })).toEqual([
      {
        ...on(['min']),
        message: `\`min\` is not a valid answer: “soon” ${STORED}`,
        hint: 'Write 250 ms.',
      },
      {
        ...on(['max']),
        message: `\`max\` is not a valid answer: “5 MB” ${STORED}`,
        hint: 'Write 250 ms.',
      },
      {
        ...on(['units', 1]),
        message: `The unit MB is not a valid answer: “1 MB” ${STORED}`,
        hint: 'Write 250 ms.',
      },
      {
        ...on(['units', 2]),
        message: `The unit parsec is not a valid answer: “1 parsec” ${STORED}`,
        hint: 'Write 250 ms.',
      },
    ]);
  });

  it('are no bounds of each other', () => {
    expect(flawsOf({ ...rpo, min: '1 h', max: '1 s', units: ['ms'] })).toEqual([]);
  });

  it('may be counted in the thing of the question', () => {
    expect(
      flawsOf({ ...rpo, dimension: 'rate', noun: 'order', min: '1 order/s', units: ['order/day'] }),
    ).toEqual([]);
  });
});

describe('the values of a column', () => {
  const columnFlaws = (column: Raw) =>
    flawsOf({
      id: 'rec.rpo',
      kind: 'table',
      key: 'name',
      columns: [
        { id: 'name', kind: 'text' },
        { id: 'wait', kind: 'quantity', dimension: 'duration', ...column },
      ],
    });

  it('are checked like those of a question', () => {
    expect(columnFlaws({ strong: '5 min', min: '1 s', max: '1 h', units: ['min'] })).toEqual([]);
    expect(columnFlaws({ strong: 'soon' })).toEqual([
      {
        ...on(['columns', 1, 'strong']),
        message: `\`strong\` of the column wait is not a valid answer: “soon” ${STORED}`,
        hint: 'Write 250 ms.',
      },
    ]);
    expect(columnFlaws({ min: 'soon', max: 'late', units: ['MB'] })).toEqual([
      {
        ...on(['columns', 1, 'min']),
        message: `\`min\` is not a valid answer: “soon” ${STORED}`,
        hint: 'Write 250 ms.',
      },
      {
        ...on(['columns', 1, 'max']),
        message: `\`max\` is not a valid answer: “late” ${STORED}`,
        hint: 'Write 250 ms.',
      },
      {
        ...on(['columns', 1, 'units', 0]),
        message: `The unit MB is not a valid answer: “1 MB” ${STORED}`,
        hint: 'Write 250 ms.',
      },
    ]);
  });
});

describe('the examples of a rule', () => {
  const table = {
    id: 'rec.rows',
    kind: 'table',
    key: 'name',
    min_rows: 2,
    columns: [{ id: 'name', kind: 'text' }],
  };
  const exampleFlaws = (examples: Raw) => {
    const joined = aBank()
      .question(
        rpo,
        table,
        { id: 'rec.names', kind: 'list', min_items: 2 },
        { ...choice, id: 'rec.kinds', kind: 'many', min_items: 2 },
        { id: 'rec.note', max_length: 3 },
      )
      .rule({ id: 'odd', fires_when: 'true', examples })
      .joined();
    return joined.rules.flatMap((rule) => ruleExampleFlaws(rule, joined));
  };
  const inRule = (name: string, id: string) => ({
    subject: 'rule odd',
    path: ['examples', name, id],
    code: 'lint-value',
  });

  it('name questions, and answers to them', () => {
    expect(
      exampleFlaws({
        fires: { 'rec.gone': 'x', 'rec.rpo': 'soon' },
        quiet: { 'rec.lost': true },
        undecided: { 'rec.note': 'long' },
      }),
    ).toEqual([
      {
        ...inRule('fires', 'rec.gone'),
        message: 'rec.gone in the example `fires` of odd is not a question.',
        hint: 'Name a question of the bank.',
      },
      {
        ...inRule('fires', 'rec.rpo'),
        message: `rec.rpo in the example \`fires\` of odd is not a valid answer: “soon” ${STORED}`,
        hint: 'Write 250 ms.',
      },
      {
        ...inRule('quiet', 'rec.lost'),
        message: 'rec.lost in the example `quiet` of odd is not a question.',
        hint: 'Name a question of the bank.',
      },
      {
        ...inRule('undecided', 'rec.note'),
        message:
          'rec.note in the example `undecided` of odd is not a valid answer: “long” has 4 characters; at most 3 are taken.',
        hint: 'Say the one thing that matters most, and put the rest into why.',
      },
    ]);
  });

  it('may be shorter than an answer', () => {
    const short = { 'rec.rows': [{ id: 'a' }], 'rec.names': ['a'], 'rec.kinds': ['copy'], 'rec.rpo': '1 h' };
    const none = { 'rec.rows': [], 'rec.names': [], 'rec.kinds': [] };
    expect(exampleFlaws({ fires: short, quiet: none })).toEqual([]);
  });
});
