import { describe, expect, it } from 'vitest';
import { aWorld } from '../helpers/a-world.js';

describe('explain', () => {
  it.each([
    ['rec.rpoo', 'rec.rpo (question)'],
    ['idempotnt', 'idempotent (term)'],
    ['retry amplificaton', 'retry-amplification (rule)'],
    ['gitlab', '(incident): GitLab'],
  ])('finds what %j may have meant', async (word, near) => {
    const { code, err } = await aWorld().run('explain', word);

    expect(code).toBe(2);
    expect(err).toContain(`Nothing is called ${word}.`);
    expect(err).toContain(near);
    expect(err.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('says nothing is near words that stand nowhere', async () => {
    const { err } = await aWorld().run('explain', 'qqqqqqqq');
    expect(err).toBe('Nothing is called qqqqqqqq.\n');
  });

  it('without a word tells the story of each line it is given', async () => {
    const { code, out, err } = await aWorld().runWith(
      { stdin: 'rec.rpo\nidempotent\n\nrec.rto\n' },
      'explain',
    );

    expect(code).toBe(0);
    expect(out).toContain('(rec.rpo)');
    expect(out).toContain('idempotent:');
    expect(out).not.toContain('(rec.rto)');
    expect(err).toBe('');
  });

  it('without a word goes on after a line that names nothing, and ends with 2', async () => {
    const { code, out, err } = await aWorld().runWith({ stdin: 'rec.rpoo\nrec.rpo\n' }, 'explain');

    expect(code).toBe(2);
    expect(err).toContain('rec.rpo (question)');
    expect(out).toContain('(rec.rpo)');
  });
});
