// Renders what the package ships into a folder: `node <bundle of this> <repository> <folder>`. Tests run it in other time zones.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { documentOf, readShipped, renderAll, renderCases, strongAnswers } from './shipped.js';
import { HOSTILE, hostileAnswers } from './hostile.js';
import { safeText } from '../../src/kernel/index.js';

const [root = '.', folder = 'out'] = process.argv.slice(2);
const shipped = readShipped(root);
const strong = strongAnswers(shipped.bank);
const everything = renderAll(documentOf(shipped.bank, strong), shipped.formats, 'everything');
const hostile = renderAll(
  documentOf(shipped.bank, hostileAnswers(shipped.bank, strong)),
  shipped.formats,
  'hostile',
);
const outputs = [
  ...renderCases(shipped),
  ...everything.map((file) => ({ name: 'everything', file })),
  ...hostile.map((file) => ({ name: 'hostile', file })),
];

for (const { name, file } of outputs) {
  const target = path.join(folder, name, file.path);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.text);
}

// What a reader of the hostile documents must still find in them, word for word.
writeFileSync(
  path.join(folder, 'hostile', 'texts.json'),
  JSON.stringify(HOSTILE.map(safeText), undefined, 2),
);
