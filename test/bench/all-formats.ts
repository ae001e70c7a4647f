import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDisk } from '../../src/store/index.js';
import { writeAtomic } from '../../src/store/file.js';
import { documentOf, readShipped, renderAll } from '../render/shipped.js';
import type { Pairs } from './measure.js';

/** Measures rendering the largest case in every shipped format against writing the same bytes to the disk. */
export function allFormats(root: string, count: number): Pairs {
  const { bank, cases, formats } = readShipped(root);
  const largest = cases.toSorted((a, b) => b.raw.answers.size - a.raw.answers.size)[0];
  if (largest === undefined) throw new Error('No case is shipped.');
  const folder = mkdtempSync(path.join(tmpdir(), 'spec-interview-formats-'));
  const disk = createDisk();
  const taken: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  try {
    for (let index = 0; index < count + 2; index += 1) {
      const before = performance.now();
      const files = renderAll(documentOf(bank, largest.raw), formats, 'largest');
      const rendered = performance.now();
      for (const [at, { text }] of files.entries())
        writeAtomic(disk, { path: path.join(folder, String(at)), text });
      const written = performance.now();
      if (index < 2) continue;
      taken.ours.push(rendered - before);
      taken.reference.push(written - rendered);
    }
    return taken;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
