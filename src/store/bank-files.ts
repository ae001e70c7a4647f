import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { BankSource } from '../bank/index.js';
import { allOk, byCodeUnit, err, ok, type Problem, type Result } from '../kernel/index.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { readText } from './file.js';
import { readFolder } from './folder-files.js';
import { insidePath } from './inside.js';

/** Where banks lie: the shipped folder (with core/ and archetypes/), the project's root, and the team's banks (paths or package names). */
export type BankPlaces = {
  readonly shipped: string;
  readonly root: string;
  readonly banks: readonly string[];
};

type Place = { readonly id: string; readonly path: string; readonly shown: string };

/** Reads the files of the core bank, of every archetype bank and of the team's banks, in that order. */
export function readBankSources(
  disk: Disk,
  { shipped, root, banks }: BankPlaces,
): Result<readonly BankSource[]> {
  const archetypes = foldersIn(disk, join(shipped, 'archetypes'));
  if (!archetypes.ok) return archetypes;
  const own = [
    { id: 'core', path: join(shipped, 'core'), shown: 'question-banks/core' },
    ...archetypes.value.map((id) => ({
      id,
      path: join(shipped, 'archetypes', id),
      shown: `question-banks/archetypes/${id}`,
    })),
  ];
  const team = allOk(banks.map((bank) => findBank(disk, root, bank)));
  if (!team.ok) return team;
  return allOk([...own, ...team.value].map((place) => readBank(disk, place)));
}

function foldersIn(disk: Disk, folder: string): Result<readonly string[]> {
  return attempt({ failed: 'The banks are not listed', path: folder }, () => {
    if (disk.kind(folder) === undefined) return [];
    const folders = disk.list(folder).filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'));
    return folders.map(({ name }) => name).sort(byCodeUnit);
  });
}

/** Reads the files of one bank from a folder that was named by hand. */
export function readBankFolder(disk: Disk, path: string): Result<BankSource> {
  return readBank(disk, { id: lastName(path), path, shown: path });
}

function readBank(disk: Disk, { id, path, shown }: Place): Result<BankSource> {
  const files = readFolder(disk, path, { endings: ['.yaml', '.yml'], depth: 1, shown });
  return files.ok ? ok({ id, files: files.value }) : files;
}

function findBank(disk: Disk, root: string, bank: string): Result<Place> {
  return isPath(bank) ? bankByPath(disk, root, bank) : bankByPackage(disk, root, bank);
}

// `./banks/team`, `banks/team` and `team` with such a folder are paths; `@acme/bank` and `spec-bank-acme` are packages.
function isPath(bank: string): boolean {
  return (
    /^[./\\]/.test(bank) ||
    isAbsolute(bank) ||
    (bank.includes('/') && !bank.startsWith('@')) ||
    bank.includes('\0')
  );
}

function bankByPath(disk: Disk, root: string, bank: string): Result<Place> {
  const path = insidePath(disk, root, bank.replace(/^\.[/\\]/, ''));
  if (!path.ok) return path;
  if (disk.kind(path.value) !== 'folder' && disk.kind(path.value) !== 'link')
    return err([missing(bank, 'There is no such folder in the project.')]);
  return ok({
    id: lastName(bank),
    path: path.value,
    shown: relative(root, path.value).replaceAll('\\', '/'),
  });
}

// Packages are found as Node finds them, from the project upwards; their code is never run.
function bankByPackage(disk: Disk, root: string, bank: string): Result<Place> {
  if (!/^(?:@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*$/i.test(bank))
    return err([missing(bank, 'This is neither a path nor the name of a package.')]);
  const local = join(root, bank);
  if (disk.kind(local) === 'folder') return bankByPath(disk, root, bank);
  for (const folder of ancestors(resolve(root))) {
    const path = join(folder, 'node_modules', bank);
    if (disk.kind(path) !== undefined) return packageBank(disk, bank, path);
  }
  return err([missing(bank, 'The package is not installed.')]);
}

// A package may keep its bank in a folder that its package.json names: { "spec-interview": { "bank": "bank" } }.
function packageBank(disk: Disk, bank: string, path: string): Result<Place> {
  const text = readText(disk, join(path, 'package.json'));
  if (!text.ok) return text;
  const folder = insidePath(disk, path, bankFolder(text.value ?? '') ?? 'bank');
  if (!folder.ok) return folder;
  const named = disk.kind(folder.value) === 'folder';
  return ok({ id: lastName(bank), path: named ? folder.value : path, shown: `node_modules/${bank}` });
}

function bankFolder(text: string): string | undefined {
  try {
    const data = JSON.parse(text) as { 'spec-interview'?: { bank?: unknown } } | null;
    const folder = data?.['spec-interview']?.bank;
    return typeof folder === 'string' ? folder : undefined;
  } catch {
    return undefined;
  }
}

function ancestors(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

const lastName = (bank: string): string => bank.split(/[/\\]/).findLast((name) => name !== '') ?? bank;

function missing(bank: string, reason: string): Problem {
  return {
    code: 'bank-not-found',
    message: `The bank ${JSON.stringify(bank)} is not found. ${reason}`,
    hint: 'Correct `banks` in .spec-interview/config.yaml, or install the package.',
  };
}
