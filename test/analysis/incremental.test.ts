import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, createAnalyst } from '../../src/analysis/index.js';
import { planRules } from '../../src/analysis/rule-plan.js';
import { checkValue, rawValue, type Answer, type JoinedBank } from '../../src/bank/index.js';
import { evolve, situationOf, type Event, type Session } from '../../src/interview/index.js';
import type { Raw } from '../helpers/a-bank.js';
import { aSession } from './a-session.js';
import { shippedBank } from './shipped-bank.js';
import { dependencies, smallBank } from './small-bank.js';

type Edit = readonly [question: string, answer: Answer | undefined];

function anEdit(bank: JoinedBank, values: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<Edit> {
  const edits = Object.entries(values).flatMap(([id, raws]) => {
    const question = bank.question(id)!;
    const answers = raws.map((raw): Answer => {
      const checked = checkValue(question, raw);
      if (!checked.ok) throw new Error(JSON.stringify(checked.error));
      return { status: 'answered', value: checked.value };
    });
    const sourced = answers.map((answer): Answer => ({ ...answer, source: 'guess' }));
    const left: readonly (Answer | undefined)[] = [
      undefined,
      { status: 'unknown' },
      { status: 'not-applicable', reason: 'none' },
    ];
    return [...answers, ...sourced, ...left].map((answer): Edit => [id, answer]);
  });
  return fc.constantFrom(...edits);
}

function eventOf([question, answer]: Edit): Event {
  if (answer === undefined) return { type: 'cleared', step: question, question, where: 'own' };
  return { type: 'answered', step: question, question, answer, where: 'own' };
}

function expectSameAsFull(bank: JoinedBank, edits: fc.Arbitrary<readonly Edit[]>, runs: number): void {
  fc.assert(
    fc.property(edits, (sequence) => {
      const analyst = createAnalyst(bank);
      let session: Session = aSession(bank, {});
      for (const edit of sequence) {
        session = evolve(session, eventOf(edit));
        const situation = situationOf(session);
        expect(analyst(session, situation)).toEqual(analyse(session, situation));
      }
    }),
    { numRuns: runs },
  );
}

const rules: readonly Raw[] = [
  {
    id: 'restore',
    fires_when: 'a.rec.restore > a.rec.rto',
    class: 'numeric',
    severity: 'block',
    title: '{a.rec.replication}',
  },
  { id: 'call', for: 'dep.dependencies', fires_when: "row.timeout > q('1 s')", title: '{row.next}' },
  {
    id: 'chain',
    for: 'dep.dependencies',
    fires_when: "row.timeout > row_of('dep.dependencies', row.next).timeout",
    merges_with: ['call'],
  },
  { id: 'backup', for: 'rec.backups', fires_when: 'row.interval > a.rec.rpo', title: '{row.dependency}' },
  { id: 'missing', class: 'missing', fires_when: "!known('rec.rpo')" },
  { id: 'thin', class: 'missing', fires_when: "thin('rec.note')" },
  { id: 'money', fires_when: "mentions('rec.note', 'money') && a.rec.rpo > q('1 min')" },
  { id: 'worker', archetypes: ['worker'], fires_when: "a.rec.rpo > q('1 min')" },
];

describe('an analyst that remembers', () => {
  it('says what a full analysis says, after any edits', () => {
    const bank = smallBank(...rules);
    const renamed = dependencies.map((row) => ({ ...row, name: `${row.name} 2` }));
    const edit = anEdit(bank, {
      'arc.tier': ['T0', 'T2', 'T3'],
      'arc.archetypes': [['worker'], ['http-api']],
      'rec.rpo': ['1 s', '1 h'],
      'rec.rto': ['1 h', '8 h'],
      'rec.restore': ['2 h', '9 h'],
      'rec.replication': ['sync', 'async'],
      'dep.dependencies': [dependencies, renamed, [{ id: 'redis', name: 'Redis' }]],
      'rec.backups': [[{ id: 'redis', dependency: 'redis', interval: '30 min' }]],
      'rec.note': [
        'It is fast.',
        'A refund is given.',
        'A refund is lost for 5 min when the zone of Paris fails.',
      ],
    });
    expectSameAsFull(bank, fc.array(edit, { minLength: 1, maxLength: 12 }), 150);
  });

  it('says so through facts and their inputs, in the shipped banks', () => {
    const shipped = shippedBank();
    const extra = smallBank(
      {
        id: 'x-ceiling',
        fires_when: 'f.availability_ceiling < a.rec.slo',
        title: 'At most {f.availability_ceiling}',
      },
      {
        id: 'x-share',
        for: 'dep.dependencies',
        fires_when: 'f.dependency_share[row.id] > 0.5',
        title: '{row.name}',
      },
    ).rules;
    const all = [...shipped.rules, ...extra];
    const bank = { ...shipped, rules: all, rule: (id: string) => all.find((rule) => rule.id === id) };
    const strong = (id: string) => rawValue(bank.question(id)!.strong!);
    const rows = strong('dep.dependencies') as readonly Record<string, unknown>[];
    const edit = anEdit(bank, {
      'arc.tier': ['T0', 'T2'],
      'rec.slo': ['99 %', '99.99 %'],
      'dep.dependencies': [
        rows,
        rows.slice(0, 2),
        rows.map((row) => ({ ...row, availability: '99.9 %', needed: 'hard' })),
      ],
      'rec.rpo': ['5 min', '24 h'],
      'rec.backups': [strong('rec.backups')],
      'traffic.peak_rate': ['900 req/s', '20 req/s'],
    });
    expectSameAsFull(bank, fc.array(edit, { minLength: 1, maxLength: 6 }), 25);
  });

  it('judges nothing again while nothing changed, and keeps the very findings', () => {
    const bank = smallBank(...rules);
    const session = aSession(bank, { 'rec.restore': '9 h', 'rec.rto': '1 h' });
    const analyst = createAnalyst(bank);
    const before = analyst(session, situationOf(session));
    const later = evolve(session, eventOf(['rec.note', { status: 'answered', value: 'It is fast.' }]));
    const after = analyst(later, situationOf(later));
    expect(before.findings).toHaveLength(1);
    expect(after.findings.find(({ id }) => id === 'restore')).toBe(before.findings[0]);
  });

  it('knows what a rule depends on: through facts, conditions, placeholders and references', () => {
    const bank = smallBank(...rules);
    const dependsOn = (id: string) =>
      [...(planRules(bank).rules.find(({ rule }) => rule.id === id)?.dependsOn ?? [])].sort();
    expect(dependsOn('restore')).toEqual([
      'arc.archetypes',
      'arc.tier',
      'rec.replication',
      'rec.restore',
      'rec.rto',
    ]);
    expect(dependsOn('backup')).toEqual([
      'arc.archetypes',
      'arc.tier',
      'dep.dependencies',
      'rec.backups',
      'rec.rpo',
    ]);
  });
});
