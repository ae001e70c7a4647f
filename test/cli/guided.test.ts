import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const ANSWERS = 'specs/limiter/answers.yaml';

/** A short interview in lines that only append: answers, a table, standings, back and undo, then the end. */
const LINES: readonly string[] = [
  ...['http-api', 'T2', 'new', 'system-of-record'],
  ...['Callers starve each other; each gets at most 900 req/s.', '.', 'goto ctx.non_goals', 'Billing', ''],
  ...['goto traffic.peak_rate', '1.2k rps', 'back', 'goto traffic.average_rate', '400 req/s', 'undo'],
  ...['goto rec.rpo', 'unknown @dba by 15 Dec', 'goto rec.rto', 'n/a nothing is promised'],
  ...['goto traffic.instances', 'skip', 'review', 'finish'],
];

const lines = (...more: readonly string[]): string => [...LINES, ...more, ''].join('\n');

async function interviewed(options: readonly string[], stdin: string) {
  const world = aWorld();
  const args = ['new', 'limiter', '--plain', '--depth', 'quick', ...options];
  return { world, ran: await world.runWith({ stdin }, ...args) };
}

const filesOf = ({ dir }: AWorld): readonly string[] =>
  [ANSWERS, 'specs/limiter/spec.md', 'specs/limiter/brief.md'].map((file) => dir.read(file));

describe('a guided interview in lines', () => {
  it('leaves the same bytes as one that is not guided, with the same lines', async () => {
    const plain = await interviewed([], lines());
    const guided = await interviewed(['--guided'], lines('yes'));

    expect(filesOf(guided.world)).toEqual(filesOf(plain.world));
    expect(guided.ran.code).toBe(plain.ran.code);
    expect(guided.world.dir.read(ANSWERS)).toContain('traffic.peak_rate: 1200 req/s');
    expect(existsSync(plain.world.dir.join('specs/limiter/learning.md'))).toBe(false);
  });

  it('tells what goes wrong, gives reasons and examples, coaches, and says what an answer changed', async () => {
    const { ran } = await interviewed(['--guided'], lines('yes'));
    const out = ran.out.replaceAll(/\s+/g, ' ');

    expect(out).toContain('What goes wrong here: Building what nobody needed.');
    expect(out).toContain('It happened: Healthcare.gov, 2013: A fixed date and a test with too few.');
    expect(out).toContain('Why it matters: ');
    expect(out).toMatch(/A weak answer: .* A strong answer: /);
    expect(out).toMatch(/Words: [a-z, -]+; why explains them\./);
    expect(out).toContain('It has a number with its unit.');
    expect(out).toContain('What your answer changed:');
    expect(out).toContain('The spec says (REQ-TRF-');
    expect(out).toContain('To know that it is unknown is an answer');
    expect(out).not.toContain('That answer would be stronger');
    expect(ran.out).not.toContain('\u001b');
  });

  it('ends with a report that is kept beside the spec when somebody says yes', async () => {
    const { world, ran } = await interviewed(['--guided'], lines('yes'));
    const text = world.dir.read('specs/limiter/learning.md');

    expect(ran.out).toContain('Kinds of failure left open:');
    expect(ran.err).toContain('specs/limiter/learning.md');
    expect(text).toMatch(/^# What the interview for limiter taught\n\n## What you covered\n\n- /);
    expect(text.match(/explain [\w.-]+\)/g)).toHaveLength(3);
    expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
  });

  it('keeps no report without a yes, and never replaces one that is there', async () => {
    const { world } = await interviewed(['--guided'], lines(''));
    expect(existsSync(world.dir.join('specs/limiter/learning.md'))).toBe(false);

    world.dir.write('specs/limiter/learning.md', 'mine\n');
    const again = ['resume', 'limiter', '--plain', '--guided'];
    await world.runWith({ stdin: 'review\nfinish\nyes\n' }, ...again);
    expect(world.dir.read('specs/limiter/learning.md')).toBe('mine\n');
    expect(existsSync(world.dir.join('specs/limiter/learning-2.md'))).toBe(true);
    const { code, err } = await world.run('check', 'limiter');
    expect([code, err]).toEqual([0, expect.not.stringContaining('learning')]);
  });

  it('is turned on in the middle by a word, and continued by the command that resume names', async () => {
    const { ran } = await interviewed([], 'guide\nquit\n');
    expect(ran.out).toContain('Guided mode: reasons, examples and a coach');
    expect(ran.out.replaceAll(/\s+/g, ' ')).toContain(
      'What goes wrong here: A design for the wrong kind of system.',
    );

    const guided = await interviewed(['--guided'], 'http-api\nquit\n');
    expect(guided.ran.err).toContain('spec-interview resume limiter --guided');
  });
});

describe('how it looks', () => {
  it('is ASCII in lines where the locale is not UTF-8, apart from what a person wrote', async () => {
    const stdin = lines('yes').replace('Callers starve', 'Callers of 日本 starve');
    const world = aWorld();
    const args = ['new', 'limiter', '--plain', '--guided', '--depth', 'quick'];
    const { out } = await world.runWith({ stdin, env: { LANG: 'C' } }, ...args);
    expect(out).toContain('Callers of 日本 starve');
    expect(out.replaceAll('日本', '')).toMatch(/^[\x20-\x7e\n]+$/);
    expect(world.dir.read(ANSWERS)).toContain('日本');
  });

  it('refuses a theme that nobody made, and says so of the environment without stopping', async () => {
    const refused = await aWorld().run('new', 'limiter', '--plain', '--theme', 'neon');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('default or high-contrast')]);

    const env = { SPEC_INTERVIEW_THEME: 'neon' };
    const told = await aWorld().runWith({ stdin: 'quit\n', env }, 'new', 'limiter', '--plain');
    expect([told.code, told.err]).toEqual([6, expect.stringContaining('neon is not a theme')]);
  });
});
