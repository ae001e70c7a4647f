import { createHash } from 'node:crypto';
import {
  rememberedExpressions,
  rememberExpressions,
  type Bank,
  type BankSource,
  type Expression,
  type Rule,
} from '../bank/index.js';
import type { Disk } from './disk.js';
import { readText } from './file.js';
import { newestIn } from './newest.js';

/** Which text of a bank something was made from: its version and the SHA-256 of its files. */
export type BankRecord = { readonly id: string; readonly version: number; readonly sha256: string };

/** The shipped banks as the build parsed them, with their records. */
export type CompiledBanks = { readonly banks: readonly Bank[]; readonly records: readonly BankRecord[] };

type CompiledFile = {
  readonly records: readonly BankRecord[];
  readonly expressions: readonly Expression[];
  readonly banks: readonly Omit<Bank, 'placeOf'>[];
};

/** Records which texts banks were parsed from. */
export function bankRecords(
  sources: readonly BankSource[],
  banks: readonly { readonly id: string; readonly version: number }[],
): readonly BankRecord[] {
  const versions = new Map(banks.map(({ id, version }) => [id, version]));
  return sources.map(({ id, files }) => {
    const text = files.map((file) => file.text).join('\n');
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { id, version: versions.get(id) ?? 0, sha256 };
  });
}

/** The text of the file that the build leaves beside the program: the banks, and every condition parsed so far. */
export function compiledText(sources: readonly BankSource[], banks: readonly Bank[]): string {
  const file: CompiledFile = {
    records: bankRecords(sources, banks),
    expressions: rememberedExpressions(),
    banks: banks.map((bank) => ({ ...bank, rules: bank.rules.map(withoutExamples) })),
  };
  return JSON.stringify(file);
}

/** The examples of a rule are for `banks test`, which reads the files. */
function withoutExamples(rule: Rule): Rule {
  return { ...rule, examples: { fires: {}, quiet: {}, undecided: {} } };
}

/** Reads the banks that the build parsed; nothing when there are none or when a bank file in `folder` is newer. */
export function readCompiledBanks(disk: Disk, path: string, folder: string): CompiledBanks | undefined {
  if (!isNewer(disk, path, folder)) return undefined;
  const text = readText(disk, path);
  const compiled = text.ok && text.value !== undefined ? parsed(text.value) : undefined;
  if (compiled === undefined) return undefined;
  rememberExpressions(compiled.expressions);
  return {
    records: compiled.records,
    banks: compiled.banks.map((bank) => ({ ...bank, placeOf: () => undefined })),
  };
}

function isNewer(disk: Disk, path: string, folder: string): boolean {
  try {
    return disk.modified(path) >= newestIn(disk, folder);
  } catch {
    return false;
  }
}

// The file is written by our own build, so beyond being whole its shape is taken on trust.
function parsed(text: string): CompiledFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<CompiledFile>;
    const { records, expressions, banks } = file;
    return records === undefined || expressions === undefined || banks === undefined
      ? undefined
      : { records, expressions, banks };
  } catch {
    return undefined;
  }
}
