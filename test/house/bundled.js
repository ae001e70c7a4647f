import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './program.js';

/** Loads a TypeScript module of `test/house`, so that a script can call it. */
export const bundled = async (/** @type {string} */ name) => {
  const outfile = path.join(root, '.cache', 'house', `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`test/house/${name}.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  /** @type {unknown} */
  const loaded = await import(pathToFileURL(outfile).href);
  return loaded;
};
