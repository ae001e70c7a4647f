import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { World } from '../../src/cli/world.js';
import { aWorld, type AWorld } from '../helpers/a-world.js';
import { rounds } from '../fuzz/rounds.js';
import { aModelServer } from '../llm/server.js';
import { answersFile, MARK, SOURCES, writtenByHand, type Source } from './untrusted-sources.js';
import { eventually } from '../helpers/eventually.js';

const KEY = 'sk-ant-test-0123456789abcdef';

/** What no terminal and no document may get, but for line breaks; a screen is also moved about by sequences of its own. */
// eslint-disable-next-line no-control-regex -- that none is left is what is checked
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
// eslint-disable-next-line no-control-regex -- what our own screen sends
const OWN_SEQUENCES = /\u001b\[[<>=?]?[0-9;]*[A-Za-ln-z]|\u001b\[[0-9;]*m|\r/g;

type Stage = {
  readonly world: AWorld;
  readonly env: Readonly<Record<string, string>>;
  readonly source: Source;
};

async function staged(source: Source): Promise<Stage> {
  const world = aWorld();
  world.dir.write('specs/limiter/answers.yaml', answersFile());
  await source.given?.(world);
  const model = source.reply === undefined ? undefined : await aModelServer(source.reply);
  const own = { LANG: 'en_US.UTF-8', TERM: 'xterm-256color', ...source.env };
  if (model === undefined) return { world, env: own, source };
  const env = { ...own, ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: model.url };
  await world.runWith({ env }, 'ai', 'consent', '--yes');
  return { world, env, source };
}

type Held = {
  readonly type: (bytes: string) => void;
  readonly end: () => void;
  readonly shown: () => string;
  readonly said: () => string;
  readonly code: Promise<number>;
};

/** Holds a run whose input is written while it runs, on a terminal or not. */
function held({ world, env }: Stage, on: 'terminal' | 'pipe' | 'keyboard', ...args: readonly string[]): Held {
  const terminal = on === 'terminal';
  const raw = {
    isTTY: on !== 'pipe',
    setRawMode: () => undefined,
    ref: () => undefined,
    unref: () => undefined,
  };
  const stdin = Object.assign(new PassThrough(), raw);
  const sink = () =>
    Object.assign(new PassThrough(), { isTTY: terminal, columns: 100, rows: 40, getColorDepth: () => 8 });
  const [stdout, stderr] = [sink(), sink()];
  const texts = { out: '', err: '' };
  stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()));
  stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()));
  const cwd = world.dir.path;
  const code = main({
    ...{ args, env, cwd, pid: 4242, host: 'here', home: join(cwd, 'home'), version: '0.0.0-test' },
    stdin: stdin as unknown as World['stdin'],
    stdout: stdout as unknown as World['stdout'],
    stderr: stderr as unknown as World['stderr'],
    now: () => Date.UTC(2026, 10, 21, 12),
    packageDir: join(import.meta.dirname, '..', '..'),
    onSignal: () => () => undefined,
  });
  return {
    type: (bytes) => void stdin.write(bytes),
    end: () => void stdin.end(),
    shown: () => texts.out,
    said: () => texts.err,
    code,
  };
}

/** Waits until nothing more is written. */
async function quiet({ shown, code }: Held): Promise<void> {
  let [before, same] = ['', 0];
  const settled = async () => {
    same = shown() === before && before !== '' ? same + 1 : 0;
    before = shown();
    expect(same).toBeGreaterThan(1);
  };
  await Promise.race([code, eventually(settled, 12)]);
}

/** Types one after the other, each when the last one has been taken. */
async function typed(run: Held, keys: readonly string[]): Promise<void> {
  await quiet(run);
  for (const bytes of keys) {
    run.type(bytes);
    await quiet(run);
  }
}

/** Waits until the model has said its part, when it takes part. */
async function answeredBy({ world, source }: Stage): Promise<void> {
  if (source.options?.includes('--ai') !== true) return;
  const log = world.dir.join('home', '.local', 'share', 'spec-interview', 'ai-log.jsonl');
  await eventually(() => {
    expect(existsSync(log)).toBe(true);
  });
}

/** What stands on the screen of an interview, byte for byte. */
async function onScreen(stage: Stage): Promise<string> {
  const { keys = [], keysLater = [], options = [] } = stage.source;
  const run = held(stage, 'terminal', 'resume', 'limiter', ...options);
  await typed(run, keys);
  await answeredBy(stage);
  await typed(run, [...keysLater, '\u000f', '\u001b', '?']);
  run.type('\u0003\u0003\u0003');
  const drew = (await run.code) !== 2;
  const bytes = run.shown() + run.said();
  expect(bytes.includes('\u001b[?1049h'), bytes.slice(0, 200)).toBe(drew);
  expect(bytes).not.toContain('\u001b[7777');
  return bytes.replaceAll(OWN_SEQUENCES, '');
}

