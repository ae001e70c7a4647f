import { createDisk, type Disk } from '../../src/store/index.js';

/** A disk on which the process dies, and the names of the steps that were begun. */
export type CrashingDisk = { readonly disk: Disk; readonly steps: readonly string[] };

/** Makes a real disk on which the process dies at its n-th writing step (counted from 0): a file that is being written stays torn, and nothing is done any more. */
export function aCrashingDisk(at: number): CrashingDisk {
  const real = createDisk();
  const steps: string[] = [];
  const dies = (name: string, last: () => void = () => undefined): void => {
    steps.push(name);
    if (steps.length - 1 < at) return;
    if (steps.length - 1 === at) last();
    throw Object.assign(new Error(`EIO: ${name}`), { code: 'EIO' });
  };
  const disk: Disk = {
    ...real,
    makeFolder: (path) => {
      if (real.kind(path) !== 'folder') dies('makeFolder');
      real.makeFolder(path);
    },
    create: (file) => {
      dies('create', () => real.create(torn(file)));
      real.create(file);
    },
    rename: (from, to) => {
      dies('rename');
      real.rename(from, to);
    },
    remove: (path) => {
      dies('remove');
      real.remove(path);
    },
    syncFolder: (path) => {
      dies('syncFolder');
      real.syncFolder(path);
    },
  };
  return { disk, steps };
}

type NewFile = Parameters<Disk['create']>[0];

const torn = (file: NewFile): NewFile => ({ ...file, text: file.text.slice(0, file.text.length / 2) });
