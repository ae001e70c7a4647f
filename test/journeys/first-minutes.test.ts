import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { program, root } from '../house/program.js';
import { aProject, built } from './spec-interview.js';

beforeAll(built, 180_000);

/** The commands that a newcomer is told to type, as words. */
function toldCommands(): readonly (readonly string[])[] {
  const section = readFileSync(join(root, 'README.md'), 'utf8').split('## The first five minutes')[1] ?? '';
  const block = section.split('```')[1] ?? '';
  const lines = block.split('\n').filter((line) => line.startsWith('spec-interview '));
  return lines.map((line) =>
    [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(1),
  );
}

it('the commands of the first five minutes lead to a brief', () => {
  const dir = aProject();
  cpSync(join(root, 'question-banks', 'cases'), dir.join('question-banks', 'cases'), { recursive: true });
  const commands = toldCommands();

  const printed = commands.map((words) =>
    execFileSync(process.execPath, [program, ...words], { cwd: dir.path, encoding: 'utf8', stdio: 'pipe' }),
  );

  expect(commands.length).toBeGreaterThanOrEqual(4);
  expect(printed[0]).toContain('idempotent: ');
  expect(printed.at(-1)).toContain('from traffic.peak_rate');
  expect(dir.read('specs/rate-limiter/brief.md')).toContain('Rate limiter');
}, 180_000);
