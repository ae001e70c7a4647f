import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  assembleBanks,
  parseBank,
  type Bank,
  type BankSource,
  type JoinedBank,
} from '../../src/bank/index.js';
import { factSignatures } from '../../src/facts/index.js';

const root = join(import.meta.dirname, '..', '..', 'question-banks');

function sourceOf(folder: string): BankSource {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      path: `${folder}/${name.replaceAll(sep, '/')}`,
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
  return { id: folder, files };
}

function parsed(source: BankSource): Bank {
  const bank = parseBank(source);
  if (!bank.ok) throw new Error(JSON.stringify(bank.error, null, 2));
  return bank.value;
}

/** The banks that ship with the product, joined as an interview sees them. */
export function shippedBank(): JoinedBank {
  const archetypes = readdirSync(join(root, 'archetypes')).sort();
  const folders = ['core', ...archetypes.map((name) => `archetypes/${name}`)];
  return assembleBanks(folders.map(sourceOf).map(parsed), factSignatures);
}
