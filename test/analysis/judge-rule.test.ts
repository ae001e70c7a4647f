import { describe, expect, it } from 'vitest';
import { appliesTo, judgeRule, type Verdict } from '../../src/analysis/judge-rule.js';
import { planRules } from '../../src/analysis/rule-plan.js';
import { watched } from '../../src/analysis/watch.js';
import type { AnswerView } from '../../src/bank/index.js';
import { situationOf } from '../../src/interview/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { aSession, said } from './a-session.js';
import { dependencies, smallBank } from './small-bank.js';

type Answers = Readonly<Record<string, unknown>>;

function verdicts(rule: Raw, answers: Answers): readonly Verdict[] {
  const bank = smallBank({ id: 'x', ...rule });
  const [planned] = planRules(bank).rules;
  if (planned === undefined) throw new Error('The rule is not there.');
  return judgeRule(planned, bank, situationOf(aSession(bank, answers)).view);
}
const OVER = { for: 'dep.dependencies', fires_when: "row.timeout > q('1 s')" };
const [redis, mail] = [
  { id: 'redis', cells: { name: 'Redis', timeout: '50 ms' } },
  { id: 'mail', cells: { name: 'Mail provider', timeout: '10 s', next: 'redis' } },
];

describe('a rule about the whole', () => {
  const long = { fires_when: "a.rec.rpo > q('1 h') || a.rec.restore > q('9 h')" };

  it('fires, is quiet, or waits for what it needs', () => {
    expect(verdicts(long, { 'rec.rpo': '2 h' })).toEqual([{ is: 'fired', read: ['rec.rpo'] }]);
    expect(verdicts(long, { 'rec.rpo': '1 h' })).toEqual([]);
    expect(verdicts(long, {})).toEqual([{ is: 'undecided', needs: ['rec.rpo'] }]);
  });

  it('names what was read to decide it, and nothing that was not', () => {
    expect(verdicts(long, { 'rec.rpo': '1 h', 'rec.restore': '10 h' })).toEqual([
      { is: 'fired', read: ['rec.rpo', 'rec.restore'] },
    ]);
  });

  it('is broken where its condition is none, and says why', () => {
    const [verdict, ...others] = verdicts({ fires_when: 'known(' }, {});

    expect(others).toEqual([]);
    expect(verdict).toMatchObject({ is: 'broken' });
    expect(verdict?.is === 'broken' ? verdict.message : '').not.toBe('');
  });
});

describe('a rule over a table', () => {
  it('is judged once for each row', () => {
    expect(verdicts(OVER, { 'dep.dependencies': dependencies })).toEqual([
      { is: 'fired', row: mail, read: [] },
    ]);
    expect(verdicts({ ...OVER, fires_when: 'true' }, { 'dep.dependencies': dependencies })).toEqual([
      { is: 'fired', row: redis, read: [] },
      { is: 'fired', row: mail, read: [] },
    ]);
  });

  it('waits in the row that lacks what it needs', () => {
    const rows = [{ id: 'redis', name: 'Redis' }, ...dependencies.slice(1)];

    expect(verdicts(OVER, { 'dep.dependencies': rows })).toEqual([
      {
        ...{ is: 'undecided', row: { id: 'redis', cells: { name: 'Redis' } } },
        needs: ['dep.dependencies.timeout'],
      },
      { is: 'fired', row: mail, read: [] },
    ]);
  });

  it('waits for its table while nobody has filled it, and not where it does not apply', () => {
    expect(verdicts(OVER, {})).toEqual([{ is: 'undecided', needs: ['dep.dependencies'] }]);
    expect(verdicts(OVER, { 'dep.dependencies': [] })).toEqual([]);
    expect(
      verdicts(OVER, { 'dep.dependencies': said({ status: 'not-applicable', reason: 'it is alone' }) }),
    ).toEqual([]);
  });

  it('reads in each row what that row reads', () => {
    const both = { ...OVER, fires_when: "row.timeout > q('1 s') && a.rec.rpo > q('1 s')" };
    const answers = { 'dep.dependencies': dependencies, 'rec.rpo': '1 h' };

    expect(verdicts(both, answers)).toEqual([{ is: 'fired', row: mail, read: ['rec.rpo'] }]);
  });

  it('is broken where there is no such table', () => {
    expect(verdicts({ ...OVER, for: 'rec.note' }, {})).toEqual([
      { is: 'broken', message: 'rec.note is not a table of the bank.' },
    ]);
  });
});

