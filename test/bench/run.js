// `npm run bench`: installs the program as npm would, bundles the benchmark with the product's own build settings, and runs it.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plugins, withoutUnused } from '../../esbuild.config.js';
import { installProgram } from '../house/installed.js';
import { ensureBuilt, root } from '../house/program.js';

const out = path.join(root, '.cache', 'bench');
mkdirSync(out, { recursive: true });
await ensureBuilt();

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root,
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  external: ['@lydell/node-pty'],
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};
const bench = (/** @type {string} */ file) => path.join('test', 'bench', file);

await build({
  ...options,
  entryPoints: ['bench.ts', 'many-questions.tsx', 'floor-ink.ts', 'floor-enquirer.ts'].map(bench),
  plugins,
});
// What others would bundle: their libraries as they come, without React's devtools, which nobody ships.
await build({
  ...options,
  entryPoints: ['bare-ink.tsx', 'bare-enquirer.ts'].map(bench),
  plugins: [withoutUnused],
});

const place = mkdtempSync(path.join(tmpdir(), 'spec-interview-bench-'));
try {
  const program = installProgram(place);
  const args = ['--expose-gc', path.join(out, 'bench.mjs'), program, ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
