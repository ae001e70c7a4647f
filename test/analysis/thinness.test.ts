import { describe, expect, it } from 'vitest';
import { isThin, thinnessOf, typedThinness } from '../../src/analysis/index.js';
import { missingSignals } from '../../src/analysis/thinness-text.js';
import type { Question } from '../../src/bank/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { shippedBank } from './shipped-bank.js';
import { WEAK_WORDINGS } from './weak-wordings.js';

const lexicon = ['fast', 'later'];

function aQuestion(raw: Raw): Question {
  const question = aBank()
    .question({ id: 'rec.x', ...raw })
    .joined()
    .question('rec.x');
  if (question === undefined) throw new Error('The question is not there.');
  return question;
}

const typed = (raw: Raw, text: string) => typedThinness(aQuestion(raw), text, lexicon);

describe('what a free text lacks', () => {
  it.each([
    ['soon after the outage', 'within 5 min of the outage', ['number']],
    ['in 5', 'within 5 min of the outage', ['unit']],
    ['within 5 min', 'within 5 min of the outage', []],
    ['the team', 'the Ledger team', ['name']],
    ['somebody', 'the Ledger team', ['name', 'detail']],
    ['the Orders team', 'the Ledger team', []],
    ['orders_db', 'the Ledger team', []],
    ['it stops', 'it stops when the queue is full', ['condition', 'detail']],
    ['it stops for good and never starts again', 'it stops when the queue is full', []],
    ['', 'it stops', ['detail']],
    ['…', 'it stops when 3 calls of the Ledger team fail', ['detail']],
  ])('is measured by its strong example: %s', (text, strong, missing) => {
    expect(missingSignals(text, strong)).toEqual(missing);
  });

  it('takes linear time on hostile text', () => {
    for (const piece of ['aé', 'a ', '1 ', '._', 'A', '` ', 'at most ', '\n']) {
      expect(missingSignals(piece.repeat(300_000), 'the Ledger team, within 5 min')).toBeDefined();
    }
  });
});

describe('what an answer of each kind lacks', () => {
  it.each<[Raw, string, readonly string[]]>([
    [{ kind: 'quantity', dimension: 'duration' }, 'soon', ['a number with its unit']],
    [{ kind: 'quantity', dimension: 'count' }, 'a few', ['a number']],
    [{ kind: 'quantity', dimension: 'duration' }, '5 min', []],
    [{ kind: 'confirm' }, 'perhaps', ['yes or no']],
    [{ kind: 'choice', options: [{ id: 'a' }] }, 'something else', ['one of the options']],
    [{ kind: 'many', options: [{ id: 'a' }] }, 'something else', ['one or more of the options']],
    [{ kind: 'many', options: [{ id: 'a' }] }, 'a', []],
    [{ kind: 'list', min_items: 2 }, 'one thing', ['a list, one item per line']],
    [{ kind: 'text', expects: 'number' }, 'some', ['a number']],
    [{ kind: 'text', form: 'date' }, 'Q3', ['more detail']],
  ])('%j, typed as "%s"', (raw, text, missing) => {
    expect(typed(raw, text).missing).toEqual(missing);
  });

  it('takes an empty list for an answer, and several items for enough', () => {
    const list = aQuestion({ kind: 'list', strong: ['the Ledger team', 'the Orders team'] });
    expect(thinnessOf(list, [], lexicon).missing).toEqual([]);
    expect(thinnessOf(list, ['somebody'], lexicon).missing).toEqual([
      'a name: who, or which one',
      'more detail',
    ]);
    expect(thinnessOf(list, ['shoppers', 'agents'], lexicon).missing).toEqual([]);
  });

  const table: Raw = {
    kind: 'table',
    key: 'name',
    columns: [
      { id: 'name', kind: 'text', required: true },
      { id: 'owner', label: 'Owned by', kind: 'text', required: true },
      { id: 'note', kind: 'text', ask: 'row' },
    ],
  };

  it('names the rows and columns of a table that are empty', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, cells: { name: `Row ${id}` } }));
    expect(thinnessOf(aQuestion(table), rows, lexicon).missing).toEqual([
      '"Owned by" in the row Row a',
      '"Owned by" in the row Row b',
      '"Owned by" in the row Row c',
      '2 more rows',
    ]);
  });

  it('wants a row, or the reason why there is none', () => {
    expect(thinnessOf(aQuestion(table), [], lexicon).missing).toEqual([
      'at least 1 row, or why none applies',
    ]);
  });

  it('wants more of a row than its name', () => {
    const loose = {
      ...table,
      columns: [
        { id: 'name', kind: 'text', required: true },
        { id: 'note', kind: 'text', ask: 'row' },
      ],
    };
    const rows = [{ id: 'a', cells: { name: 'A' } }];
    expect(thinnessOf(aQuestion(loose), rows, lexicon).missing).toEqual([
      'anything beside its name in the row A',
    ]);
    const filled = [{ id: 'a', cells: { name: 'A', note: 'it is green' } }];
    expect(isThin(thinnessOf(aQuestion(loose), filled, lexicon))).toBe(false);
  });

  it('finds the vague words in texts and in short cells', () => {
    expect(typed({ kind: 'prose' }, 'It must be fast for everybody.').vague).toEqual(['fast']);
    const rows = [
      { id: 'a', cells: { name: 'A', owner: 'later', note: 'it moves to the new store later on' } },
    ];
    expect(thinnessOf(aQuestion(table), rows, lexicon).vague).toEqual(['later']);
  });
});

