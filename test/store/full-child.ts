// A process that may write files of a few kilobytes only: writing more is what a full disk looks like.
import { dirname, basename } from 'node:path';
import process from 'node:process';
import { applyWrites, createDisk } from '../../src/store/index.js';

process.on('SIGXFSZ', () => undefined);
const path = process.argv[2] ?? '';
const written = applyWrites(createDisk(), dirname(path), [
  { path: basename(path), text: 'x'.repeat(100_000) },
]);
process.stdout.write(`${written.ok ? 'written' : (written.error[0]?.code ?? '')}\n`);
