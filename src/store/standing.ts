import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './disk.js';
import { documentPath } from './document-path.js';
import { archivedHash } from './hash.js';
import { isUpToDate } from './up-to-date.js';
import { OWN } from './project-root.js';

/** One line that a check says about a spec: always, or only after a day; `fails` when it makes the check fail. */
export type StandingLine = { readonly text: string; readonly after?: string; readonly fails?: true };

/** What a check says about a spec while nothing changes: the shipped content and the hash of every other input that it rests on. */
export type Standing = {
  readonly shipped: string;
  /** The hash of what OpenSpec has archived of it, or empty; left out by an older record. */
  readonly archived?: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly says: readonly StandingLine[];
  /** Whether required answers are missing. */
  readonly unfinished: boolean;
};

/** The program and the content it was built with. */
export type Shipped = { readonly version: string; readonly sha256: string };

const ABSENT = 'absent';
const CONTENT = ['question-banks', 'templates'];

/** Reads what the build noted about the shipped banks and templates; nothing when they changed since, or were never built. */
export function readShipped(disk: Disk, packageDir: string): Shipped | undefined {
  const made = join('dist', 'shipped.json');
  return attempted(() =>
    isUpToDate(disk, packageDir, { made, from: CONTENT })
      ? (parsed(disk, join(packageDir, made)) as Shipped)
      : undefined,
  );
}

/** Notes what a rendering of a spec rested on; `inputs` are paths from the root, there or not. */
export function standingOf(
  disk: Disk,
  root: string,
  { inputs, ...rest }: Omit<Standing, 'inputs'> & { readonly inputs: readonly string[] },
): Standing {
  const hashes = inputs.map((path) => [path, hashAt(disk, join(root, path))] as const);
  return { ...rest, inputs: Object.fromEntries(hashes) };
}

/** A spec folder of a project, as its manifest is asked about. */
export type StandingPlace = { readonly root: string; readonly dir: string; readonly shipped: Shipped };

type Kept = {
  readonly tool: string;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly on_disk: string }>>;
  readonly openspec_archived?: unknown;
  readonly standing?: Standing;
};

/** Gives what was noted of a spec when the tool, every input, every document and every base file are as the manifest knows them; otherwise nothing. */
export function readStanding(disk: Disk, { root, dir, shipped }: StandingPlace): Standing | undefined {
  return attempted(() => {
    const { tool, files, standing, openspec_archived } = parsed(
      disk,
      join(dir, '.base', 'manifest.json'),
    ) as Kept;
    if (standing === undefined || tool !== shipped.version || standing.shipped !== shipped.sha256)
      return undefined;
    if ((standing.archived ?? '') !== archivedHash(openspec_archived)) return undefined;
    const isSame = (path: string, sha256: string) => hashAt(disk, path) === sha256;
    const same =
      Object.entries(standing.inputs).every(([path, sha256]) => isSame(join(root, path), sha256)) &&
      Object.entries(files).every(
        ([path, { sha256, on_disk }]) =>
          sha256 === on_disk &&
          isSame(documentPath({ root, dir }, path), sha256) &&
          isSame(join(dir, '.base', path), sha256),
      );
    return same ? standing : undefined;
  });
}

/** Finds the folders of the specs of a project without reading its settings in full; nothing when they might say where specs lie, or that a block for assistants rests on all of them. */
export function plainSpecs(disk: Disk, root: string): readonly string[] | undefined {
  return attempted(() => {
    const config = join(root, OWN, 'config.yaml');
    const text = disk.kind(config) === undefined ? '' : textAt(disk, config);
    if (/specs|agents|[{&*]/.test(text)) return undefined;
    const folder = join(root, 'specs');
    const entries = disk.list(folder);
    // Where a link leads has to be looked at in earnest.
    if (entries.some(({ kind }) => kind === 'link')) return undefined;
    const names = entries.filter(({ kind }) => kind === 'folder');
    const specs = names.filter(({ name }) => disk.kind(join(folder, name, 'answers.yaml')) === 'file');
    return specs.map(({ name }) => join(folder, name)).sort();
  });
}

// Whatever is missing, unreadable or of another shape is a reason to check in earnest, never a failure.
function attempted<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function parsed(disk: Disk, path: string): unknown {
  return JSON.parse(textAt(disk, path));
}

function textAt(disk: Disk, path: string): string {
  return Buffer.from(disk.read(path)).toString('utf8');
}

function hashAt(disk: Disk, path: string): string {
  if (disk.kind(path) === undefined) return ABSENT;
  return createHash('sha256').update(disk.read(path)).digest('hex');
}
