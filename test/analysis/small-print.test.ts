import { describe, expect, it } from 'vitest';
import { coachLines } from '../../src/analysis/coach.js';
import { spotLabel, spotOf } from '../../src/analysis/names.js';
import { textsOf, thinnessOf } from '../../src/analysis/thinness.js';
import { heldSignals } from '../../src/analysis/thinness-text.js';
import type { JoinedBank, Question, Source, Value } from '../../src/bank/index.js';
import { factSignatures } from '../../src/facts/index.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { analysed, aSession, onlyFinding, said } from './a-session.js';
import { smallBank } from './small-bank.js';

const rule = (over: Raw): Raw => ({ id: 'x', fires_when: "a.rec.rpo > q('1 s')", ...over });
const name = { id: 'name', label: 'Name', kind: 'text', required: true };

describe('a rule about something missing', () => {
  const missing = (fires_when: string) => smallBank(rule({ class: 'missing', fires_when }));

  it('is no rule that waits, because what it waits for is an open question', () => {
    expect(analysed(missing("a.rec.rpo > q('1 s')"), {})).toMatchObject({ findings: [], unchecked: [] });
  });

  it('finds what was asked and left, and not what nobody came to', () => {
    const bank = missing("!known('rec.rpo')");
    const found = (answers: Readonly<Record<string, unknown>>) => analysed(bank, answers).findings.length;

    expect(found({ 'rec.note': 'x' })).toBe(0);
    expect(found({ 'rec.rpo': said({ status: 'unknown' }) })).toBe(1);
    expect(found({ 'rec.rpo': said({ status: 'deferred', meanwhile: 'wait' }) })).toBe(1);
    expect(found({ 'rec.rpo': '1 h' })).toBe(0);
  });
});

describe('a rule that cannot be judged', () => {
  it('has the place of its condition', () => {
    const asked: unknown[] = [];
    const place = { file: 'bank.yaml', line: 7, column: 3 };
    const bank: JoinedBank = {
      ...smallBank(rule({ fires_when: 'known(' })),
      placeOf: (...where) => {
        asked.push(where);
        return place;
      },
    };

    expect(analysed(bank, { 'rec.rpo': '1 h' }).broken).toMatchObject([{ code: 'rule-broken', place }]);
    expect(asked).toEqual([['rule x', ['fires_when']]]);
  });

  it('is one problem for all rows of its table', () => {
    const rows = ['a', 'b'].map((id) => ({ id, name: id }));
    const bank = smallBank(rule({ for: 'dep.dependencies', fires_when: "row.name > q('1 s')" }));

    expect(analysed(bank, { 'dep.dependencies': rows }).broken).toHaveLength(1);
  });
});

describe('a lexicon', () => {
  const bank = () => smallBank(rule({ fires_when: "mentions('rec.note', 'money')" }));

  it('finds its words in what is said, and none in what is not', () => {
    const found = (answers: Readonly<Record<string, unknown>>) =>
      analysed(bank(), answers).findings.map(({ id }) => id);

    expect(found({ 'rec.note': 'A refund.' })).toEqual(['x']);
    expect(found({ 'rec.note': 'A gift.' })).toEqual([]);
    expect(found({ 'rec.rpo': '1 h' })).toEqual([]);
  });

  it('that no bank has finds nothing', () => {
    const none = smallBank(rule({ fires_when: "mentions('rec.note', 'none')" }));

    expect(analysed(none, { 'rec.note': 'A refund.' }).findings).toEqual([]);
  });
});

describe('a follow-up that was settled', () => {
  const settled = (kind: string) =>
    ['a', 'b', 'c'].map((id) => ({ id: `${kind}.${id}`, asks: '', about: [], dismissed: true }));

  it.each(['rule', 'model'])('takes no place in a section where nothing is known of it: %s', (kind) => {
    const { probes } = analysed(smallBank(rule({})), { 'rec.rpo': '1 h' }, { probes: settled(kind) });

    expect(probes.map(({ id }) => id)).toEqual(['rule.x']);
  });
});

describe('a figure that nobody measured', () => {
  const bank = (over: Raw) =>
    aBank()
      .question(
        { id: 'rec.slo', kind: 'quantity', dimension: 'percent' },
        { id: 'rec.slo_window', kind: 'quantity', dimension: 'duration', default: '30 d' },
        { id: 'rec.quorum_members', kind: 'quantity', dimension: 'count' },
        { id: 'rec.note' },
      )
      .fact(...factSignatures.filter(({ id }) => ['f.budget_time', 'f.quorum_faults'].includes(id)))
      .rule({ id: 'x', severity: 'block', class: 'numeric', fires_when: "f.budget_time < q('1 h')", ...over })
      .joined();
  const severity = (source: Source) =>
    onlyFinding(analysed(bank({}), { 'rec.slo': said({ value: '99.9 %', source }) })).severity;

  it('lowers a finding, also where the figure comes from a fact and a default', () => {
    expect([severity('guess'), severity('estimate')]).toEqual(['high', 'high']);
    expect([severity('measured'), severity('contract'), severity('code')]).toEqual([
      ...['block', 'block', 'block'],
    ]);
  });

  it('is no figure where only words were read', () => {
    const words = bank({ fires_when: "a.rec.note == 'x'" });
    const noted = { 'rec.note': said({ value: 'x', source: 'guess' }) };

    expect(onlyFinding(analysed(words, noted)).severity).toBe('block');
  });

  it('is assumed, or stands there because nobody said otherwise', () => {
    const of = (status: 'assumed' | 'answered') =>
      onlyFinding(analysed(bank({}), { 'rec.slo': said({ status, value: '99.9 %' }) })).severity;

    expect([of('assumed'), of('answered')]).toEqual(['high', 'block']);
  });

  it('agrees with the word behind it', () => {
    const title = (members: string) =>
      onlyFinding(
        analysed(bank({ fires_when: 'f.quorum_faults < 9.0', title: 'Only {f.quorum_faults} members' }), {
          'rec.quorum_members': members,
        }),
      ).title;

    expect([title('3'), title('5')]).toEqual(['Only 1 member', 'Only 2 members']);
  });
});

