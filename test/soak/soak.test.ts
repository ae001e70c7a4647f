import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { aTempDir } from '../helpers/temp-dir.js';
import { counted } from '../fuzz/rounds.js';

const answers = Number(process.env['SPEC_INTERVIEW_SOAK'] ?? '500');
const steps = answers / 5;

type Look = { readonly megabytes: number; readonly listeners: number; readonly measures: number };
type Told = {
  readonly recorded: number;
  readonly looks: readonly Look[];
  readonly hours: number;
  readonly answering: boolean;
};

it(
  'keeps memory, listeners and measures flat through four hours of answers, undo and redo',
  { timeout: 3_600_000 },
  async () => {
    const dir = aTempDir();
    const program = dir.join('sitting.mjs');
    // Ink imports React's devtools by name, and never runs them.
    const empty = dir.join('empty.mjs');
    writeFileSync(empty, 'export default {};');
    await build({
      ...{ entryPoints: [path.join(import.meta.dirname, 'sitting.ts')], outfile: program, bundle: true },
      ...{ platform: 'node', format: 'esm', jsx: 'automatic', logLevel: 'error' },
      define: { 'process.env.NODE_ENV': '"production"' },
      banner: { js: "import{createRequire as $r}from'node:module';const require=$r(import.meta.url);" },
      alias: { 'react-devtools-core': empty },
    });
    const args = ['--expose-gc', program, String(answers), String(steps)];
    const said = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const told = JSON.parse(said) as Told;
    expect(told.recorded).toBe(answers);
    expect(told.hours).toBeCloseTo(4, 2);
    expect(told.answering).toBe(true);
    // The first half fills what is bounded: 200 steps of undo, caches. What is kept by mistake takes 20 kB an answer.
    const later = told.looks.slice(-5);
    const [first, last] = [later[0]?.megabytes ?? 0, later.at(-1)?.megabytes ?? Infinity];
    const perAnswer = ((last - first) * 1_000) / (answers * 0.4);
    counted(
      `${String(answers)} answers and ${String(steps)} steps of undo and redo; ${perAnswer.toFixed(2)} kB of heap each in the second half`,
    );
    expect(perAnswer).toBeLessThan(answers > 5_000 ? 1 : 6);
    expect(new Set(told.looks.map(({ listeners }) => listeners)).size).toBe(1);
    expect(told.looks.at(-1)?.measures).toBe(0);
  },
);
