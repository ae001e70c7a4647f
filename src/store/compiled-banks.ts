import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  rememberedExpressions,
  rememberExpressions,
  type Bank,
  type BankSource,
  type Expression,
  type Rule,
} from '../bank/index.js';
import type { Disk } from './disk.js';
import { isUpToDate } from './up-to-date.js';

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

/**
 * The text of the file that the build leaves beside the program: the banks, and every condition parsed so far. In ASCII,
 * which is read without decoding and takes V8 half the memory.
 */
export function compiledText(sources: readonly BankSource[], banks: readonly Bank[]): string {
  const file: CompiledFile = {
    records: bankRecords(sources, banks),
    expressions: rememberedExpressions(),
    banks: banks.map((bank) => ({ ...bank, rules: bank.rules.map(withoutExamples) })),
  };
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(file).replaceAll(/[^\0-\x7f]/g, escaped);
}

/** The examples of a rule are for `banks test`, which reads the files. */
function withoutExamples(rule: Rule): Rule {
  return { ...rule, examples: { fires: {}, quiet: {}, undecided: {} } };
}

const MADE = join('dist', 'banks.json');

/** Reads the banks of a package as the build parsed them; nothing when there are none or when a bank file is newer. */
export function readCompiledBanks(disk: Disk, packageDir: string): CompiledBanks | undefined {
  const compiled = compiledFile(disk, packageDir);
  if (compiled === undefined) return undefined;
  rememberExpressions(compiled.expressions);
  return {
    records: compiled.records,
    banks: compiled.banks.map((bank) => ({ ...bank, placeOf: () => undefined })),
  };
}

// The file is written by our own build, so beyond being whole its shape is taken on trust.
function compiledFile(disk: Disk, packageDir: string): CompiledFile | undefined {
  try {
    if (!isUpToDate(disk, packageDir, { made: MADE, from: ['question-banks'] })) return undefined;
    const text = Buffer.from(disk.read(join(packageDir, MADE))).toString('latin1');
    const { records, expressions, banks } = JSON.parse(text) as Partial<CompiledFile>;
    return records === undefined || expressions === undefined || banks === undefined
      ? undefined
      : { records, expressions, banks };
  } catch {
    return undefined;
  }
}
