// `npm run knowledge`: what the shipped banks ask and notice, and which incidents that would have exposed.
import { bundled } from './bundled.js';
import { root } from './program.js';

const { knowledgeTables } = /** @type {{ knowledgeTables: (root: string) => string }} */ (
  await bundled('knowledge-tables')
);
process.stdout.write(knowledgeTables(root));
