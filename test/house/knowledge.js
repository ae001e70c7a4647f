// `npm run knowledge`: what the shipped banks ask and notice, and which incidents that would have exposed.
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './program.js';

const outfile = path.join(root, '.cache', 'knowledge', 'knowledge-tables.mjs');

await build({
  absWorkingDir: root,
  entryPoints: ['test/house/knowledge-tables.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
});
/** @type {{ knowledgeTables: (root: string) => string }} */
const { knowledgeTables } = await import(pathToFileURL(outfile).href);
process.stdout.write(knowledgeTables(root));
