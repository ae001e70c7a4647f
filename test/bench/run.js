// `npm run bench`: bundles the benchmark with the product's own build settings and runs it.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, root } from '../house/program.js';

const out = path.join(root, '.cache', 'bench');
mkdirSync(out, { recursive: true });
await ensureBuilt();

const devtools = {
  name: 'without-devtools',
  /** @param {import('esbuild').PluginBuild} build */
  setup: (build) => {
    build.onResolve({ filter: /^react-devtools-core$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'empty',
    }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
      contents: 'export default {}',
      loader: 'js',
    }));
  },
};

await build({
  absWorkingDir: root,
  entryPoints: ['bench.ts', 'bare-ink.tsx', 'bare-enquirer.ts', 'many-questions.tsx'].map((file) =>
    path.join('test', 'bench', file),
  ),
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
  plugins: [devtools],
  logLevel: 'warning',
});

const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', path.join(out, 'bench.mjs'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
