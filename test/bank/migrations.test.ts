import { describe, expect, it } from 'vitest';
import { migrateAnswers, type JoinedBank, type Migration } from '../../src/bank/index.js';
import { aBank } from '../helpers/a-bank.js';

const joined = aBank()
  .question(
    { id: 'rec.rto', kind: 'quantity', dimension: 'duration' },
    { id: 'rec.owners', kind: 'list' },
    { id: 'rec.note', kind: 'text' },
  )
  .joined();

function migrate(answers: Readonly<Record<string, unknown>>, ...steps: readonly Partial<Migration>[]) {
  const { migrations } = aBank()
    .migration(...steps.map((step, index) => ({ from: index + 1, ...step })))
    .build();
  const question: JoinedBank['question'] = joined.question;
  const migrated = migrateAnswers(new Map(Object.entries(answers)), {
    bank: 'core',
    from: 1,
    migrations,
    question,
  });
  return { ...migrated, answers: Object.fromEntries(migrated.answers) };
}

const nothing = { retired: {}, askAgain: {}, renamed: {} };

describe('migrateAnswers', () => {
  it('leaves answers alone that no step names', () => {
    expect(migrate({ 'rec.note': 'as it was' }, {})).toEqual({
      answers: { 'rec.note': 'as it was' },
      ...nothing,
    });
  });

  it('moves an answer to its new id, long form and all', () => {
    const long = { value: '5 min', why: 'contract' };
    expect(migrate({ 'rec.loss': long }, { rename: { 'rec.loss': 'rec.rpo' } })).toEqual({
      answers: { 'rec.rpo': long },
      ...nothing,
      renamed: { 'rec.loss': 'rec.rpo' },
    });
  });

  it('lets two questions swap their ids', () => {
    const swapped = migrate(
      { 'rec.a': '1', 'rec.b': '2' },
      { rename: { 'rec.a': 'rec.b', 'rec.b': 'rec.a' } },
    );
    expect(swapped.answers).toEqual({ 'rec.a': '2', 'rec.b': '1' });
    expect(swapped.retired).toEqual({});
  });

  it('follows a name through several versions', () => {
    const steps = [{ rename: { 'rec.a': 'rec.b' } }, { rename: { 'rec.b': 'rec.c' } }];
    expect(migrate({ 'rec.a': 'x' }, ...steps)).toMatchObject({
      answers: { 'rec.c': 'x' },
      renamed: { 'rec.a': 'rec.c', 'rec.b': 'rec.c' },
    });
  });

  it('keeps the newer answer where both ids are answered, and retires the older', () => {
    expect(migrate({ 'rec.a': 'old', 'rec.b': 'new' }, { rename: { 'rec.a': 'rec.b' } })).toMatchObject({
      answers: { 'rec.b': 'new' },
      retired: { 'rec.a': { value: 'old', by: 'core 2', because: 'replaced by rec.b' } },
    });
  });

  it('maps options, in lists and in the long form too', () => {
    const map = { 'arc.tier': { critical: 'T0' }, 'arc.kinds': { api: 'http-api' } };
    const answers = { 'arc.tier': { value: 'critical', why: 'money' }, 'arc.kinds': ['api', 'worker'] };
    expect(migrate(answers, { map }).answers).toEqual({
      'arc.tier': { value: 'T0', why: 'money' },
      'arc.kinds': ['http-api', 'worker'],
    });
  });

  it('reads an answer as its new kind', () => {
    const retype = { 'rec.rto': 'quantity', 'rec.owners': 'list' };
    expect(migrate({ 'rec.rto': '4 hours', 'rec.owners': 'storage team' }, { retype })).toEqual({
      answers: { 'rec.rto': '4 h', 'rec.owners': ['storage team'] },
      ...nothing,
    });
  });

  it('asks again what does not fit its new kind, and keeps what was said', () => {
    expect(migrate({ 'rec.rto': 'as fast as we can' }, { retype: { 'rec.rto': 'quantity' } })).toEqual({
      answers: {},
      retired: {
        'rec.rto': { value: 'as fast as we can', by: 'core 2', because: 'it has another kind now' },
      },
      askAgain: { 'rec.rto': ['rec.rto'] },
      renamed: {},
    });
  });

  it('asks the parts of an answer that was split, showing the old one', () => {
    const split = { 'traffic.rate': ['traffic.average_rate', 'traffic.peak_rate'] };
    expect(migrate({ 'traffic.rate': '900 req/s' }, { split })).toEqual({
      answers: {},
      retired: {
        'traffic.rate': {
          value: '900 req/s',
          by: 'core 2',
          because: 'split into traffic.average_rate and traffic.peak_rate',
        },
      },
      askAgain: { 'traffic.average_rate': ['traffic.rate'], 'traffic.peak_rate': ['traffic.rate'] },
      renamed: {},
    });
  });

  it('asks the whole of answers that were merged, showing those that were given', () => {
    const merge = { 'rec.restore': ['rec.a', 'rec.b'] };
    expect(migrate({ 'rec.b': '1 h' }, { merge })).toMatchObject({
      answers: {},
      retired: { 'rec.b': { value: '1 h', because: 'merged into rec.restore' } },
      askAgain: { 'rec.restore': ['rec.b'] },
    });
  });

  it('retires a dropped answer with the reason, and asks nothing where nothing was said', () => {
    const drop = { 'traffic.users': 'replaced by traffic.average_rate' };
    expect(migrate({ 'traffic.users': 40000 }, { drop })).toMatchObject({
      retired: {
        'traffic.users': { value: 40000, by: 'core 2', because: 'replaced by traffic.average_rate' },
      },
      askAgain: {},
    });
    expect(migrate({}, { drop, ask_again: ['con.model'] })).toEqual({ answers: {}, ...nothing });
  });

  it('asks again what means something else now', () => {
    expect(migrate({ 'con.model': 'strong' }, { ask_again: ['con.model'] })).toMatchObject({
      answers: {},
      retired: { 'con.model': { value: 'strong', because: 'its meaning changed' } },
      askAgain: { 'con.model': ['con.model'] },
    });
  });

  it('starts at the version the answers were made with', () => {
    const { migrations } = aBank()
      .migration({ from: 1, drop: { 'rec.note': 'gone' } }, { from: 2 })
      .build();
    const plan = { bank: 'core', from: 2, migrations, question: joined.question };
    const migrated = migrateAnswers(new Map([['rec.note', 'kept']]), plan);
    expect(migrated.answers.get('rec.note')).toBe('kept');
  });
});
