import { build } from 'esbuild';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDisk, readAnswers, type AnswersFile } from '../../src/store/index.js';
import { sure } from '../helpers/a-project.js';
import { aTempDir, type TempDir } from '../helpers/temp-dir.js';
import { answerOn, TURNS, writeTooMuch } from './children.js';

const KILLS = Number(process.env['SPEC_INTERVIEW_KILLS'] ?? 20);
const disk = createDisk();
const requires = "import{createRequire as $r}from'node:module';const require=$r(import.meta.url);";

const scripts = new Map<unknown, string>();

// A child is one file that Node runs as it is: bundled, with the function that is its program called at the end.
beforeAll(async () => {
  for (const program of [answerOn, writeTooMuch]) {
    const contents = `import { ${program.name} } from './children.js';\n${program.name}(process.argv.slice(2));\n`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      write: false,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: requires },
      logLevel: 'error',
    });
    scripts.set(program, outputFiles[0]?.text ?? '');
  }
}, 180_000);

/** Lets a child answer until it has saved a number of answers and a moment more, kills it, and gives the last answer it said was saved. */
async function playAndKill(
  dir: TempDir,
  script: string,
  { start, acks, wait }: { start: number; acks: number; wait: number },
): Promise<number> {
  const child = spawn(process.execPath, [script, dir.join('spec'), String(start)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let errors = '';
  let armed = false;
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString();
    if (armed || said.split('\n').length <= acks) return;
    armed = true;
    const until = process.hrtime.bigint() + BigInt(Math.round(wait * 1e6));
    const strike = (): void => {
      if (process.hrtime.bigint() >= until) child.kill('SIGKILL');
      else setImmediate(strike);
    };
    strike();
  });
  await once(child, 'close');
  expect(errors).toBe('');
  expect(child.signalCode).toBe('SIGKILL');
  return Math.max(start - 1, ...said.split('\n').slice(0, -1).map(Number));
}

const numberIn = (file: AnswersFile | undefined, id: string): number => {
  const raw = file?.raw.answers.get(id)?.raw;
  return Number(/answer (\d+)/.exec(JSON.stringify(raw ?? ''))?.[1] ?? -1);
};

describe('a process that is killed', () => {
  it(
    `loses no answer it said was saved, and leaves files that parse (${String(KILLS)} times)`,
    async () => {
      const dir = aTempDir();
      const script = dir.write('child.mjs', scripts.get(answerOn) ?? '');
      dir.write('spec/.keep', '');
      let start = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const last = await playAndKill(dir, script, { start, acks: kill % 5, wait: (kill * 1.7) % 12 });
        const own = sure(readAnswers(disk, dir.join('spec', 'answers.yaml')));
        const shared = sure(readAnswers(disk, dir.join('spec', 'context.yaml')));
        for (const [index, id] of TURNS.entries()) {
          const saved = last - ((((last - index) % 4) + 4) % 4);
          if (saved < 0) continue;
          expect(numberIn(id === 'api.base' ? shared : own, id)).toBeGreaterThanOrEqual(saved);
        }
        start = last + 1;
      }
      expect(start).toBeGreaterThan(KILLS);
      const names = readdirSync(dir.join('spec')).filter((name) => name.endsWith('.tmp'));
      expect(names.length).toBeLessThanOrEqual(2);
    },
    180_000 + KILLS * 3_000,
  );
});

describe('a disk without room', () => {
  it.runIf(process.platform === 'linux')(
    'never cuts a file: the text is refused and the old one stays',
    () => {
      const dir = aTempDir();
      const script = dir.write('child.mjs', scripts.get(writeTooMuch) ?? '');
      const path = dir.write('file.txt', 'old');
      const run = spawnSync(
        'sh',
        ['-c', 'ulimit -f 8; exec "$0" "$1" "$2"', process.execPath, script, path],
        { encoding: 'utf8' },
      );
      expect(run.stdout).toBe('disk-full\n');
      expect(readFileSync(path, 'utf8')).toBe('old');
      expect(readdirSync(dir.path).sort()).toEqual(['child.mjs', 'file.txt']);
    },
  );
});
