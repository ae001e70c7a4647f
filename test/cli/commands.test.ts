import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { worstExit } from '../../src/cli/exit-codes.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';

const LIMITER = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');

const withLimiter = async (): Promise<AWorld> => {
  const world = aWorld();
  await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
  return world;
};

describe('new without a person', () => {
  it('saves given answers, renders the default formats and exits 0', async () => {
    const world = aWorld();
    const { code, err } = await world.run('new', 'Rate limiter', '--answers', LIMITER, '--yes');
    expect(code).toBe(0);
    expect(err).toContain('specs/rate-limiter/spec.md');
    expect(world.dir.read('specs/rate-limiter/spec.md')).toContain('# Rate limiter');
    expect(world.dir.read('specs/rate-limiter/brief.md')).toContain('Rate limiter');
    expect(existsSync(world.dir.join('specs/rate-limiter/.base/manifest.json'))).toBe(true);
    expect(existsSync(world.dir.join('specs/rate-limiter/.lock'))).toBe(false);
  });

  it('lists every missing required answer with the flag that sets it and exits 6', async () => {
    const { code, err } = await aWorld().run('new', 'Todo', '--set', 'arc.tier=T2', '--yes');
    expect(code).toBe(6);
    expect(err).toContain('--set arc.archetypes=');
    expect(err).toContain('--set ctx.purpose=');
    expect(err).not.toContain('--set arc.tier=');
  });

  it('lets --set win over --answers', async () => {
    const world = aWorld();
    await world.run(
      'new',
      'Rate limiter',
      '--answers',
      LIMITER,
      '--set',
      'traffic.peak_rate=15k rps',
      '--yes',
    );
    expect(world.dir.read('specs/rate-limiter/answers.yaml')).toContain('traffic.peak_rate: 15000 req/s');
  });

  it('refuses a wrong value with the rule, the value and an example, and writes nothing', async () => {
    const world = aWorld();
    const { code, err } = await world.run(
      'new',
      'Todo',
      '--set',
      'arc.tier=T9',
      '--set',
      'traffic.peak_rate=lots',
      '--yes',
    );
    expect(code).toBe(2);
    expect(err).toContain('arc.tier');
    expect(err).toContain('traffic.peak_rate');
    expect(existsSync(world.dir.join('specs/todo/answers.yaml'))).toBe(false);
  });

  it('names the nearest question for an unknown id', async () => {
    const { code, err } = await aWorld().run('new', 'Todo', '--set', 'traffic.peek_rate=1 req/s', '--yes');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean traffic.peak_rate?');
  });

  it('I4: says in one line what to do without a terminal, and exits 2', async () => {
    const { code, err, out } = await aWorld().run('new');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('--answers');
  });

  it('needs a name', async () => {
    const { code, err } = await aWorld().run('new', '--yes');
    expect(code).toBe(2);
    expect(err).toContain('no name');
  });
});