describe('a rule about something missing', () => {
  const missing = { class: 'missing', fires_when: "!known('rec.rpo') && !known('rec.note')" };
  const unknown = said({ status: 'unknown' });

  it('fires when everything it looks for was asked and left', () => {
    const deferred = said({ status: 'deferred', meanwhile: 'wait' });

    expect(verdicts(missing, { 'rec.rpo': unknown, 'rec.note': deferred })).toMatchObject([{ is: 'fired' }]);
    expect(verdicts(missing, { 'rec.rpo': unknown })).toEqual([]);
    expect(verdicts(missing, {})).toEqual([]);
  });

  it('of another class fires at once', () => {
    expect(verdicts({ ...missing, class: 'risk' }, {})).toMatchObject([{ is: 'fired' }]);
  });
});

describe('what a rule is about', () => {
  const options = ['queue', 'page', 'batch'].map((id) => ({ id }));
  const core = aBank().question({ id: 'arc.archetypes', kind: 'many', options });
  const applies = (rule: Raw, chosen: readonly string[] | undefined, archetype?: string) => {
    const raw = { id: 'x', fires_when: 'true', ...rule };
    const bank =
      archetype === undefined
        ? core.rule(raw).joined()
        : core.joined(aBank().named('other', { archetype }).rule(raw).build());
    const answers = chosen === undefined ? {} : { 'arc.archetypes': chosen };
    const [planned] = planRules(bank).rules;
    if (planned === undefined) throw new Error('The rule is not there.');
    return appliesTo(planned, bank, situationOf(aSession(bank, answers)).view);
  };

  it('is anything, unless it or its bank names an archetype', () => {
    expect([applies({}, undefined), applies({}, ['page'])]).toEqual([true, true]);
  });

  it('is what one of its archetypes is', () => {
    const rule = { archetypes: ['queue', 'page'] };

    expect([
      applies(rule, undefined),
      applies(rule, ['batch']),
      applies(rule, ['page']),
      applies(rule, ['batch', 'queue']),
    ]).toEqual([false, false, true, true]);
  });

  it('is what its bank is about, and its own archetypes as well', () => {
    expect([applies({}, undefined, 'queue'), applies({}, ['page'], 'queue')]).toEqual([false, false]);
    expect(applies({}, ['queue'], 'queue')).toBe(true);
    expect(applies({ archetypes: ['page'] }, ['queue'], 'queue')).toBe(false);
    expect(applies({ archetypes: ['page'] }, ['page'], 'queue')).toBe(false);
    expect(applies({ archetypes: ['page'] }, ['queue', 'page'], 'queue')).toBe(true);
  });
});

describe('a view that is watched', () => {
  const view: AnswerView = {
    value: (id) => `value of ${id}`,
    status: () => 'answered',
    asked: () => true,
    source: () => 'guess',
    fact: () => 5,
    thin: () => true,
    mentions: (_, lexicon) => lexicon === 'money',
  };

  it('shows what it is a view of, and notes what was read, in order and once', () => {
    const { view: seen, take } = watched(view);

    expect([seen.value('c.c'), seen.status('b.b'), seen.asked('c.c')]).toEqual([
      ...['value of c.c', 'answered', true],
    ]);
    expect([
      seen.thin('a.a'),
      seen.fact('f.x'),
      seen.mentions('d.d', 'money'),
      seen.mentions('d.d', 'x'),
    ]).toEqual([true, 5, true, false]);
    expect(seen.source('e.e')).toBe('guess');
    expect(take()).toEqual(['c.c', 'b.b', 'a.a', 'f.x', 'd.d']);
  });

  it('begins anew once it was asked', () => {
    const { view: seen, take } = watched(view);
    seen.value('a.a');

    expect(take()).toEqual(['a.a']);
    expect(take()).toEqual([]);
    seen.value('b.b');
    expect(take()).toEqual(['b.b']);
  });
});
