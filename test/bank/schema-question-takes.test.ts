import { expect, it } from 'vitest';
import { question } from '../../src/bank/schema-question.js';

const base = { id: 'rec.a', prompt: 'What?', why: 'So.' };
const defaults = {
  ...base,
  depth: 'standard',
  scope: 'spec',
  required: false,
  terms: [],
  incidents: [],
  rests_on: [],
  says: [],
};

const SENTENCE = {
  number: 1,
  ears: 'event',
  when: 'true',
  event: 'a',
  while: 'b',
  if: 'c',
  where: 'd',
  shall: 'hold',
  verify: 'load-test',
  scenario: { given: 'a', when: 'b', then: 'c' },
  drill: { break: 'a', observe: 'b' },
  promise: 'latency',
};

const FULL = {
  ...base,
  depth: 'deep',
  scope: 'repository',
  required: true,
  label: 'A',
  detail: 'More.',
  weak: 'soon',
  strong: 'now',
  when: 'true',
  terms: ['rpo'],
  incidents: ['gitlab-2017'],
  expects: 'clause',
  rests_on: ['rec.b'],
  says: [SENTENCE],
};

const COLUMN = {
  id: 'b',
  label: 'B',
  required: true,
  ask: 'row',
  depth: 'quick',
  when: 'true',
  expects: 'number',
  strong: 'x',
  prompt: 'Which?',
};

// What a schema is made of is made once, so that all of it is looked at in one test.
it('every key of a question is taken as it stands, and what is left out has its default', () => {
  const options = [{ id: 'a', label: 'A', trade_off: 'It costs.', says: [SENTENCE] }, { id: 'b' }];
  const kinds = [
    { kind: 'text', form: 'date', max_length: 9 },
    { kind: 'prose', max_length: 9 },
    { kind: 'choice', options, of: 'rec.b' },
    { kind: 'many', options, of: 'rec.b', min_items: 1 },
    { kind: 'confirm' },
    {
      kind: 'quantity',
      dimension: 'duration',
      units: ['s'],
      noun: 'x',
      months: true,
      min: '1 s',
      max: '2 s',
    },
    { kind: 'list', min_items: 2, max_length: 9 },
  ];
  const whole = kinds.map((kind) => ({ ...FULL, default: 'later', ...kind }));
  expect(whole.map((raw) => question().parse(raw))).toEqual(whole);

  const columns = [
    { ...COLUMN, kind: 'text', form: 'url', max_length: 9 },
    { ...COLUMN, kind: 'choice', options, of: 'rec.b' },
    { ...COLUMN, kind: 'many', options, of: 'rec.b', min_items: 1 },
    { ...COLUMN, kind: 'confirm' },
    {
      ...COLUMN,
      kind: 'quantity',
      dimension: 'size',
      units: ['B'],
      noun: 'x',
      months: false,
      min: '1 B',
      max: '2 B',
    },
  ];
  const table = { ...FULL, kind: 'table', of: 'rec.b', key: 'b', min_rows: 1, columns };
  expect(question().parse(table)).toEqual(table);

  const plain = [
    ...['text', 'prose', 'choice', 'many', 'confirm', 'list'].map((kind) => ({ ...base, kind })),
    { ...base, kind: 'quantity', dimension: 'count' },
  ];
  expect(plain.map((raw) => question().parse(raw))).toEqual(plain.map((raw) => ({ ...raw, ...defaults })));
  const bare = { ...base, kind: 'table', key: 'b', columns: [{ id: 'b', kind: 'confirm' }] };
  expect(question().parse(bare)).toEqual({
    ...bare,
    ...defaults,
    columns: [{ id: 'b', kind: 'confirm', required: false }],
  });

  const says = [{ number: 1, ears: 'ubiquitous', shall: 'hold', verify: 'monitor' }];
  expect(question().parse({ ...base, kind: 'confirm', says })).toEqual({
    ...defaults,
    kind: 'confirm',
    says,
  });
  const short = [{ ...says[0], scenario: { when: 'a', then: 'b' } }];
  expect(question().parse({ ...base, kind: 'confirm', says: short })).toMatchObject({ says: short });
  const bounds = { ...base, kind: 'quantity', dimension: 'count', min: 0, max: 1.5 };
  expect(question().parse(bounds)).toMatchObject({ min: '0', max: '1.5' });
  expect(question().parse({ ...base, kind: 'text', prompt: ' What? ', detail: '\n a \n' })).toMatchObject({
    prompt: 'What?',
    detail: 'a',
  });
});
