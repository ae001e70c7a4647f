import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSession } from '../../src/interview/index.js';
import { buildDrill, caughtBy, compareAnswers } from '../../src/spec/index.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { root } from '../house/program.js';
import { readShipped } from '../render/shipped.js';

const ARGS = ['practice', 'todo-api', '--seed', '7'] as const;
const KEPT = 'home/.local/share/spec-interview/practice.jsonl';
const skips = (count: number): string => 'skip\n'.repeat(count);

const played = async (world: AWorld, stdin: string) => world.runWith({ stdin }, ...ARGS);

describe('practice', () => {
  it('reveals after each answer what a senior said, and at the end the flaw, as committed', async () => {
    const { code, out } = await played(aWorld(), '\n'.repeat(3) + skips(8));

    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot(path.join('practice', 'reveal.txt'));
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('counts a flaw as caught when an answer settles it, and says by which', async () => {
    const { out } = await played(aWorld(), `400 req/s\n${skips(8)}`);

    expect(out).toContain('Caught          By your answer to traffic.peak_rate.');
    expect(out).not.toContain('Missed');
  });

  it('keeps the progress of a person on this machine, and shows the weakest section first', async () => {
    const world = aWorld();
    await played(world, `\n2\n${skips(8)}`);
    const { out } = await world.run('practice', '--stats');

    expect(world.dir.read(KEPT).trim().split('\n')).toHaveLength(1);
    expect(out).toContain('1 exercise; swapped answers: 0 caught, 1 missed.');
    expect(out).toContain('Missed at: traffic.peak_rate');
    const { out: json } = await world.run('practice', '--stats', '--json');
    const { sections } = JSON.parse(json) as { sections: readonly { answers: number; sound: number }[] };
    const shares = sections.map(({ answers, sound }) => sound / answers);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(sections.reduce((sum, { answers }) => sum + answers, 0)).toBe(5);
  });

  it('ends at any question with what was answered kept, and leaves no trace without an answer', async () => {
    const world = aWorld();
    expect((await played(world, 'quit\n')).code).toBe(0);
    expect((await world.run('practice', '--stats')).out).toContain('Nothing is practised yet.');

    await played(world, 'why\nhelp\n400 req/s\nquit\n');
    expect((await world.run('practice', '--stats')).out).toContain('1 exercise; swapped answers: 0 caught');
  });

  it.each([
    [['practice', 'todo'], 'Did you mean todo-api?'],
    [['practice', 'nothing-like-it'], 'Cases: login, payments, rate-limiter, todo-api.'],
    [['practice', '--seed', 'seven'], 'The seed seven is not a whole number.'],
  ])('refuses %j and says what to do', async (args, says) => {
    const { code, err } = await aWorld().run(...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('an exercise', () => {
  const { bank, cases } = readShipped(root);
  const variants = cases.flatMap((file) => [1, 2].map((seed) => ({ id: file.caseInfo.id, seed, file })));

  it.each(variants)('of $id with the seed $seed has one flaw that its own question catches', (variant) => {
    const { raw, caseInfo } = variant.file;
    const { session } = openSession({ bank, mode: 'spec', saved: raw, context: new Map() });
    const drill = buildDrill({ session, ...caseInfo }, variant.seed);
    if (drill?.flaw.step.value === undefined) throw new Error('no flaw');
    const { step, value } = drill.flaw;

    expect(drill.steps.map(({ id }) => id)).toContain(step.id);
    expect(drill.steps.length).toBeGreaterThanOrEqual(5);
    expect(caughtBy(drill, [])).toBeUndefined();
    expect(caughtBy(drill, [{ step, value }])).toBeUndefined();
    expect(caughtBy(drill, [{ step, value: drill.flaw.step.value }])?.id).toBe(step.id);
    const { yours, seniors } = compareAnswers(drill, step, value);
    expect(yours.findings.length).toBeGreaterThan(0);
    expect(seniors.findings.filter(({ id }) => id.split('.')[0] === drill.flaw.notice)).toEqual([]);
    const again = buildDrill({ session, ...caseInfo }, variant.seed);
    expect([...(again?.draft.saved.answers ?? [])]).toEqual([...drill.draft.saved.answers]);
  });

  it('changes flaw and numbers with the seed', () => {
    const limiter = cases.find(({ caseInfo }) => caseInfo.id === 'rate-limiter');
    if (limiter === undefined) throw new Error('no case');
    const { session } = openSession({ bank, mode: 'spec', saved: limiter.raw, context: new Map() });
    const made = [1, 2, 3, 4, 5, 6].flatMap(
      (seed) => buildDrill({ session, ...limiter.caseInfo }, seed) ?? [],
    );

    expect(made).toHaveLength(6);
    expect(new Set(made.map(({ flaw }) => flaw.step.id)).size).toBe(2);
    const rates = made.map(({ sound }) => sound.saved.answers.get('traffic.average_rate')?.value);
    expect(new Set(rates).size).toBeGreaterThan(2);
  });
});
