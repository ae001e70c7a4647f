import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { program } from '../house/program.js';
import type { TempDir } from '../helpers/temp-dir.js';
import { aModelServer, isSilent, says, type ModelServer, type Play } from '../llm/server.js';
import { aProject, built, recorded, startProgram } from './spec-interview.js';
import { eventually } from '../helpers/eventually.js';

const ROUTED = ['arc.archetypes=http-api', 'arc.tier=T2', 'arc.stage=new', 'arc.state_class=stateless'];
const PURPOSE = 'Callers starve each other; with this, each gets at most 900 req/s.';
const finding = {
  ...{
    severity: 'high',
    title: 'No number for all',
    why: 'The sum is open.',
    asks: 'How many callers are there?',
  },
  quotes: [{ answer: 'ctx.purpose', text: 'at most 900 req/s' }],
};

async function aStage(
  play: Play,
  ...sets: readonly string[]
): Promise<{ server: ModelServer; dir: TempDir; env: Record<string, string> }> {
  const server = await aModelServer(play);
  const dir = aProject();
  const given = [...ROUTED, ...sets].flatMap((set) => ['--set', set]);
  spawnSync(process.execPath, [program, 'new', 'limiter', '--depth', 'quick', ...given, '--yes'], {
    cwd: dir.path,
  });
  const env = { ANTHROPIC_API_KEY: 'sk-ant-test-0123456789', ANTHROPIC_BASE_URL: server.url, HOME: dir.path };
  return { server, dir, env: { ...env, XDG_DATA_HOME: dir.join('own') } };
}

describe('a model in a real terminal', () => {
  beforeAll(built, 120_000);

  it('takes part after a yes, and says in one line that it asks', async () => {
    const asks = 'Who counts the 900 req/s when a pod restarts?';
    const quotes = [{ answer: 'ctx.purpose', text: 'at most 900 req/s' }];
    const { dir, env, server } = await aStage(
      says({ questions: [{ asks, failure: 'The count is lost.', quotes }] }),
    );
    const pty = startProgram(dir, ['resume', 'limiter', '--ai'], { env });
    await pty.sees('[y/N]');
    expect(server.seen).toHaveLength(0);
    pty.sends('y\r');
    await pty.sees('Who has which problem today');

    pty.sends(`${PURPOSE}\r`);

    await recorded(dir, 'limiter', 'ctx.purpose');
    await pty.sees('asks 1 follow-up question');
    pty.sends('\u0003\u0003');
    expect(await pty.exited).toMatchObject({ code: 130 });
    expect(pty.text()).toContain('used 150 of 200000 tokens');
    expect(dir.read('specs/limiter/answers.yaml')).not.toContain('probes:');
  });

  it('never keeps a person from leaving', async () => {
    const { dir, env, server } = await aStage(isSilent());
    spawnSync(process.execPath, [program, 'ai', 'consent', '--yes'], {
      cwd: dir.path,
      env: { ...process.env, ...env },
    });
    const pty = startProgram(dir, ['resume', 'limiter', '--ai'], { env });
    await pty.sees('Who has which problem today');
    pty.sends(`${PURPOSE}\r`);
    await eventually(() => expect(server.open()).toBe(1));

    pty.sends('\u0003\u0003');

    expect(await pty.exited).toMatchObject({ code: 130 });
    await eventually(() => expect(server.open()).toBe(0));
  });

  it('reviews, and what is picked is asked in the next sitting', async () => {
    const { dir, env } = await aStage(says({ findings: [finding] }), `ctx.purpose=${PURPOSE}`);
    spawnSync(process.execPath, [program, 'ai', 'consent', '--yes'], {
      cwd: dir.path,
      env: { ...process.env, ...env },
    });
    const pty = startProgram(dir, ['review', 'limiter', '--ai'], { env });
    await pty.sees('Enter for none');
    pty.sends('1\r');
    expect(await pty.exited).toMatchObject({ code: 0 });

    expect(dir.read('specs/limiter/answers.yaml')).toMatch(
      /- id: model\.[0-9a-f]{8}\n[\s\S]*How many callers are there\?/,
    );
    const status = spawnSync(process.execPath, [program, 'resume', 'limiter', '--plain'], {
      cwd: dir.path,
      input: 'list\n',
      encoding: 'utf8',
    });
    expect(status.stdout).toContain('How many callers are there?');
  });
});
