import { join } from 'node:path';
import { joinBanks, parseBank } from '../bank/index.js';
import { factSignatures } from '../facts/index.js';
import { allOk, ok, type Result } from '../kernel/index.js';
import { compiledText, createDisk, readBankSources } from '../store/index.js';

/** Parses the shipped banks once, for the build, so that starting does not have to; gives the text of the file. */
export function compileBanks(packageDir: string): Result<string> {
  const places = { shipped: join(packageDir, 'question-banks'), root: packageDir, banks: [] };
  const sources = readBankSources(createDisk(), places);
  if (!sources.ok) return sources;
  const banks = allOk(sources.value.map((source) => parseBank(source)));
  if (!banks.ok) return banks;
  const joined = joinBanks(banks.value, factSignatures);
  return joined.ok ? ok(compiledText(sources.value, banks.value)) : joined;
}
