import { describe, expect, it } from 'vitest';
import type { Question, Value } from '../../src/bank/index.js';
import { createSignals, thinAnswer, withSignals } from '../../src/analysis/answer-signals.js';
import { heldBeside, missingBeside } from '../../src/analysis/coach-signals.js';
import { thinnessOf, typedThinness } from '../../src/analysis/thinness.js';
import { heldSignals, missingSignals } from '../../src/analysis/thinness-text.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession } from './a-session.js';
import { smallBank } from './small-bank.js';

function aQuestion(raw: Raw): Question {
  const question = aBank()
    .question({ id: 'rec.x', ...raw })
    .joined()
    .question('rec.x');
  if (question === undefined) throw new Error('The question is not there.');
  return question;
}

describe('what a text holds', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['we keep it', []],
    ['we keep two of it', ['a number']],
    ['we keep 2', ['a number']],
    ['we keep 2 s of it', ['a number with its unit']],
    ['we keep 2% of it', ['a number with its unit']],
    ['we pay 2 €', ['a number with its unit']],
    ['we ask Redis', ['a name']],
    ['Redis is asked', []],
    ['It ends. Redis is asked', []],
    ['we keep "Redis"', ['a name']],
    ['we run a_job', ['a name']],
    ['it is a HTTP call', ['a name']],
    ['the orderId of it', ['a name']],
    ['see node.js for it', ['a name']],
    ['we keep it when it fails', ['a condition']],
    ['we keep at most some', ['a condition']],
    ['we keep it unless told', ['a condition']],
    ['whenever it fails', []],
    ['ask Redis when 2 s are over', ['a number with its unit', 'a name', 'a condition']],
  ])('in %j is %j', (text, signals) => {
    expect(heldSignals(text)).toEqual(signals);
  });

  it.each<[string, readonly string[]]>([
    ['we keep it', []],
    ['the storage team keeps it', ['an owner']],
    ['@dba keeps it', ['an owner']],
    ['it fails at night', ['a case in which something fails']],
    ['it answers 503', ['a case in which something fails']],
    ['it answers 203', []],
    ['the teammate keeps it', []],
    ['the on-call engineer is told when it times out', ['an owner', 'a case in which something fails']],
  ])('beside that in %j is %j', (text, held) => {
    expect(heldBeside(text)).toEqual(held);
  });

  it('is missing where only the example has it', () => {
    const strong = 'The storage team restores it when the zone fails.';
    const [owner, failure] = [
      'an owner: who answers for it',
      'a case in which it fails, and what happens then',
    ];

    expect(missingBeside('We keep it.', strong)).toEqual([owner, failure]);
    expect(missingBeside('@dba keeps it.', strong)).toEqual([failure]);
    expect(missingBeside('It stops.', strong)).toEqual([owner]);
    expect(missingBeside('@dba stops it. It is lost.', strong)).toEqual([]);
    expect(missingBeside('We keep it.', 'We keep it.')).toEqual([]);
  });
});

describe('what a text lacks beside a strong one', () => {
  const strong = 'we lose at most 5 min when the zone of Frankfurt fails today';

  it.each<[string, readonly string[]]>([
    ['', ['detail']],
    ['!?', ['detail']],
    ['a bit', ['number', 'name', 'condition', 'detail']],
    ['we lose a bit of it', ['number', 'name', 'condition']],
    ['we lose at 5', ['unit', 'name', 'condition']],
    ['we lose 5 s of it', ['name', 'condition']],
    ['we lose 5 s in Frankfurt', []],
    ['we lose none of it', ['name', 'condition']],
    ['we lose 5 s when it fails', []],
    ['some of it is lost in all of the places of which there are 5', ['unit']],
    ['some of it is lost in one or two of the places we have', []],
  ])('is told of %j', (text, signals) => {
    expect(missingSignals(text, strong)).toEqual(signals);
  });

  it('is nothing but detail when the strong one neither counts nor names', () => {
    expect(missingSignals('keep it', 'keep the old copies of what was written')).toEqual(['detail']);
    expect(missingSignals('keep the copies', 'keep the old copies of what was written')).toEqual([]);
    expect(missingSignals('keep', 'keep copies')).toEqual(['detail']);
  });
});

describe('what somebody typed', () => {
  const options = [{ id: 'a' }, { id: 'b' }];

  it.each<[Raw, string]>([
    [{ kind: 'quantity', dimension: 'count' }, 'a number'],
    [{ kind: 'quantity', dimension: 'duration' }, 'a number with its unit'],
    [{ kind: 'confirm' }, 'yes or no'],
    [{ kind: 'choice', options }, 'one of the options'],
    [{ kind: 'many', options }, 'one or more of the options'],
  ])('for %j that cannot be read lacks %j', (raw, needs) => {
    const { missing, vague } = typedThinness(aQuestion(raw), 'fast enough', ['fast']);

    expect(missing).toEqual([needs]);
    expect(vague).toEqual(['fast']);
  });

  it('and can be read is judged as a value', () => {
    const question = aQuestion({ kind: 'text', strong: 'within 5 min' });

    expect(typedThinness(question, 'fast', ['fast'])).toEqual(thinnessOf(question, 'fast', ['fast']));
    expect(typedThinness(aQuestion({ kind: 'confirm' }), 'yes', [])).toEqual({ missing: [], vague: [] });
  });
});

