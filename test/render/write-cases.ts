import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RawSaved } from '../../src/interview/index.js';
import { safeText } from '../../src/kernel/index.js';
import { HOSTILE, hostileAnswers } from './hostile.js';
import { documentOf, readShipped, renderAll, renderCases, strongAnswers } from './shipped.js';

/** Renders into a folder: every case, the answer to everything, and the same with hostile texts; gives the paths written. */
export function writeCases(root: string, folder: string): readonly string[] {
  const shipped = readShipped(root);
  const strong = strongAnswers(shipped.bank);
  const render = (name: string, saved: typeof strong) =>
    renderAll(documentOf(shipped.bank, saved), shipped.formats, name).map((file) => ({ name, file }));
  const hostile = hostileAnswers(shipped.bank, strong);
  const outputs = [
    ...renderCases(shipped),
    ...render('everything', strong),
    ...render('hostile', hostile),
    ...render('hostile-calls', withCallsOf(strong, hostile)).filter(
      ({ file }) => file.path === 'openapi.yaml',
    ),
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

/** A name that is no call any more is left out of a description: with the calls as they were, everything else is in it. */
function withCallsOf(strong: RawSaved, hostile: RawSaved): RawSaved {
  const calls = strong.answers.get('ifc.endpoints');
  const answers = new Map([
    ...hostile.answers,
    ...(calls === undefined ? [] : [['ifc.endpoints', calls] as const]),
  ]);
  return { ...hostile, answers };
}