describe('an option in a sentence', () => {
  const title = (label: string) => {
    const bank = aBank()
      .question({ id: 'rec.kind', kind: 'choice', options: [{ id: 'a', label }] })
      .rule({ id: 'x', fires_when: "a.rec.kind == 'a'", title: 'So: {a.rec.kind}' })
      .joined();
    return onlyFinding(analysed(bank, { 'rec.kind': 'a' })).title;
  };

  it.each([
    ['In a queue', 'So: in a queue'],
    ['DNS Zone', 'So: DNS Zone'],
    ['A queue', 'So: A queue'],
    ['in Frankfurt', 'So: in Frankfurt'],
  ])('%s', (label, text) => {
    expect(title(label)).toBe(text);
  });
});

describe('the name of a place', () => {
  it('is found by the key of its table, wherever that column stands', () => {
    const bank = aBank()
      .question({
        ...{ id: 'dep.parts', kind: 'table', key: 'name' },
        columns: [{ id: 'note', label: 'Note', kind: 'text' }, name],
      })
      .joined();
    const session = aSession(bank, { 'dep.parts': [{ id: 'a', note: 'first', name: 'Redis' }] });
    const known = { bank, view: situationOf(session).view };
    const spot = spotOf(known, 'dep.parts.a.note');

    expect(spot === undefined ? '' : spotLabel(known, spot)).toBe('Redis: Note');
  });
});

describe('a value of another kind than its question', () => {
  const table = () =>
    aBank()
      .question({ id: 'rec.x', kind: 'table', key: 'name', columns: [name] })
      .joined()
      .question('rec.x');

  it('holds no words, and lacks nothing that could be named', () => {
    const question = table();
    if (question === undefined) throw new Error('The question is not there.');

    expect(textsOf(question, 'fast')).toEqual([]);
    expect(thinnessOf(question, 'fast', ['fast'])).toEqual({ missing: [], vague: [] });
  });

  it('opens with its first word, whatever stands before it', () => {
    expect(heldSignals('  Redis waits')).toEqual([]);
    expect(heldSignals('then  Redis waits')).toEqual(['a name']);
  });
});

describe('the coach', () => {
  const coached = (raw: Raw, value: Value) => {
    const bank = aBank()
      .question({ id: 'rec.x', ...raw })
      .lexicon('vague', 'fast', 'soon')
      .joined();
    const question = bank.question('rec.x') as Question;
    return coachLines(question, value, bank).map(({ tone, text }) => [tone, text]);
  };
  const DEFINITE = ['holds', 'It is definite: two people would read it in the same way.'];
  const vague = (word: string) => [
    ...['could', `"${word}" can be read in several ways; what would somebody measure or see?`],
  ];

  it.each<[Raw, Value, readonly (readonly string[])[]]>([
    [{ kind: 'quantity', dimension: 'count' }, '5', [['holds', 'It has a number.']]],
    [{ kind: 'quantity', dimension: 'duration' }, '5 s', [['holds', 'It has a number with its unit.']]],
    [{ kind: 'quantity', dimension: 'percent' }, '5 %', [['holds', 'It has a number with its unit.']]],
    [{ kind: 'confirm' }, true, [DEFINITE]],
    [{ kind: 'text' }, 'something', [DEFINITE]],
    [{ kind: 'text' }, 'we call 5 ms good', [['holds', 'It has a number with its unit.']]],
    [{ kind: 'text' }, 'it is fast, soon', [vague('fast'), vague('soon')]],
    [
      { kind: 'prose', strong: 'within 5 min\nand no later' },
      'soon',
      [
        [
          'could',
          'It would carry more with a number; a condition: when, above what, or until when; more detail.',
        ],
        vague('soon'),
        ['could', 'For comparison: within 5 min'],
      ],
    ],
    [
      { kind: 'list', strong: ['the team stops it'] },
      ['somebody stops it now'],
      [
        ['holds', 'It has a case in which something fails.'],
        ['could', 'It would carry more with an owner: who answers for it.'],
      ],
    ],
    [
      { kind: 'table', key: 'name', columns: [name] },
      [],
      [['could', 'It would carry more with at least 1 row, or why none applies.']],
    ],
    [
      { kind: 'table', key: 'name', columns: [name], strong: [{ id: 'a', name: 'A' }] },
      [
        { id: 'a', cells: { name: 'A' } },
        { id: 'b', cells: { name: 'B' } },
      ],
      [['holds', 'It has 2 rows that can each be checked.']],
    ],
  ])('says of %j answered with %j what holds and what could be', (raw, value, lines) => {
    expect(coached(raw, value)).toEqual(lines);
  });
});