describe('answer', () => {
  it('writes one answer and touches no other line', async () => {
    const world = await withLimiter();
    const before = world.dir.read('specs/rate-limiter/answers.yaml').split('\n');
    const { code } = await world.run(
      'answer',
      'rate-limiter',
      'rec.rpo',
      '5 min',
      '--why',
      'buckets refill',
      '--source',
      'estimate',
    );
    expect(code).toBe(0);
    const after = world.dir.read('specs/rate-limiter/answers.yaml').split('\n');
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect(after.join('\n')).toContain('value: 5 min');
    expect(after.join('\n')).toContain('why: buckets refill');
  });

  it.each([
    [['--status', 'unknown', '--owner', 'storage', '--due', '2026-12-15'], 'owner: storage'],
    [['--status', 'not-applicable', '--reason', 'nothing is stored'], 'reason: nothing is stored'],
    [['--status', 'deferred', '--meanwhile', 'refuse with 503'], 'meanwhile: refuse with 503'],
  ])('takes %j instead of a value', async (flags, line) => {
    const world = await withLimiter();
    const { code } = await world.run('answer', 'rate-limiter', 'rec.rto', ...flags);
    expect(code).toBe(0);
    expect(world.dir.read('specs/rate-limiter/answers.yaml')).toContain(line);
  });

  it('refuses a status without what it needs, and an unknown one', async () => {
    const world = await withLimiter();
    expect(
      (await world.run('answer', 'rate-limiter', 'rec.rto', '--status', 'not-applicable')).err,
    ).toContain('reason');
    expect((await world.run('answer', 'rate-limiter', 'rec.rto', '--status', 'maybe')).code).toBe(2);
    expect((await world.run('answer', 'rate-limiter', 'rec.rto', '--status', 'assumed')).code).toBe(2);
  });

  it('keeps what was said beside an answer whose value changes, and refuses an unknown source', async () => {
    const world = await withLimiter();
    const set = ['answer', 'rate-limiter', 'rec.rpo'];
    await world.run(...set, '5 min', '--why', 'buckets refill', '--source', 'estimate');
    await world.run(...set, '6 min', '--source', 'measured');
    const answers = world.dir.read('specs/rate-limiter/answers.yaml');
    expect(answers).toMatch(/value: 6 min\n +why: buckets refill\n +source: measured/);
    const { code, err } = await world.run(...set, '7 min', '--source', 'hearsay');
    expect([code, err]).toEqual([2, expect.stringContaining('hearsay is not a source')]);
  });

  it('reads the value from standard input', async () => {
    const world = await withLimiter();
    const { code } = await world.runWith(
      { stdin: 'Two sentences of purpose.\nAnd one more.\n' },
      'answer',
      'rate-limiter',
      'ctx.purpose',
      '-',
    );
    expect(code).toBe(0);
    expect(world.dir.read('specs/rate-limiter/answers.yaml')).toContain('    And one more.');
  });

  it('says that an answer beyond the depth is used, and that a spec does not exist', async () => {
    const world = await withLimiter();
    expect((await world.run('answer', 'rate-limiter', 'traffic.growth', '8 %/month')).err).toContain('deep');
    expect((await world.run('answer', 'nothing', 'arc.tier', 'T1')).err).toContain(
      'There is no spec nothing',
    );
    expect((await world.run('answer', 'rate-limiter', 'arc.teer', 'T1')).err).toContain('arc.tier');
  });
});

describe('regenerate', () => {
  it('renders again after an answer has changed', async () => {
    const world = await withLimiter();
    await world.run('answer', 'rate-limiter', 'traffic.peak_rate', '15k rps');
    expect((await world.run('regenerate', 'rate-limiter')).code).toBe(0);
    expect(world.dir.read('specs/rate-limiter/spec.md')).toMatch(/15,?000 req\/s/);
  });

  it('never loses a human edit', async () => {
    const world = await withLimiter();
    const spec = world.dir.join('specs/rate-limiter/spec.md');
    writeFileSync(spec, `${readFileSync(spec, 'utf8')}\nA remark by hand.\n`);
    await world.run('regenerate', '--all');
    expect(readFileSync(spec, 'utf8')).toContain('A remark by hand.');
  });

  it('stops at values that do not fit their question, unless told not to', async () => {
    const world = await withLimiter();
    const answers = world.dir.join('specs/rate-limiter/answers.yaml');
    writeFileSync(answers, readFileSync(answers, 'utf8').replace('arc.stage: new', 'arc.stage: newish'));
    const { code, err } = await world.run('regenerate', 'rate-limiter');
    expect(code).toBe(2);
    expect(err).toContain('arc.stage');
    expect((await world.run('regenerate', 'rate-limiter', '--allow-invalid')).code).toBe(6);
    expect(world.dir.read('specs/rate-limiter/answers.yaml')).toContain('newish');
  });

  it('asks which spec is meant, and names the unknown', async () => {
    const world = await withLimiter();
    await world.run('new', 'Second', '--answers', LIMITER, '--yes');
    expect((await world.run('regenerate')).err).toContain('rate-limiter, second');
    expect((await world.run('regenerate', 'third')).code).toBe(2);
  });
});

