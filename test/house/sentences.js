// `npm run sentences`, with `-- rec` for one section: every sentence the shipped banks make of their strong examples, to be read.
import { bundled } from './bundled.js';
import { root } from './program.js';

const { sentenceLines } = /** @type {{ sentenceLines: (root: string, section?: string) => string }} */ (
  await bundled('sentence-lines')
);
process.stdout.write(sentenceLines(root, process.argv[2]));
