import { join } from 'node:path';
import { parseBank } from '../bank/index.js';
import { allOk, ok, type Result } from '../kernel/index.js';
import { createDisk, readBankSources, sourcesHash } from '../store/index.js';

/** Parses the shipped banks once, for the build, so that starting does not have to; gives the text of the file. */
export function compileBanks(packageDir: string): Result<string> {
  const places = { shipped: join(packageDir, 'question-banks'), root: packageDir, banks: [] };
  const sources = readBankSources(createDisk(), places);
  if (!sources.ok) return sources;
  const banks = allOk(sources.value.map((source) => parseBank(source)));
  return banks.ok ? ok(JSON.stringify({ sha256: sourcesHash(sources.value), banks: banks.value })) : banks;
}