describe('review and waive', () => {
  it('prints findings, gaps and what would have to be guessed', async () => {
    const world = await withLimiter();
    const { code, out } = await world.run('review', 'rate-limiter');
    expect(code).toBe(0);
    expect(out).toContain('Findings');
    expect(out).toContain('Open questions');
    expect(out).toContain('What an assistant would have to guess');
  });

  it('prints exactly one JSON document', async () => {
    const world = await withLimiter();
    const { out } = await world.run('review', 'rate-limiter', '--json');
    const data = JSON.parse(out) as { findings: readonly { id: string }[] };
    expect(data.findings.length).toBeGreaterThan(0);
  });

  it('waives a finding until an answer it rests on changes', async () => {
    const world = await withLimiter();
    const waive = [
      'waive',
      'rate-limiter',
      'fallback-not-shared.redis',
      '--owner',
      'platform',
      '--until',
      '2027-01-31',
    ];
    expect((await world.run(...waive, '--reason', '')).code).toBe(2);
    const over = await world.run(...waive.with(-1, '2020-01-01'), '--reason', 'no longer of interest');
    expect([over.code, over.err]).toEqual([2, expect.stringContaining('2020-01-01 is over')]);
    expect((await world.run(...waive, '--reason', 'twelve times for minutes is acceptable')).code).toBe(0);
    expect((await world.run('review', 'rate-limiter')).out).toContain('Waived');
    await world.run('answer', 'rate-limiter', 'traffic.instances', '40');
    expect((await world.run('review', 'rate-limiter')).out).toContain('no longer holds');
  });

  it('names the nearest finding', async () => {
    const world = await withLimiter();
    const { err, code } = await world.run(
      'waive',
      'rate-limiter',
      'fallback-not-shared.reddis',
      '--reason',
      'a',
      '--owner',
      'b',
      '--until',
      '2027-01-01',
    );
    expect(code).toBe(2);
    expect(err).toContain('Did you mean fallback-not-shared.redis?');
  });
});

