import { describe, expect, it } from 'vitest';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const ANSWERS = 'specs/todo/answers.yaml';

const bank = (version: number, more: string): string => `format: 1
bank: acme
title: Rules of Acme
version: ${String(version)}
section: { id: acme, code: ACM, title: Rules of Acme, order: 900, intro: What Acme wants to know. }
${more}`;

const question = (id: string, kind: string, more = ''): string => `  - id: acme.${id}
    kind: ${kind}
    depth: quick
    scope: spec
    required: false
    prompt: What about ${id}?
    why: Somebody has to know.
${more}`;

const NEW = bank(
  2,
  `questions:
${question('review', 'text')}${question('peak', 'text')}${question('usual', 'text')}
migrations:
  - from: 1
    rename: { acme.check: acme.review }
    split: { acme.rate: [acme.peak, acme.usual] }
    drop: { acme.old: nobody asks for it any more }
`,
);

const OLD_ANSWERS = `format: 1
name: Todo
depth: quick
banks:
  core: 1
  acme: 1
answers:
  # kept as it is
  arc.tier: T3   # internal
  # who checks it, and when
  acme.check: every year   # since 2024
  acme.rate: 10 a day
  acme.old: gone
stale:
  acme.check: arc.tier
probes:
  # asked in a review
  - id: rule.late-check
    asks: Who checks it?
    about: [acme.check, acme.check.db.interval, arc.tier]
    value: the owner
waivers:
  - finding: late-check
    reason: one team
    owner: platform
    until: 2027-03-01
    given:
      acme.check.db.interval: 24 h
      acme.check: every year # as said
`;

const project = (acme = NEW, answers = OLD_ANSWERS): AWorld => {
  const world = aWorld();
  world.dir.write('.spec-interview/config.yaml', 'format: 1\nbanks:\n  - ./banks/acme\n');
  world.dir.write('banks/acme/bank.yaml', acme);
  world.dir.write(ANSWERS, answers);
  return world;
};

describe('upgrade', () => {
  it('R9: lists what would be kept, renamed, asked again and retired, and writes nothing', async () => {
    const world = project();
    const { code, out, err } = await world.run('upgrade', '--all', '--dry-run');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('bank      acme 1 → 2');
    expect(out).toContain('kept      1 answer\n');
    expect(out).toContain('renamed   acme.check → acme.review');
    expect(out).toContain('ask again acme.peak (was: acme.rate 10 a day)');
    expect(out).toContain('retired   acme.old');
    expect(world.dir.read(ANSWERS)).toBe(OLD_ANSWERS);
  });

  it('R9: moves the answers, keeps dropped ones as retired, and touches no other line; twice equals once', async () => {
    const world = project();
    expect((await world.run('upgrade', 'todo')).out).toContain('todo: upgraded.');
    const text = world.dir.read(ANSWERS);
    expect(text).toContain('  acme: 2\n');
    expect(text).toContain('  # kept as it is\n  arc.tier: T3   # internal\n');
    expect(text).toContain('  # who checks it, and when\n  acme.review: every year   # since 2024\n');
    expect(text).toContain('stale:\n  acme.review: arc.tier\n');
    expect(text).toMatch(/retired:\n(?: {2,}.*\n)* {2}acme\.old:/);
    expect(text).toMatch(/retired:\n(?: {2,}.*\n)* {2}acme\.rate:/);
    expect((await world.run('upgrade', 'todo')).out).toBe('todo: up to date.\n');
    expect(world.dir.read(ANSWERS)).toBe(text);
  });

  it('R9: follows a renamed question wherever it is named: what is stale, what a follow-up is about, what a waiver rests on', async () => {
    const world = project();
    expect((await world.run('upgrade', 'todo')).code).toBe(0);
    const text = world.dir.read(ANSWERS);
    const named = text.slice(text.indexOf('stale:'), text.indexOf('retired:'));
    expect(named).not.toContain('acme.check');
    expect(named).toMatch(/about:(?: \[|\n +- )acme\.review,?\s+(?:- )?acme\.review\.db\.interval/);
    expect(text).toContain('      acme.review.db.interval: 24 h\n');
    expect(text).toContain('      acme.review: every year');
    expect(text).toContain('  # asked in a review\n');
    expect(text).toContain('    value: the owner\n');
  });

  it('R9: brings the shared answers along when no spec is named, and leaves them alone otherwise', async () => {
    const world = project();
    const shared = 'format: 1\nbanks:\n  acme: 1\nanswers:\n  acme.check: every month # as agreed\n';
    world.dir.write('.spec-interview/context.yaml', shared);
    await world.run('upgrade', 'todo');
    expect(world.dir.read('.spec-interview/context.yaml')).toBe(shared);
    const trial = await world.run('upgrade', '--all', '--dry-run');
    expect(trial.out).toContain('context: would be upgraded; nothing is written.');
    expect(world.dir.read('.spec-interview/context.yaml')).toBe(shared);
    const { out, code } = await world.run('upgrade', '--all');
    expect(code).toBe(0);
    expect(out).toContain('Answer what is new with: spec-interview context');
    expect(world.dir.read('.spec-interview/context.yaml')).toBe(
      shared.replace('acme: 1', 'acme: 2').replace('acme.check', 'acme.review'),
    );
    expect((await world.run('upgrade', '--all')).out).toContain('context: up to date.');
  });

  it('R9: refuses answers that a future version wrote, whatever the command, and leaves every byte', async () => {
    const future = OLD_ANSWERS.replace('format: 1', 'format: 2');
    for (const command of ['upgrade', 'check', 'regenerate', 'resume'] as const) {
      const world = project(NEW, future);
      const { code, err } = await world.run(command, 'todo', ...(command === 'resume' ? ['--plain'] : []));
      expect(code).toBe(2);
      expect(err).toMatch(/answers\.yaml:1:\d+: The file has the format 2/);
      expect(world.dir.read(ANSWERS)).toBe(future);
    }
  });

  it('R9: refuses answers of a newer bank and of one that is not here', async () => {
    const newer = project(NEW, OLD_ANSWERS.replace('acme: 1', 'acme: 3').replace('core: 1', 'other: 1'));
    const { code, err } = await newer.run('upgrade', 'todo');
    expect(code).toBe(2);
    expect(err).toContain('version 3 of the bank acme; version 2 is here');
    expect(err).toContain('the bank other, which is not here');
  });
});
