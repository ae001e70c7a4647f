import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { safeText } from '../../src/kernel/index.js';
import { HOSTILE, hostileAnswers } from './hostile.js';
import { documentOf, readShipped, renderAll, renderCases, strongAnswers } from './shipped.js';

/** Renders into a folder: every case, the answer to everything, and the same with hostile texts; gives the paths written. */
export function writeCases(root: string, folder: string): readonly string[] {
  const shipped = readShipped(root);
  const strong = strongAnswers(shipped.bank);
  const render = (name: string, saved: typeof strong) =>
    renderAll(documentOf(shipped.bank, saved), shipped.formats, name).map((file) => ({ name, file }));
  const outputs = [
    ...renderCases(shipped),
    ...render('everything', strong),
    ...render('hostile', hostileAnswers(shipped.bank, strong)),
  ];
  for (const { name, file } of outputs) {
    const target = path.join(folder, name, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, file.text);
  }
  // What a reader of the hostile documents must still find in them, word for word.
  writeFileSync(path.join(folder, 'hostile', 'texts.json'), JSON.stringify(HOSTILE.map(safeText)));
  return outputs.map(({ name, file }) => path.join(name, file.path));
}
