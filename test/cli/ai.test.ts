import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { World } from '../../src/cli/world.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { aModelServer, says, type ModelServer, type Play } from '../llm/server.js';
import { eventually } from '../helpers/eventually.js';

const KEY = 'sk-ant-test-0123456789abcdef';

type Stage = { readonly world: AWorld; readonly server: ModelServer; readonly env: Record<string, string> };

async function aStage(...plays: readonly Play[]): Promise<Stage> {
  const server = await aModelServer(...plays);
  const world = aWorld();
  return { world, server, env: { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url } };
}

/** An interview line by line whose input is written while it runs. */
function talk({ world, env }: Stage, ...args: readonly string[]) {
  // Somebody sits there for the commands that ask one question; an interview is fed line by line.
  const stdin = Object.assign(new PassThrough(), { isTTY: args[0] === 'ai' });
  const [out, err] = [new PassThrough(), new PassThrough()];
  const texts = { out: '', err: '' };
  out.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  err.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const cwd = world.dir.path;
  const code = main({
    ...{ args, env, cwd, pid: 4242, host: 'here', home: join(cwd, 'home'), version: '0.0.0-test' },
    stdin: stdin as unknown as World['stdin'],
    stdout: out as unknown as World['stdout'],
    stderr: err as unknown as World['stderr'],
    now: () => Date.UTC(2026, 10, 21, 12),
    packageDir: join(import.meta.dirname, '..', '..'),
    onSignal: () => () => undefined,
  });
  return { say: (line: string) => void stdin.write(`${line}\n`), end: () => void stdin.end(), code, texts };
}

const LOG = join('home', '.local', 'share', 'spec-interview', 'ai-log.jsonl');
const PURPOSE = 'Limits how many requests one caller may send, so that one caller cannot starve the others.';
const asks = 'Which caller is starved first when the limit is counted per pod?';
const followUp = says({
  questions: [
    {
      asks,
      failure: 'Callers starve.',
      quotes: [{ answer: 'ctx.purpose', text: 'cannot starve the others' }],
    },
  ],
});

