// Bundles and runs the renderer in a process of its own, so that its time zone and locale can be set.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..', '..');

const program = `
import { writeCases } from './write-cases.js';
writeCases(process.argv[2] ?? '', process.argv[3] ?? '');
`;

/**
 * Renders every case, every strong answer and every hostile one into `folder`, in a place on earth.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} [place]
 */
export const renderElsewhere = async (folder, place = {}) => {
  const outfile = path.join(root, '.cache', 'write-cases.mjs');
  await build({
    stdin: { contents: program, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { status, stderr } = spawnSync(process.execPath, [outfile, root, folder], {
    env: { ...process.env, ...place },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
};