describe('the shipped examples', () => {
  const bank = shippedBank();
  const vague = bank.lexicons['vague'] ?? [];

  type Rated = { readonly label: string; readonly missing: boolean; readonly vague: boolean };
  const rate = (id: string, text: string): Rated => {
    const question = bank.question(id);
    if (question === undefined) throw new Error(`${id} is not a question.`);
    const thin = typedThinness(question, text, vague);
    return { label: `${id}: ${text}`, missing: thin.missing.length > 0, vague: thin.vague.length > 0 };
  };

  function shareThin(what: string, rated: readonly Rated[]): number {
    const thin = rated.filter((each) => each.missing || each.vague);
    const by = (part: 'missing' | 'vague') => rated.filter((each) => each[part]).length;
    const figures = `${thin.length} of ${rated.length} thin (${by('missing')} by what their kind lacks, ${by('vague')} by vague words)`;
    console.log(`${what}: ${figures}`);
    return thin.length / rated.length;
  }

  it('have weak answers of which at least four in five rate thin', () => {
    const weak = bank.questions.flatMap((question) =>
      question.weak === undefined ? [] : [rate(question.id, question.weak)],
    );
    expect(weak.length).toBeGreaterThan(300);
    expect(shareThin('weak examples', weak)).toBeGreaterThanOrEqual(0.8);
  });

  it('rate at least four in five weak answers thin as engineers word them', () => {
    const worded = WEAK_WORDINGS.map(([id, text]) => rate(id, text));
    expect(shareThin('weak wordings', worded)).toBeGreaterThanOrEqual(0.8);
  });

  it('have no strong answer that rates thin', () => {
    const thin = bank.questions.filter(
      (question) => question.strong !== undefined && isThin(thinnessOf(question, question.strong, vague)),
    );
    console.log(`strong examples: ${thin.length} of ${bank.questions.length} thin`);
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  it('rate free texts thin by the same measure when only they are counted', () => {
    const free = bank.questions.filter(({ kind }) => kind === 'text' || kind === 'prose' || kind === 'list');
    const weak = free.flatMap((question) =>
      question.weak === undefined ? [] : [rate(question.id, question.weak)],
    );
    expect(shareThin('weak free texts', weak)).toBeGreaterThanOrEqual(0.7);
  });
});
