import { describe, expect, it } from 'vitest';
import { runRuleExamples } from '../../src/analysis/index.js';
import { aBank, type Raw } from '../helpers/a-bank.js';
import { smallBank } from './small-bank.js';
import { shippedBank } from './shipped-bank.js';

const row = (interval?: string) => ({
  'rec.rpo': '24 h',
  'rec.backups': [{ id: 'db', dependency: 'db', ...(interval === undefined ? {} : { interval }) }],
});
const rule = (over: Raw): Raw => ({
  id: 'rare-backup',
  for: 'rec.backups',
  fires_when: 'row.interval > 0.8 * a.rec.rpo',
  examples: { fires: row('24 h'), quiet: row('1 h'), undecided: row() },
  ...over,
});
const messages = (...rules: readonly Raw[]) =>
  runRuleExamples(smallBank(...rules)).map(({ message }) => message);

describe('the examples inside rules', () => {
  it('pass when every one is judged as it says', () => {
    expect(messages(rule({}))).toEqual([]);
  });

  it('are problems when they are judged otherwise', () => {
    const examples = { fires: row('1 h'), quiet: row(), undecided: row('24 h') };
    expect(messages(rule({ examples }))).toEqual([
      'The example `fires` of rare-backup leaves the rule quiet.',
      'The example `quiet` of rare-backup leaves the rule undecided: it needs rec.backups.interval.',
      'The example `undecided` of rare-backup makes the rule fire.',
    ]);
  });

  it('are problems when they answer nothing that is asked, or not in its kind', () => {
    const examples = { fires: { 'rec.nothing': '1 h' }, quiet: { 'rec.rpo': 'a while' } };
    expect(messages(rule({ examples }))).toEqual([
      'The example `fires` of rare-backup answers rec.nothing, which no bank asks.',
      expect.stringContaining('The example `quiet` of rare-backup does not fit rec.rpo: '),
    ]);
  });

  it('are problems when the condition cannot be judged', () => {
    expect(messages(rule({ fires_when: "row.dependency > q('1 h')" }))[0]).toContain('cannot be judged');
  });

  it('see what they name, whatever the `when` of its question says', () => {
    const examples = {
      fires: { 'arc.tier': 'T3', 'rec.rto': '2 h' },
      quiet: { 'arc.tier': 'T3', 'rec.rto': '1 h' },
      undecided: {},
    };
    const hidden = { id: 'hidden', fires_when: "a.rec.rto > q('1 h')", examples };
    expect(messages(hidden)).toEqual([]);
  });

  it('choose the archetype their rule is for', () => {
    const examples = { fires: { 'rec.rpo': '2 h' }, quiet: { 'rec.rpo': '1 h' } };
    const worker = { id: 'worker', archetypes: ['worker'], fires_when: "a.rec.rpo > q('1 h')", examples };
    expect(messages(worker)).toEqual([]);
    const elsewhere = { ...examples, fires: { ...examples.fires, 'arc.archetypes': ['http-api'] } };
    expect(messages({ ...worker, examples: elsewhere })).toHaveLength(1);
  });

  it('choose the archetype of the bank their rule stands in', () => {
    const options = [{ id: 'queue' }, { id: 'page' }];
    const core = aBank().question({ id: 'arc.archetypes', kind: 'many', options });
    const examples = { fires: { 'wrk.depth': '2' }, quiet: { 'wrk.depth': '1' }, undecided: {} };
    const worker = aBank()
      .named('worker', { archetype: 'queue' })
      .question({ id: 'wrk.depth', kind: 'quantity', dimension: 'count' })
      .rule({ id: 'deep', fires_when: 'a.wrk.depth > 1.0', examples });
    expect(runRuleExamples(core.joined(worker.build()))).toEqual([]);
  });

  it('of a rule about something missing fire on what was asked and left unknown', () => {
    const examples = { fires: {}, quiet: { 'rec.rpo': '1 h' } };
    expect(messages({ id: 'missing', class: 'missing', fires_when: "!known('rec.rpo')", examples })).toEqual(
      [],
    );
  });

  it('pass in the shipped banks', () => {
    const problems = runRuleExamples(shippedBank());
    expect(problems.map(({ message }) => message)).toEqual([]);
  });
});
