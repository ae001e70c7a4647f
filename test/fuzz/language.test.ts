import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCanonical, parseExpression, parseQuantity, type Dimension } from '../../src/bank/index.js';
import { parseBlocks } from '../../src/merge/parse-blocks.js';
import { printBlocks } from '../../src/merge/print-blocks.js';
import { judged } from '../bank/expression-fixture.js';
import { counted, rounds } from './rounds.js';

const LONG = { timeout: 3_600_000 };
const RUNS = { numRuns: rounds(2_000) };
const tried = new Map<string, number>();
const count = (sort: string) => tried.set(sort, (tried.get(sort) ?? 0) + 1);
afterAll(() => {
  for (const [sort, times] of tried) counted(`${times.toLocaleString('en')} ${sort}`);
});

/** Texts made of words of a language, with anything in between. */
function sentencesOf(words: readonly string[], most: number): fc.Arbitrary<string> {
  const word = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );
  return fc.array(word, { maxLength: most, size: 'max' }).map((parts) => parts.join(''));
}

const dimensions: readonly Dimension[] = [
  'rate',
  'size',
  'throughput',
  'duration',
  'percent',
  'growth',
  'count',
  'money',
];
const amounts = sentencesOf(
  [
    '1',
    '0',
    '9.5',
    '1e308',
    '1e-400',
    '9'.repeat(300),
    '-',
    '+',
    ',',
    '.',
    '/',
    '%',
    '‰',
    ' ',
    '\u00a0',
    '٣',
    '½',
    '∞',
    '~',
    '<=',
  ]
    .concat([
      'ms',
      's',
      'min',
      'h',
      'days',
      'months',
      'k',
      'M',
      'Gi',
      'GB',
      'kbit',
      'req',
      'per',
      'second',
      'a',
      'EUR',
      '$',
      '€',
    ])
    .concat(['nines', 'one', 'in', 'to', 'about', 'half', 'week', ':', "'", '_', '(', ')', 'x']),
  12,
);

describe('any quantity that is typed', LONG, () => {
  it('is read, asked about or refused, and what is read reads back as itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dimensions), amounts, (dimension, typed) => {
        const kind = { dimension, months: true, noun: 'call' };
        const reading = parseQuantity(typed, kind);
        count('quantities');
        if (reading.type !== 'understood') return;
        const again = parseCanonical(reading.text, kind);
        const { text, base, unit } = reading;
        expect(again).toMatchObject({ ok: true, value: { text, base, unit } });
      }),
      RUNS,
    );
  });
});

const lines = sentencesOf(
  [
    '# One\n',
    '## Two\n',
    '#',
    'words here.\n',
    ' and more\n',
    '\n',
    '\n\n',
    '- item\n',
    '  - below\n',
    '    deeper\n',
    '1. first\n',
  ]
    .concat([
      '| a | b |\n',
      '| --- | --- |\n',
      '| 1 |\n',
      '```ts\n',
      '```\n',
      '~~~\n',
      '> said\n',
      '---\n',
      '***\n',
      '<!-- note -->\n',
    ])
    .concat([
      '<details>\n',
      '</details>\n',
      '<<<<<<< yours\n',
      '=======\n',
      '>>>>>>> generated\n',
      '\t',
      '  ',
      '\\',
      '[a]: b\n',
    ])
    .concat(['- [ ] open\n', '`REQ-TRF-001` ', '**', '_', 'a  \n', '\r\n']),
  40,
);

describe('any Markdown', LONG, () => {
  it('is read into blocks, and once it stands straight, its print is read into the same blocks', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const again = (given: string) => printBlocks(parseBlocks(given));
        // Front matter is such only where a file begins; what stands crooked under an indented item is put straight first.
        const straight = again(again(`# Start\n\n${text.replaceAll('\ufeff', '')}`));
        count('documents');
        expect(again(straight)).toBe(straight);
      }),
      RUNS,
    );
  });

  it('loses no word on the way', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const words = (given: string) => given.match(/[a-z]{3,}/g) ?? [];
        expect(words(printBlocks(parseBlocks(text)))).toEqual(words(text));
      }),
      RUNS,
    );
  });
});

const conditions = sentencesOf(
  [
    'a.rec.rpo',
    'a.arc.state',
    'a.con.public',
    'a.dep.dependencies',
    'a.arc.archetypes',
    'a.nothing',
    'f.budget',
    'f.cycle',
    'row.name',
  ]
    .concat([
      ' && ',
      ' || ',
      '!',
      ' == ',
      ' != ',
      ' < ',
      ' > ',
      ' in ',
      ' + ',
      ' * ',
      ' ? ',
      ' : ',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ', ',
    ])
    .concat([
      "q('5 min')",
      "q('x')",
      "known('rec.rpo')",
      "count('dep.goals')",
      "rows('dep.dependencies')",
      "status('con.notes')",
    ])
    .concat([
      '.exists(d, ',
      '.all(d, ',
      '.map(d, ',
      '.filter(d, ',
      '.size()',
      '.matches(',
      'd.timeout',
      'true',
      'false',
      'null',
    ])
    .concat([
      '1.0',
      '1',
      '9999999999999999999999',
      "'stateless'",
      '"',
      "'",
      'r"',
      'b"',
      '/',
      '\\',
      '.',
      '__proto__',
      'constructor',
    ]),
  30,
);

const OUTCOMES = /^(?:true|false|broken|needs .*)$/;

describe('any condition', LONG, () => {
  it('parses and comes to an outcome, or is refused with its column', () => {
    fc.assert(
      fc.property(conditions, (text) => {
        const parsed = parseExpression(text);
        count('conditions');
        if (parsed.ok)
          expect(judged(text, { values: { 'rec.rpo': '5 min', 'arc.state': 'stateful' } })).toMatch(OUTCOMES);
        else for (const { column, message } of parsed.error) expect(column, message).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it.each([
    ['24 levels of brackets', `${'('.repeat(20)}true${')'.repeat(20)}`, true],
    ['a thousand levels of brackets', `${'('.repeat(490)}true${')'.repeat(490)}`, false],
    ['a thousand characters', `true${' && true'.repeat(124)}`, true],
    ['more than a thousand characters', `true${' && true'.repeat(125)}`, false],
    ['a thousand signs', `${'!'.repeat(990)}true`, false],
    ['lists in lists', `${'['.repeat(400)}${']'.repeat(400)} == []`, false],
    ['a sum of five hundred', `${'1+'.repeat(480)}1 > 0`, false],
    ['every item with every item', `${'a.dep.goals.exists(x, '.repeat(12)}true${')'.repeat(12)}`, undefined],
  ])('meets its bounds at once: %s', (_, text, parses) => {
    const before = performance.now();
    const parsed = parseExpression(text);
    if (parsed.ok)
      expect(judged(text, { values: { 'dep.goals': Array.from({ length: 3 }, String) } })).toMatch(OUTCOMES);
    if (parses !== undefined) expect(parsed.ok).toBe(parses);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
