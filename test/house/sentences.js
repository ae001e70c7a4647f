// `npm run sentences`, with `-- rec` for one section: every sentence the shipped banks make of their strong examples, to be read.
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './program.js';

const outfile = path.join(root, '.cache', 'knowledge', 'sentence-lines.mjs');

await build({
  absWorkingDir: root,
  entryPoints: ['test/house/sentence-lines.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
});
/** @type {{ sentenceLines: (root: string, section?: string) => string }} */
const { sentenceLines } = await import(pathToFileURL(outfile).href);
process.stdout.write(sentenceLines(root, process.argv[2]));