describe('agreeing to a model', () => {
  it('is kept in the own data folder, readable by the owner only, and can be taken back', async () => {
    const { world, env } = await aStage(followUp);
    const run = (...args: string[]) => world.runWith({ env }, 'ai', ...args);

    const shown = await run('consent');
    expect(shown.code).toBe(2);
    expect(shown.err).toMatch(/claude-sonnet-5-5 at http:\/\/127[\s\S]*private key[\s\S]*Not recognised/);
    expect(shown.err).toContain('200000 tokens');

    expect((await run('consent', '--yes')).code).toBe(0);
    const file = world.dir.join('home', '.local', 'share', 'spec-interview', 'consent.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await run('consent')).err).toContain('agreed already');

    expect((await run('forget')).code).toBe(0);
    expect((await run('consent')).code).toBe(2);
  });

  it('is asked for before anything is sent', async () => {
    const stage = await aStage(followUp);
    const { say, end, code, texts } = talk(stage, 'new', 'limiter', '--plain', '--ai', '--depth', 'quick');
    say('goto ctx.purpose');
    say(`${PURPOSE}\n.`);
    end();

    expect(await code).toBe(6);
    expect(texts.err).toContain('agree, with: spec-interview ai consent');
    expect(stage.server.seen).toHaveLength(0);
  });

  it.each([
    ['the project forbids it', 'ai: off', { ANTHROPIC_API_KEY: KEY }, 'the project does not allow it'],
    ['there is no key', 'ai: ask', {}, 'Set ANTHROPIC_API_KEY in the environment'],
  ])('does not help while %s', async (_, setting, env, line) => {
    const { world } = await aStage();
    world.dir.write('.spec-interview/config.yaml', `format: 1\n${setting}\n`);
    await world.runWith({ env: { ANTHROPIC_API_KEY: KEY } }, 'ai', 'consent', '--yes');

    const ran = await world.runWith({ env, stdin: '' }, 'new', 'limiter', '--plain', '--ai');

    expect(ran.err).toContain(line);
    expect(ran.err.split('\n').filter((each) => each.includes('model'))).toHaveLength(1);
  });
});

describe('an interview with a model', () => {
  it('asks its follow-up like any question, stores it, and shows what was sent', async () => {
    const stage = await aStage(followUp, says({ questions: [] }));
    await stage.world.runWith({ env: stage.env }, 'ai', 'consent', '--yes');
    const { say, end, code, texts } = talk(stage, 'new', 'limiter', '--plain', '--ai', '--depth', 'quick');
    say('goto ctx.purpose');
    say(`${PURPOSE}\n.`);
    await eventually(() => expect(stage.server.seen.length).toBeGreaterThan(0));
    // The exchange is written down right before its questions are raised.
    await eventually(() => expect(existsSync(stage.world.dir.join(LOG))).toBe(true));
    say('list');
    await eventually(() => expect(texts.out).toContain('(follow-up)'));
    const id = /probe:model\.[0-9a-f]{8}/.exec(texts.out)?.[0] ?? '';
    say(`goto ${id}`);
    await eventually(() => expect(texts.out).toContain(asks));
    say('dismiss');
    await eventually(() => expect(texts.out).toContain('dismissed'));
    end();

    expect(texts.out).toContain('Follow-up question of claude-sonnet-5-5');
    expect(texts.out).toContain('Callers starve.');
    expect(await code).toBe(6);
    const answers = stage.world.dir.read('specs/limiter/answers.yaml');
    expect(answers).toMatch(
      /- id: model\.[0-9a-f]{8}\n {4}by: claude-sonnet-5-5, prompt [0-9a-f]{4}, answer /,
    );
    expect(answers).toContain('dismissed: true');
    expect(texts.err).toMatch(/claude-sonnet-5-5 used \d+ of 200000 tokens/);

    const log = await stage.world.runWith({ env: stage.env }, 'ai', 'log');
    expect(log.out).toContain('follow-up, claude-sonnet-5-5: ok, 150 tokens, 0 secrets masked');
    expect(log.out).toContain('cannot starve the others');
    expect(log.out).not.toContain(KEY);
  });

  it('leaves the answers as they are without one, whatever the model does', async () => {
    const [quiet, noisy] = [await aStage(), await aStage(says('{"questions": [{"asks": "\u001b[2J"}]}'))];
    await noisy.world.runWith({ env: noisy.env }, 'ai', 'consent', '--yes');
    const files = [];
    for (const [stage, ...more] of [[quiet], [noisy, '--ai']] as const) {
      const { say, end, code, texts } = talk(stage, 'new', 'limiter', '--plain', '--depth', 'quick', ...more);
      say('goto ctx.purpose');
      say(`${PURPOSE}\n.`);
      await eventually(() => expect(texts.out).toMatch(/: Limits how/));
      end();
      await code;
      files.push(stage.world.dir.read('specs/limiter/answers.yaml'));
    }

    expect(files[1]).toBe(files[0]);
  });
});

describe('review --ai', () => {
  it('prints objections with their quotes, counts what was dropped, and records nothing by itself', async () => {
    const finding = {
      ...{ severity: 'high', title: 'No number', why: 'Nobody can test it.', asks: 'How many are too many?' },
      quotes: [{ answer: 'ctx.purpose', text: 'cannot starve the others' }],
    };
    const invented = { ...finding, quotes: [{ answer: 'ctx.purpose', text: 'unlimited' }] };
    const { world, env } = await aStage(says({ findings: [finding, invented] }));
    await world.runWith({ env }, 'ai', 'consent', '--yes');
    await world.run('new', 'limiter', '--set', `ctx.purpose=${PURPOSE}`, '--yes');
    const before = world.dir.read('specs/limiter/answers.yaml');

    const text = await world.runWith({ env }, 'review', 'limiter', '--ai');
    const json = await world.runWith({ env }, 'review', 'limiter', '--ai', '--json');

    expect(text.out).toMatch(
      /What claude-sonnet-5-5 adds[\s\S]*1\. high {2}No number[\s\S]*1 finding dropped/,
    );
    expect(JSON.parse(json.out)).toMatchObject({
      critic: { dropped: 1, objections: [{ title: 'No number' }] },
    });
    expect(world.dir.read('specs/limiter/answers.yaml')).toBe(before);
  });

  it('reviews without a model when it may not be asked', async () => {
    const { world, env, server } = await aStage(says({ findings: [] }));
    await world.run('new', 'limiter', '--set', `ctx.purpose=${PURPOSE}`, '--yes');

    const ran = await world.runWith({ env }, 'review', 'limiter', '--ai');

    expect(ran.code).toBe(0);
    expect(ran.out).not.toContain('adds;');
    expect(server.seen).toHaveLength(0);
  });
});

describe('an answer looked at with a model', () => {
  const tight = 'Limits how many requests one caller may send, so that it cannot starve others.';

  async function answered(...plays: readonly Play[]): Promise<Stage> {
    const stage = await aStage(...plays);
    stage.world.dir.write(
      'given.yaml',
      `format: 1\nname: limiter\nanswers:\n  ctx.purpose:\n    value: ${PURPOSE}\n    source: measured\n    why: gateway logs\n`,
    );
    await stage.world.run('new', 'limiter', '--answers', 'given.yaml', '--yes');
    await stage.world.runWith({ env: stage.env }, 'ai', 'consent', '--yes');
    return stage;
  }

  it.each([
    ['takes the tighter text when the person agrees, and keeps source and reason', 'y', tight],
    ['leaves it alone otherwise', 'n', PURPOSE],
  ])('%s', async (_, said, expected) => {
    const stage = await answered(says({ text: tight }));
    const { say, end, code, texts } = talk(stage, 'ai', 'polish', 'limiter', 'ctx.purpose');
    await eventually(() => expect(texts.err).toContain('Take the text on the right?'));
    say(said);
    end();

    expect(await code).toBe(0);
    expect(texts.out).toMatch(/^Limits how many requests one caller {2,}\| Limits how many/);
    const answers = stage.world.dir.read('specs/limiter/answers.yaml');
    expect(answers.replaceAll(/\s+/g, ' ')).toContain(expected);
    expect(answers).toContain('source: measured');
    expect(answers).toContain('why: gateway logs');
  });

  it('never offers a text that says something else', async () => {
    const { world, env } = await answered(says({ text: tight.replace('cannot', 'can') }));
    const before = world.dir.read('specs/limiter/answers.yaml');

    const ran = await world.runWith({ env }, 'ai', 'polish', 'limiter', 'ctx.purpose');

    expect(ran.err).toContain('the negation not is gone');
    expect(ran.out).toBe('');
    expect(world.dir.read('specs/limiter/answers.yaml')).toBe(before);
  });

  it('is rated offline first, then by the model, whose quotes must be literal', async () => {
    const rating = { rating: 'fair', good: 'It names the harm.', next: 'How many requests are too many?' };
    const { world, env, server } = await answered(says({ ...rating, quote: 'cannot starve the others' }));
    const run = () => world.runWith({ env }, 'ai', 'coach', 'limiter', 'ctx.purpose');

    const literal = await run();
    server.play(says({ ...rating, quote: 'is limited to 9 req/s' }));
    const invented = await run();
    server.play(says('no'));
    const failed = await run();

    expect(literal.out).toContain('rates it fair. It names the harm. ("cannot starve the others")');
    expect(literal.out).toContain('How many requests are too many?');
    expect(invented.out).not.toContain('9 req/s');
    expect(failed.out).not.toContain('rates it');
    expect(failed.out.split('\n').length).toBeGreaterThan(2);
    expect(failed.err).toContain('The reply of the model is not what was asked for.');
  });

  it('has to be there', async () => {
    const { world, env } = await answered();

    expect(await world.runWith({ env }, 'ai', 'polish', 'limiter', 'rec.rpo')).toMatchObject({ code: 2 });
    expect(await world.runWith({ env }, 'ai', 'polish', 'limiter', 'arc.tier')).toMatchObject({ code: 2 });
  });
});

describe('ai log', () => {
  it('says so when nothing was sent, and gives one document with --json', async () => {
    const { world } = await aStage();

    expect((await world.run('ai', 'log')).err).toContain('Nothing was ever sent.');
    expect(JSON.parse((await world.run('ai', 'log', '--json')).out)).toEqual({ entries: [] });
    expect((await world.run('ai', 'what')).code).toBe(2);
  });
});
