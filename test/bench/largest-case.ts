import path from 'node:path';
import { assembleBanks, parseBank } from '../../src/bank/index.js';
import { factSignatures } from '../../src/facts/index.js';
import { openSession, type Session } from '../../src/interview/index.js';
import { createDisk, readAnswers, readBankSources } from '../../src/store/index.js';

/** Opens the largest of the shipped cases as an interview. */
export function largestCase(root: string): Session {
  const disk = createDisk();
  const sources = readBankSources(disk, { shipped: path.join(root, 'question-banks'), root, banks: [] });
  const file = readAnswers(disk, path.join(root, 'question-banks', 'cases', 'payments.yaml'));
  if (!sources.ok || !file.ok || file.value === undefined)
    throw new Error('The shipped banks or cases cannot be read.');
  const banks = sources.value
    .map((source) => parseBank(source))
    .flatMap((bank) => (bank.ok ? [bank.value] : []));
  const bank = assembleBanks(banks, factSignatures);
  return openSession({ bank, mode: 'spec', saved: file.value.raw, context: new Map() }).session;
}
