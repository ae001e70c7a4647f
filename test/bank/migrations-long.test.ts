import { describe, expect, it } from 'vitest';
import type { Migration } from '../../src/bank/bank.js';
import { migrateAnswers } from '../../src/bank/migrations.js';
import { aBank } from '../helpers/a-bank.js';

function migrate(answers: Readonly<Record<string, unknown>>, ...steps: readonly Partial<Migration>[]) {
  const questions = aBank()
    .question(
      { id: 'rec.rto', kind: 'quantity', dimension: 'duration' },
      { id: 'rec.owners', kind: 'list' },
      { id: 'rec.kinds', kind: 'many', options: [{ id: 'a' }, { id: 'b' }] },
      { id: 'rec.on', kind: 'confirm' },
      { id: 'rec.note', kind: 'text' },
    )
    .joined();
  const { migrations } = aBank()
    .migration(...steps.map((step, index) => ({ from: index + 1, ...step })))
    .build();
  const migrated = migrateAnswers(new Map(Object.entries(answers)), {
    bank: 'core',
    from: 1,
    migrations,
    question: questions.question,
  });
  return { ...migrated, answers: Object.fromEntries(migrated.answers) };
}

const nothing = { retired: {}, askAgain: {}, renamed: {} };

describe('an answer in its long form', () => {
  it('keeps what stands beside its value when its options change', () => {
    const map = { 'rec.a': { x: 'y', '1': 'one', true: 'yes' } };
    const given = { value: ['x', 'z', 1, true, null], why: 'x' };
    expect(migrate({ 'rec.a': given }, { map })).toEqual({
      answers: { 'rec.a': { value: ['y', 'z', 'one', 'yes', null], why: 'x' } },
      ...nothing,
    });
  });

  it('may have no value: then nothing of it changes', () => {
    const unknown = { state: 'unknown', why: 'x' };
    expect(migrate({ 'rec.a': unknown }, { map: { 'rec.a': { x: 'y' } } })).toEqual({
      answers: { 'rec.a': unknown },
      ...nothing,
    });
    expect(migrate({ 'rec.rto': unknown }, { retype: { 'rec.rto': 'quantity' } })).toEqual({
      answers: { 'rec.rto': unknown },
      ...nothing,
    });
  });

  it('keeps what stands beside its value when it is read as another kind', () => {
    expect(
      migrate({ 'rec.rto': { value: '4 hours', why: 'x' } }, { retype: { 'rec.rto': 'quantity' } }),
    ).toEqual({
      answers: { 'rec.rto': { value: '4 h', why: 'x' } },
      ...nothing,
    });
  });
});

describe('an answer that is read as another kind', () => {
  it('becomes a list of one or one option of many', () => {
    const retype = { 'rec.owners': 'list', 'rec.kinds': 'many' };
    expect(migrate({ 'rec.owners': 'Ada', 'rec.kinds': 'b' }, { retype })).toEqual({
      answers: { 'rec.owners': ['Ada'], 'rec.kinds': ['b'] },
      ...nothing,
    });
    expect(migrate({ 'rec.owners': ['Ada', 'Bo'], 'rec.kinds': ['a', 'b'] }, { retype }).answers).toEqual({
      'rec.owners': ['Ada', 'Bo'],
      'rec.kinds': ['a', 'b'],
    });
  });

  it('is asked again when it does not fit, or when its question is gone', () => {
    const because = 'it has another kind now';
    const answers = { 'rec.kinds': 'c', 'rec.gone': 'x', 'rec.rto': ['1 h'], 'rec.on': 'perhaps' };
    const retype = { 'rec.kinds': 'many', 'rec.gone': 'text', 'rec.rto': 'quantity', 'rec.on': 'confirm' };
    expect(migrate(answers, { retype })).toEqual({
      answers: {},
      retired: {
        'rec.kinds': { value: 'c', by: 'core 2', because },
        'rec.gone': { value: 'x', by: 'core 2', because },
        'rec.rto': { value: ['1 h'], by: 'core 2', because },
        'rec.on': { value: 'perhaps', by: 'core 2', because },
      },
      askAgain: {
        'rec.kinds': ['rec.kinds'],
        'rec.gone': ['rec.gone'],
        'rec.rto': ['rec.rto'],
        'rec.on': ['rec.on'],
      },
      renamed: {},
    });
  });

  it('is not asked again when it was never given', () => {
    expect(migrate({}, { retype: { 'rec.rto': 'quantity' }, map: { 'rec.rto': { a: 'b' } } })).toEqual({
      answers: {},
      ...nothing,
    });
  });

  it('is asked again when its quantity may mean two things', () => {
    expect(migrate({ 'rec.rto': '5' }, { retype: { 'rec.rto': 'quantity' } }).askAgain).toEqual({
      'rec.rto': ['rec.rto'],
    });
  });
});

