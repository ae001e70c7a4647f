import { describe, expect, it } from 'vitest';
import type { Proposed } from '../../src/form/index.js';
import { aSession } from '../helpers/a-session.js';
import { limiterBank } from '../interview/bank.js';
import { talked } from './talking.js';

const fresh = () => aSession(limiterBank()).depth('quick').build();
const proposals = new Map<string, Proposed>([
  ['ctx.purpose', { value: 'Limit all requests', evidence: 'package.json:3' }],
]);

describe('what a repository suggests, line by line', () => {
  it('is said with where it was read, and becomes the answer by one word', async () => {
    const { out, session } = await talked(fresh(), ['take'], { proposals });

    expect(out).toContain('Read from package.json:3: Limit all requests\ntake takes that as the answer.');
    expect(session.saved.answers.get('ctx.purpose')).toEqual({
      status: 'answered',
      value: 'Limit all requests',
      source: 'code',
      evidence: 'package.json:3',
    });
  });

  it('is never recorded unasked, and another answer is the own one', async () => {
    const left = await talked(fresh(), ['', 'save'], { proposals });
    expect(left.session.saved.answers.size).toBe(0);

    const { session } = await talked(fresh(), ['Limit each caller'], { proposals });
    expect(session.saved.answers.get('ctx.purpose')).toEqual({
      status: 'answered',
      value: 'Limit each caller',
    });
  });

  it('is not there for most questions, which take says', async () => {
    const { out, session } = await talked(fresh(), ['take']);

    expect(out).toContain('Nothing was read from the repository for this question.');
    expect(session.saved.answers.size).toBe(0);
  });

  it('stands beside the lines of the own notes', async () => {
    const { out } = await talked(fresh(), [], { notesFor: () => ['callers starve each other'] });

    expect(out).toContain('Your notes: callers starve each other');
  });
});
