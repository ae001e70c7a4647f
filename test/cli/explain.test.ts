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

  it('tells the whole story of a question', async () => {
    const { code, out } = await aWorld().run('explain', 'rec.rpo');

    expect(code).toBe(0);
    for (const part of ['Why: ', 'Weak: ', 'Strong: ', 'Words', 'What the spec will say', 'Checked by'])
      expect(out).toContain(part);
    expect(out).toContain('The system shall');
    expect(out).toContain('rpo-zero-without-second-copy (block)');
    expect(out).toContain('What happened elsewhere');
    expect(out).toContain('What the spec should have said:');
    expect(out).toMatch(/^ {2}https:\/\/\S+$/m);
  });

  it('tells the whole story of a rule, in words', async () => {
    const { code, out } = await aWorld().run('explain', 'scenario-rpo-zero-with-async-copy');

    expect(code).toBe(0);
    for (const part of ['Why: ', 'Ask: ', 'speaks up', 'is quiet', 'Good answers', 'What happened elsewhere'])
      expect(out).toContain(part);
    expect(out).toContain('(rec.replication): ');
    expect(out).not.toContain('{');
  });

  it('names with a question the rules that read it through a figure only', async () => {
    const rule = await aWorld().run('explain', 'start-in-a-circle');
    const [, read = ''] = /\(([a-z]+\.[a-z_]+)\): /.exec(rule.out) ?? [];
    const question = await aWorld().run('explain', read);

    expect(rule.out).toContain('f.startup_is_cyclic');
    expect(rule.out).not.toContain(`a.${read}`);
    expect(question.out).toContain('start-in-a-circle (');
  });

  it('tells of a term and an incident which questions they belong to', async () => {
    const { out } = await aWorld().runWith({ stdin: 'idempotent\ngithub-2018-10\n' }, 'explain');

    expect(out).toContain('Questions that use it');
    expect(out).toContain('Checked because of it');
    expect(out).toContain('rpo-zero-without-second-copy:');
  });

  it('tells everything within 80 columns, links apart, and leaves no place unnamed', async () => {
    const bank = await aWorld().run('banks', 'list', '--json');
    const ids = [...new Set(bank.out.match(/"id": "[a-z0-9_.-]+"/g) ?? [])].map((id) => id.slice(7, -1));
    const { out } = await aWorld().runWith({ stdin: `${ids.join('\n')}\n` }, 'explain');

    expect(ids.length).toBeGreaterThan(300);
    expect(out.split('\n').filter((line) => line.length > 80 && !/^\s*https?:/.test(line))).toEqual([]);
    expect(out.match(/.*(: undefined|<[a-z_.]*_[a-z_.]*>).*/g) ?? []).toEqual([]);
  });
});