describe('a value', () => {
  const missing = (raw: Raw, value: Value) => thinnessOf(aQuestion(raw), value, []).missing;

  it('of a text that expects a number needs one, and says so once', () => {
    const raw = { kind: 'text', expects: 'number' };

    expect(missing(raw, 'some')).toEqual(['a number']);
    expect(missing(raw, '3')).toEqual([]);
    expect(missing({ ...raw, strong: 'at most 3 of them today' }, 'some of it')).toEqual([
      'a number',
      'a condition: when, above what, or until when',
    ]);
  });

  it('of a list needs as many items as are asked for', () => {
    const raw = { kind: 'list', min_items: 2 };

    expect(missing(raw, [])).toEqual(['at least 2 items']);
    expect(missing(raw, ['one'])).toEqual(['at least 2 items']);
    expect(missing(raw, ['one', 'two'])).toEqual([]);
    expect(missing({ kind: 'list', min_items: 1 }, [])).toEqual(['at least 1 item']);
  });

  it('of a table needs its rows, and the cells that must be there', () => {
    const columns = [
      { id: 'name', label: 'Name', kind: 'text', required: true, ask: 'row' },
      { id: 'wait', label: 'Wait', kind: 'text', required: true, ask: 'row' },
      { id: 'note', label: 'Note', kind: 'text', ask: 'later' },
    ];
    const raw = { kind: 'table', key: 'name', columns, min_rows: 2 };
    const row = (id: string, cells = {}) => ({ id, cells: { name: id, ...cells } });

    expect(missing(raw, [row('a', { wait: 'x' })])).toEqual(['at least 2 rows, or why none applies']);
    expect(missing(raw, [row('a', { wait: 'x' }), row('b')])).toEqual(['"Wait" in the row b']);
    expect(missing(raw, [{ id: 'a', cells: {} }, row('b', { wait: 'x' })])).toEqual([
      '"Name" and "Wait" in the row a',
    ]);
    const bare = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id));
    const named = ['a', 'b', 'c'].map((id) => `"Wait" in the row ${id}`);
    expect(missing(raw, bare.slice(0, 3))).toEqual(named);
    expect(missing(raw, bare.slice(0, 4))).toEqual([...named, '1 more row']);
    expect(missing(raw, bare)).toEqual([...named, '2 more rows']);
  });
});

describe('what conditions may ask of the wording', () => {
  const bank = smallBank();
  const signals = createSignals(bank);
  const viewOf = (answers: Readonly<Record<string, unknown>>) => situationOf(aSession(bank, answers)).view;

  it('is whether an answer is thin, and whether it has words of a lexicon', () => {
    const view = withSignals(viewOf({ 'rec.note': 'fast refund' }), signals);

    expect([view.thin('rec.note'), view.thin('rec.rpo'), view.thin('rec.other')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(['vague', 'money', 'other'].map((lexicon) => view.mentions('rec.note', lexicon))).toEqual([
      true,
      true,
      false,
    ]);
    expect(view.mentions('rec.rpo', 'money')).toBe(false);
  });

  it('follows an answer that changes', () => {
    const said = (note: string) => withSignals(viewOf({ 'rec.note': note }), signals);
    const strong = 'We lose at most 5 min when the zone of Frankfurt fails.';

    expect(
      ['a refund', 'a call', 'a refund'].map((note) => said(note).mentions('rec.note', 'money')),
    ).toEqual([true, false, true]);
    expect([strong, 'fast', strong].map((note) => said(note).thin('rec.note'))).toEqual([false, true, false]);
  });

  it('names what a thin answer lacks, and nothing of one that is not', () => {
    expect(
      thinAnswer(
        'rec.note',
        viewOf({ 'rec.note': 'People in Rome say that it is fast when asked.' }),
        signals,
      ),
    ).toEqual({
      ...{ id: 'rec.note', missing: [], vague: ['fast'] },
    });
    expect(thinAnswer('rec.note', viewOf({}), signals)).toBeUndefined();
    expect(thinAnswer('rec.rpo', viewOf({ 'rec.rpo': '5 min' }), signals)).toBeUndefined();
  });

  it('is nothing about a question that no bank asks', () => {
    expect(signals.thinness('rec.other', 'fast')).toEqual({ missing: [], vague: [] });
    expect(signals.mentions('rec.other', 'fast', 'vague')).toBe(false);
  });
});