describe('several steps', () => {
  it('are taken in the order of their versions, whatever order they are written in', () => {
    const steps = [
      { from: 3, rename: { 'rec.c': 'rec.d' } },
      { from: 1, rename: { 'rec.a': 'rec.b' } },
      { from: 2, rename: { 'rec.b': 'rec.c' } },
    ];
    expect(migrate({ 'rec.a': 'x' }, ...steps)).toEqual({
      answers: { 'rec.d': 'x' },
      retired: {},
      askAgain: {},
      renamed: { 'rec.a': 'rec.d', 'rec.b': 'rec.d', 'rec.c': 'rec.d' },
    });
  });

  it('carry what is asked again to its new name', () => {
    const steps = [{ split: { 'rec.a': ['rec.b', 'rec.c'] } }, { rename: { 'rec.b': 'rec.z' } }];
    expect(migrate({ 'rec.a': 'x' }, ...steps)).toEqual({
      answers: {},
      retired: { 'rec.a': { value: 'x', by: 'core 2', because: 'split into rec.b and rec.c' } },
      askAgain: { 'rec.c': ['rec.a'], 'rec.z': ['rec.a'] },
      renamed: { 'rec.b': 'rec.z' },
    });
  });

  it('ask no more for what a later one drops', () => {
    const steps = [{ ask_again: ['rec.a'] }, { drop: { 'rec.a': 'gone' } }];
    expect(migrate({ 'rec.a': 'x' }, ...steps)).toEqual({
      answers: {},
      retired: { 'rec.a': { value: 'x', by: 'core 2', because: 'its meaning changed' } },
      askAgain: {},
      renamed: {},
    });
  });

  it('name every old answer that helps with a new question', () => {
    const merge = { 'rec.all': ['rec.a', 'rec.b', 'rec.c'] };
    const because = 'merged into rec.all';
    expect(migrate({ 'rec.a': 1, 'rec.c': 3 }, { merge, split: { 'rec.x': ['rec.all'] } })).toEqual({
      answers: {},
      retired: { 'rec.a': { value: 1, by: 'core 2', because }, 'rec.c': { value: 3, by: 'core 2', because } },
      askAgain: { 'rec.all': ['rec.a', 'rec.c'] },
      renamed: {},
    });
    const both = { split: { 'rec.x': ['rec.all'] }, merge: { 'rec.all': ['rec.a'] } };
    expect(migrate({ 'rec.a': 1, 'rec.x': 2 }, both).askAgain).toEqual({ 'rec.all': ['rec.x', 'rec.a'] });
  });

  it('speak of questions by their new names once these are given', () => {
    const step = { rename: { 'rec.a': 'rec.b' }, map: { 'rec.b': { x: 'y' } }, drop: { 'rec.a': 'gone' } };
    expect(migrate({ 'rec.a': 'x' }, step)).toEqual({
      answers: { 'rec.b': 'y' },
      retired: {},
      askAgain: {},
      renamed: { 'rec.a': 'rec.b' },
    });
  });
});