describe('small commands', () => {
  it('shows the status of the other specs when one cannot be read, and exits 2', async () => {
    const world = await withLimiter();
    mkdirSync(world.dir.join('specs/empty'));
    writeFileSync(world.dir.join('specs/empty/answers.yaml'), '');
    const { code, out, err } = await world.run('status');
    expect([code, out]).toEqual([2, expect.stringContaining('rate-limiter')]);
    expect(err).toContain('The file is empty.');
  });

  it.each(['check', 'regenerate', 'upgrade'])('%s says that a project holds no spec yet', async (command) => {
    const { code, err } = await aWorld().run(command);
    expect([code, err]).toEqual([2, expect.stringContaining('There is no spec in this project yet.')]);
  });

  it.each([
    ['check', '--fail-on', 'hgh', 'Did you mean high?'],
    ['check', '--output', 'jsn', 'Did you mean json?'],
  ])('%s refuses %s %s, which would switch it off', async (command, option, word, says) => {
    const world = await withLimiter();
    const { code, err } = await world.run(command, 'rate-limiter', option, word);
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  it.each(['unknown', 'not-applicable'])(
    'refuses a value beside %s instead of dropping it',
    async (status) => {
      const world = await withLimiter();
      const before = world.dir.read('specs/rate-limiter/answers.yaml');
      const given = ['answer', 'rate-limiter', 'rec.rpo', '5 min', '--status', status, '--reason', 'none'];
      const { code, err } = await world.run(...given);
      expect([code, err]).toEqual([2, expect.stringContaining('the one that is given would be lost')]);
      expect(world.dir.read('specs/rate-limiter/answers.yaml')).toBe(before);
    },
  );

  it('says in its status what is open, and whether the documents follow the answers', async () => {
    const world = await withLimiter();
    expect((await world.run('status')).out).toMatch(/answered \(\w+\) {2}\d+ questions? open/);
    await world.run('regenerate', 'rate-limiter');
    expect((await world.run('status')).out).not.toMatch(/stale|never rendered/);
    await world.run('answer', 'rate-limiter', 'rec.rto', '7 min');
    expect((await world.run('status')).out).toContain('stale (answers changed)');
    const { out } = await world.run('status', '--json');
    expect(JSON.parse(out)).toMatchObject({ specs: [{ stale: ['answers changed'] }] });
  });

  it('lists specs and their status, as text and as JSON', async () => {
    const world = await withLimiter();
    expect((await world.run('list')).out).toBe('rate-limiter\n');
    expect(JSON.parse((await world.run('list', '--json')).out)).toEqual({ specs: ['rate-limiter'] });
    expect((await world.run('status')).out).toContain('rate-limiter');
    const status = JSON.parse((await world.run('status', 'rate-limiter', '--json')).out) as {
      specs: readonly { spec: string }[];
    };
    expect(status.specs[0]?.spec).toBe('rate-limiter');
    expect((await world.run('status', 'nothing')).code).toBe(2);
  });

  it('says how to start when there is no spec', async () => {
    expect((await aWorld().run('status')).out).toContain('spec-interview new');
    expect((await aWorld().run('resume')).err).toContain('no spec');
  });

  it.each(['rec.rpo', 'arc.tier', 'fallback-not-shared', 'rpo', 'gitlab-2017-01', 'dep.dependencies'])(
    'explains %s',
    async (word) => {
      const { code, out } = await aWorld().run('explain', word);
      expect(code).toBe(0);
      expect(out.split('\n').length).toBeGreaterThan(1);
    },
  );

  it('finds near words for what it does not know', async () => {
    const { code, err } = await aWorld().run('explain', 'idempotensy');
    expect(code).toBe(2);
    expect(err).toContain('idempotent');
    expect((await aWorld().run('explain')).code).toBe(2);
  });

  it('lints, tests and lists the shipped banks, and prints their schema', async () => {
    const world = aWorld();
    expect(await world.run('banks', 'lint')).toMatchObject({ code: 0 });
    expect(await world.run('banks', 'test')).toMatchObject({ code: 0 });
    const list = JSON.parse((await world.run('banks', 'list', '--json')).out) as {
      questions: readonly unknown[];
    };
    expect(list.questions.length).toBeGreaterThan(155);
    expect((await world.run('banks', 'list')).out).toContain('rec.rpo');
    expect(JSON.parse((await world.run('banks', 'schema')).out)).toHaveProperty('$schema');
    expect((await world.run('banks', 'burn')).code).toBe(2);
  });

  it('reports every problem of a bank with file, line and column', async () => {
    const world = aWorld();
    world.dir.write(
      'banks/bad/bank.yaml',
      'format: 1\nbank: bad\ntitle: Bad\nversion: 1\nsections:\n  - { id: bad, code: BAD, title: Bad, order: 900, intro: Nothing. }\nsection: bad\nquestions:\n  - id: bad.one\n    kind: txet\n    prompt: What?\n    why: So.\n',
    );
    const { code, err } = await world.run('banks', 'lint', 'banks/bad');
    expect(code).toBe(2);
    expect(err).toMatch(/bank\.yaml:10:11: /);
    expect(err).toContain('txet');
  });

  it('takes formats separated by commas, and given several times', async () => {
    const world = aWorld();
    const limiter = join(import.meta.dirname, '..', '..', 'question-banks', 'cases', 'rate-limiter.yaml');
    await world.run(
      'new',
      'One',
      '--answers',
      limiter,
      '--yes',
      '--format',
      'brief,review',
      '--format',
      'spec',
    );
    const { err } = await world.run('regenerate', 'one', '--format', 'spec', '--format', 'brief,review');
    expect(err).toContain('specs/one/spec.md');
    expect(err).toContain('specs/one/brief.md');
    expect(err).toContain('specs/one/review.md');
  });

  it('lists, lints and copies formats', async () => {
    const world = aWorld();
    expect((await world.run('formats', 'list')).out).toContain('spec.md');
    expect(JSON.parse((await world.run('formats', 'list', '--json')).out)).toHaveProperty('formats');
    expect(await world.run('formats', 'lint')).toMatchObject({ code: 0 });
    expect(await world.run('formats', 'eject', 'spec')).toMatchObject({ code: 0 });
    expect(existsSync(world.dir.join('.spec-interview/templates/spec/template.yaml'))).toBe(true);
    expect((await world.run('formats', 'eject')).code).toBe(2);
    expect((await world.run('formats', 'burn')).code).toBe(2);
  });

  it('says where a template of the project itself is wrong', async () => {
    const world = aWorld();
    await world.run('formats', 'eject', 'brief');
    const own = '.spec-interview/templates/brief/brief.hbs';
    world.dir.write(own, `{{nmae}}\n${world.dir.read(own)}`);
    const { code, err } = await world.run('formats', 'lint', 'brief');
    expect(code).not.toBe(0);
    expect(err).toContain(`${own}:1:3: There is no field nmae here. Did you mean name?`);
  });

  it('refuses to copy a format whose own set the project has, and leaves every byte of it', async () => {
    const world = aWorld();
    await world.run('formats', 'eject', 'spec');
    world.dir.write('.spec-interview/templates/spec/template.yaml', 'edited: by the team\n');
    const { code, err } = await world.run('formats', 'eject', 'spec');
    expect(code).toBe(2);
    expect(err).toContain(
      'its own set of spec already, in .spec-interview/templates/spec. Nothing is written.',
    );
    expect(err).toContain('move that folder away and run spec-interview formats eject spec again');
    expect(world.dir.read('.spec-interview/templates/spec/template.yaml')).toBe('edited: by the team\n');
    expect((await world.run('formats', 'eject', '..')).err).toContain('There is no format');
  });

  it('checks the machine and the project', async () => {
    const { code, out } = await aWorld().run('doctor');
    expect(code).toBe(0);
    expect(out).toContain('banks');
    const broken = aWorld();
    broken.dir.write('.spec-interview/config.yaml', 'format: 1\nspecz: here\n');
    const told = await broken.run('doctor', '--json');
    expect(told.code).toBe(2);
    expect(JSON.parse(told.out)).toMatchObject({ fine: false });
    expect(told.out).toContain('specs');
  });

  it.each(['bash', 'zsh', 'fish'])('prints a completion script for %s with every command', async (shell) => {
    const { code, out } = await aWorld().run('completion', shell);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(command.name);
  });

  it('knows no completion for other shells', async () => {
    expect((await aWorld().run('completion', 'tcsh')).code).toBe(2);
  });
});

const tooWide = (text: string): readonly string[] => text.split('\n').filter((line) => line.length > 80);

describe('the command line', () => {
  it.each(COMMANDS.map((command) => command.name))('%s has help with two examples', async (name) => {
    const { code, out } = await aWorld().run(name, '--help');
    expect(code).toBe(0);
    expect(out.match(/^ {2}\$ spec-interview/gm)).toHaveLength(2);
    expect(tooWide(out)).toEqual([]);
    expect(await aWorld().run('help', name)).toEqual({ code, out, err: '' });
  });

  it('prints help and version', async () => {
    const { out } = await aWorld().run('--help');
    expect(out).toContain('Start here:');
    expect(tooWide(out)).toEqual([]);
    for (const { name, summary } of COMMANDS) {
      const line = out.split('\n').find((one) => one.startsWith(`  ${name} `)) ?? '';
      expect(line).toContain(summary.split(' ', 3).join(' '));
    }
    expect((await aWorld().run('help')).out).toBe(out);
    expect(await aWorld().run('help', 'reveiw')).toMatchObject({ code: 2, out: '' });
    expect((await aWorld().run('--version')).out.trim()).toBe('0.0.0-test');
  });

  const withDir = COMMANDS.filter(({ options }) => options.some(({ flags }) => flags.startsWith('--dir')));

  it.each(withDir.map((command) => [command.name, command]))(
    '%s refuses a folder that is not there',
    async (name, { words }) => {
      const headless = name === 'new' || name === 'context' ? ['--set', 'ctx.purpose=x', '--yes'] : [];
      const given = words
        .filter((word) => word.startsWith('<'))
        .map((word) => (word.includes('|') ? word.slice(1).split('|', 1).join('') : 'x'));
      const { code, out, err } = await aWorld().run(name, ...given, '--dir', 'nope', ...headless);
      expect(name === 'doctor' ? out : err).toMatch(/There is no folder \S+nope\. Make it first/);
      expect(code).toBe(2);
    },
  );

  it('suggests the nearest command', async () => {
    const { code, err } = await aWorld().run('reveiw', 'x');
    expect(code).toBe(2);
    expect(err).toContain('review');
  });

  it('refuses unknown options and depths', async () => {
    expect((await aWorld().run('new', 'x', '--deep', '--yes')).code).toBe(2);
    expect((await aWorld().run('new', 'x', '--depth', 'abyss', '--yes')).err).toContain(
      'quick, standard or deep',
    );
    expect((await aWorld().run('new', 'x', '--set', 'nothing', '--yes')).err).toContain('--set arc.tier=T1');
  });

  it('gives the worst of several exit codes', () => {
    expect(worstExit([6, 3, 4])).toBe(3);
    expect(worstExit([0, 6])).toBe(6);
    expect(worstExit([7, 5, 2])).toBe(2);
    expect(worstExit([])).toBe(0);
  });
});
