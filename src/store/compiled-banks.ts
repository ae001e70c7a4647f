import { createHash } from 'node:crypto';
import type { Bank, BankSource } from '../bank/index.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';

/** Banks as the build parsed them, with the hash of the files they came from. */
export type CompiledBanks = { readonly sha256: string; readonly banks: readonly Omit<Bank, 'placeOf'>[] };

/** The hash of bank files: their names and texts, in order. */
export function sourcesHash(sources: readonly BankSource[]): string {
  const hash = createHash('sha256');
  for (const { id, files } of sources) {
    for (const { path, text } of files) hash.update(`${id}\0${path}\0${String(text.length)}\0${text}`);
  }
  return hash.digest('hex');
}

/** Reads the banks that the build parsed; nothing when there are none or when a bank file has changed since. */
export function readCompiledBanks(
  disk: Disk,
  path: string,
  sources: readonly BankSource[],
): readonly Bank[] | undefined {
  const text = readText(disk, path);
  if (!text.ok || text.value === undefined) return undefined;
  const compiled = parsed(text.value);
  if (compiled === undefined || compiled.sha256 !== sourcesHash(sources)) return undefined;
  return compiled.banks.map((bank) => ({ ...bank, placeOf: () => undefined }));
}

// The file is written by our own build and checked by its hash of the sources, so its shape is taken on trust.
function parsed(text: string): CompiledBanks | undefined {
  try {
    return JSON.parse(text) as CompiledBanks;
  } catch {
    return undefined;
  }
}
