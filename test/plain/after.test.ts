import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/facts/index.js';
import { figureText, thinLines } from '../../src/plain/after.js';
import { aSession } from '../helpers/a-session.js';
import { aBank } from '../helpers/a-bank.js';
import { talked } from './talking.js';

describe('what is said after an answer', () => {
  it('names the row of a figure beside its title, whatever the title is', () => {
    const title = 'The system is down whenever the dependency is';
    const figure = { id: 'f.down', title, subject: 'db', text: 'yes', formula: 'hard', inputs: [] } as const;
    const said = figureText({ ...figure, value: 'yes' } as unknown as Fact);
    expect(said).toBe('The system is down whenever the dependency is (db): yes (hard)');
  });

  it('keeps apart what is missing, for a part may hold commas', () => {
    const thin = { id: 'a', missing: ['a name: who, or which one', 'a limit'], vague: ['fast'] };
    expect(thinLines(thin)).toEqual([
      'That answer would be stronger with a name: who, or which one; a limit.',
      'That answer is open to interpretation: fast.',
    ]);
  });

  it('says how a quantity was understood only where that differs from what is recorded', async () => {
    const share = {
      id: 'rec.slo',
      kind: 'quantity',
      dimension: 'percent',
      depth: 'quick',
      label: 'Target',
    } as const;
    const session = aSession(aBank().question(share).joined()).depth('quick').build();
    const { out } = await talked(session, ['99.9 %', 'goto rec.slo', '99.90 %']);
    expect(out).toContain('Target: 99.9 %\n');
    expect(out).not.toContain('understood as 99.9 %)');
  });
});