/** What an interview line by line prints. */
async function inLines(stage: Stage): Promise<string> {
  const { says = [], options = [] } = stage.source;
  const run = held(stage, 'pipe', 'resume', 'limiter', '--plain', ...options);
  for (const line of says) run.type(`${line}\n`);
  await answeredBy(stage);
  await typed(run, [...['list', 'why', 'help', 'guide', 'goto own.a', 'why'].map((line) => `${line}\n`)]);
  for (const [id] of run.shown().matchAll(/probe:model\.[0-9a-f]{8}/g)) run.type(`list\ngoto ${id}\nwhy\n`);
  run.end();
  await run.code;
  return run.shown() + run.said();
}

const isShort = rounds(1) === 1;

/** What every source meets; the long form asks more commands. */
const MET = [
  ['check', 'limiter'],
  ['regenerate', 'limiter'],
  ['review', 'limiter', '--json'],
];
const MORE = [
  ...[
    ['review', 'limiter'],
    ['list'],
    ['ask', 'limiter'],
    ['status'],
    ['trace', 'limiter'],
    ['explain', 'rec.rpo'],
  ],
  ...[
    'status',
    'list',
    'trace',
    'banks list',
    'formats list',
    'doctor',
    'diff limiter',
    'explain rec.rpo',
    'ai log',
  ].map((words) => [...words.split(' '), '--json']),
];
const RUNS = isShort ? MET : [...MET, ...MORE];

/** What a command prints whose question is answered with yes. */
async function agreed(stage: Stage, args: readonly string[]): Promise<string> {
  const run = held(stage, 'keyboard', ...args);
  await eventually(() => {
    expect(run.said()).toMatch(/\?.*$/);
  });
  run.type('y\n');
  run.end();
  await run.code;
  return run.shown() + run.said();
}

async function printed({ world, env }: Stage, runs: readonly (readonly string[])[]): Promise<string> {
  const texts: string[] = [];
  for (const args of runs) {
    const { out, err } = await world.runWith({ env, stdin: 'y\n' }, ...args);
    expect(err).not.toContain('Unknown option');
    texts.push(out, err);
  }
  return texts.join('\n');
}

async function ownRuns(stage: Stage): Promise<string> {
  const { runs = [], agrees } = stage.source;
  if (agrees === undefined) return printed(stage, runs);
  const texts: string[] = [];
  for (const args of runs) texts.push(await agreed(stage, args));
  return texts.join('\n');
}

/** What the program wrote into the project, files and their names. */
function written({ world }: Stage, before: ReadonlySet<string>): string {
  const names = readdirSync(world.dir.path, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(world.dir.join(name)).isFile());
  const own = files.filter((name) => !before.has(name) && !writtenByHand(name));
  return own.map((name) => `${name}\n${readFileSync(world.dir.join(name), 'utf8')}`).join('\n');
}

/** The short form starts an interview only where the text comes into one. */
const isInterviewed = ({ says, keys, options, refused, runs }: Source): boolean =>
  !isShort ||
  [says, keys, options].some((given) => given !== undefined) ||
  (refused !== undefined && runs === undefined);

describe('text that somebody else wrote', () => {
  it.each(SOURCES.map((source) => [source.name, source] as const))(
    'steers neither screen, lines, JSON nor files: %s',
    async (_, source) => {
      const stage = await staged(source);
      const names = readdirSync(stage.world.dir.path, { recursive: true, encoding: 'utf8' });
      const before = new Set(names);
      const faces = {
        screen: isInterviewed(source) ? await onScreen(stage) : '',
        lines: isInterviewed(source) ? await inLines(stage) : '',
        own: await ownRuns(stage),
        printed: await printed(stage, RUNS),
        files: written(stage, before),
      };
      const steered = Object.entries(faces).flatMap(([face, text]) => {
        const at = CONTROLS.exec(text)?.index;
        return at === undefined
          ? []
          : [`${face}: ${JSON.stringify(text.slice(Math.max(0, at - 60), at + 40))}`];
      });
      expect(steered).toEqual([]);
      const all = Object.values(faces).join('\n');
      const met = source.silent === true || all.includes(source.refused ?? MARK);
      expect(met ? '' : faces.lines.slice(-300) + faces.own.slice(-300), 'it was met').toBe('');
    },
  );
});
