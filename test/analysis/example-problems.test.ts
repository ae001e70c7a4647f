import { describe, expect, it } from 'vitest';
import { runRuleExamples } from '../../src/analysis/rule-examples.js';
import type { JoinedBank } from '../../src/bank/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { smallBank } from './small-bank.js';

const HINT = 'Correct the example, or the condition in `fires_when`.';
const long = (over: Raw): Raw => ({
  ...{ id: 'long', fires_when: "a.rec.rpo > q('1 h')" },
  examples: { fires: { 'rec.rpo': '2 h' }, quiet: { 'rec.rpo': '1 h' } },
  ...over,
});
const problems = (...rules: readonly Raw[]) => runRuleExamples(smallBank(...rules));
const messages = (bank: JoinedBank) => runRuleExamples(bank).map(({ message }) => message);

describe('an example that is judged otherwise than it says', () => {
  it('is one problem each, with what to do', () => {
    const examples = {
      ...{ fires: {}, quiet: { 'rec.rpo': '2 h' }, undecided: { 'rec.rpo': '1 h' } },
    };

    expect(problems(long({ examples }))).toEqual([
      {
        ...{ code: 'rule-example', hint: HINT },
        message: 'The example `fires` of long leaves the rule undecided: it needs rec.rpo.',
      },
      { code: 'rule-example', hint: HINT, message: 'The example `quiet` of long makes the rule fire.' },
      { code: 'rule-example', hint: HINT, message: 'The example `undecided` of long leaves the rule quiet.' },
    ]);
  });

  it('has the place where it is written', () => {
    const asked: unknown[] = [];
    const place = { file: 'bank.yaml', line: 7, column: 3 };
    const bank: JoinedBank = {
      ...smallBank(long({ examples: { fires: {}, quiet: { 'rec.rpo': '1 h' } } })),
      placeOf: (...where) => {
        asked.push(where);
        return place;
      },
    };

    expect(runRuleExamples(bank)).toMatchObject([{ code: 'rule-example', place }]);
    expect(asked).toEqual([['rule long', ['examples', 'fires']]]);
  });

  it('says of several rows each answer that it needs once', () => {
    const rows = (interval?: string) => ({
      'dep.dependencies': [
        { id: 'a', name: 'A', ...(interval === undefined ? {} : { timeout: interval }) },
        { id: 'b', name: 'B' },
      ],
    });
    const rule = {
      ...{ id: 'slow', for: 'dep.dependencies', fires_when: "row.timeout > q('1 s') && row.p99 > q('1 s')" },
      examples: { fires: rows(), quiet: rows('1 s') },
    };

    expect(problems(rule).map(({ message }) => message)).toEqual([
      'The example `fires` of slow leaves the rule undecided: it needs dep.dependencies.timeout, dep.dependencies.p99.',
      'The example `quiet` of slow leaves the rule undecided: it needs dep.dependencies.timeout, dep.dependencies.p99.',
    ]);
  });

  it('fires when one of its rows does, though another is undecided', () => {
    const rows = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B', timeout: '2 s' },
    ];
    const rule = {
      ...{ id: 'slow', for: 'dep.dependencies', fires_when: "row.timeout > q('1 s')" },
      examples: { fires: { 'dep.dependencies': rows }, quiet: { 'dep.dependencies': [] } },
    };

    expect(problems(rule)).toEqual([]);
  });

  it('is a problem of its own where the rule cannot be judged', () => {
    const rule = long({ for: 'rec.note', fires_when: 'row.x == 1.0' });
    const message = 'cannot be judged: rec.note is not a table of the bank.';

    expect(problems(rule).map((problem) => problem.message)).toEqual([
      `The example \`fires\` of long ${message}`,
      `The example \`quiet\` of long ${message}`,
    ]);
  });

  it('is no example of an answer that its question would refuse', () => {
    const [first] = problems(long({ examples: { fires: { 'rec.rpo': 5 }, quiet: { 'rec.rpo': '1 h' } } }));

    expect(first?.message).toMatch(/^The example `fires` of long does not fit rec\.rpo: .+/);
  });

  it('decides a rule about something missing by what was left unknown, and only where it fires', () => {
    const rule = { id: 'missing', class: 'missing', fires_when: "!known('rec.rpo')" };
    const messagesOf = (fires: object, quiet: object) =>
      problems({ ...rule, examples: { fires, quiet } }).map(({ message }) => message);

    expect(messagesOf({}, { 'rec.rpo': '1 h' })).toEqual([]);
    expect(messagesOf({ 'rec.rpo': '1 h' }, {})).toEqual([
      'The example `fires` of missing leaves the rule quiet.',
    ]);
  });
});

describe('the archetypes of an example', () => {
  const options = ['queue', 'page', 'own'].map((id) => ({ id }));
  const core = () => aBank().question({ id: 'arc.archetypes', kind: 'many', options });
  const depth = { id: 'wrk.depth', kind: 'quantity', dimension: 'count' };
  const examples = { fires: { 'wrk.depth': '2' }, quiet: { 'wrk.depth': '1' } };
  const deep = { id: 'deep', fires_when: 'a.wrk.depth > 1.0', examples };
  const queue = (...rules: readonly Raw[]) =>
    aBank()
      .named('worker', { archetype: 'queue' })
      .question(depth)
      .rule(...rules)
      .build();

  it('are those of the questions it answers', () => {
    expect(messages(core().rule(deep).joined(queue()))).toEqual([]);
  });

  it('are those of the questions that its rule reads', () => {
    const either = {
      ...{ id: 'either', fires_when: "status('wrk.depth') == 'not-asked'" },
      examples: { fires: { 'arc.archetypes': ['page'] }, quiet: {} },
    };

    expect(messages(core().rule(either).joined(queue()))).toEqual([]);
  });

  it('are that of the bank of its rule together with the first its rule names', () => {
    const both = {
      ...deep,
      archetypes: ['page', 'own'],
      fires_when: "'page' in a.arc.archetypes && a.wrk.depth > 1.0",
    };

    expect(messages(core().joined(queue(both)))).toEqual([]);
  });

  it('stand as the example gives them', () => {
    const said = {
      fires: { 'arc.archetypes': ['queue'], 'wrk.depth': '2' },
      quiet: { 'arc.archetypes': ['page'], 'wrk.depth': '2' },
    };

    expect(messages(core().joined(queue({ ...deep, examples: said })))).toEqual([]);
  });
});
