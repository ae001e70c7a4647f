import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/analysis/index.js';
import { buildSpec, type SpecDocument } from '../../src/spec/index.js';
import { aBank } from '../helpers/a-bank.js';
import { aSession, type SessionBuilder } from '../helpers/a-session.js';

const text = (id: string) => ({ id, label: id, kind: 'text', ask: 'row' });

const bank = aBank()
  .section('dep', { title: 'Dependencies' })
  .section('rec', { title: 'Recovery' })
  .question(
    {
      id: 'dep.dependencies',
      kind: 'table',
      key: 'name',
      columns: [
        { ...text('name'), required: true },
        text('fail_mode'),
        text('when_slow'),
        { ...text('passes_key'), kind: 'confirm' },
      ],
    },
    {
      id: 'rec.failures',
      kind: 'table',
      key: 'component',
      columns: [{ ...text('component'), required: true }, text('mode'), text('response')],
    },
  )
  .joined();

const nothing: Analysis = {
  ...{ findings: [], unchecked: [], thin: [], probes: [] },
  ...{ decides: new Map(), broken: [] },
};

const documentOf = (session: SessionBuilder): SpecDocument => buildSpec(session.build(), nothing);

const dependencies = [
  { id: 'redis', cells: { name: 'Redis', fail_mode: 'refuse', passes_key: false } },
  { id: 'mail', cells: { name: 'Mail', when_slow: 'wait', passes_key: true } },
];
const failures = [
  { id: 'redis', cells: { component: 'Redis', mode: 'stale', response: 'read the database' } },
  { id: 'mail', cells: { component: 'Mail', mode: 'lost' } },
];
const asked = aSession(bank).answered('dep.dependencies', dependencies);

describe('the failures of each dependency', () => {
  it('are answered by its own row, or by a failure that names it and says what follows', () => {
    expect(documentOf(asked.answered('rec.failures', failures)).matrix).toEqual([
      {
        id: 'redis',
        name: 'Redis',
        answered: [
          { mode: 'crash', from: 'dep.dependencies.redis.fail_mode' },
          { mode: 'stale', from: 'rec.failures.redis' },
        ],
        silent: ['slow', 'wrong', 'partial', 'duplicate', 'lost'],
      },
      {
        id: 'mail',
        name: 'Mail',
        answered: [
          { mode: 'slow', from: 'dep.dependencies.mail.when_slow' },
          { mode: 'duplicate', from: 'dep.dependencies.mail.passes_key' },
        ],
        silent: ['crash', 'wrong', 'partial', 'stale', 'lost'],
      },
    ]);
  });

  it('are an open question of a deep spec, once', () => {
    const whole = asked.answered('rec.failures', failures);
    const about = (session: SessionBuilder) =>
      documentOf(session)
        .openQuestions.filter(({ id }) => id === 'rec.failures')
        .map(({ prompt }) => prompt);

    expect(about(whole)).toEqual([
      'What happens in the failures of Redis and Mail that are listed as not answered?',
    ]);
    expect(about(whole.depth('standard'))).toEqual([]);
    expect(about(asked)).toHaveLength(1);
    expect(about(asked)).not.toEqual(about(whole));
  });
});
