import { createDisk, type Disk } from '../../src/store/index.js';

const READING = ['read', 'size', 'kind', 'mode', 'modified', 'list', 'realPath'] as const;

/** A disk of which one look fails, and how often it was looked at. */
export type FailingReader = { readonly disk: Disk; readonly looks: () => number };

/** Makes a real disk of which the n-th look (counted from 0) fails with a code. */
export function aFailingReader(failing: number, code = 'EIO'): FailingReader {
  const real = createDisk();
  let looks = 0;
  const wrapped = READING.map((name) => {
    const action = real[name] as (path: string) => unknown;
    const failable = (path: string): unknown => {
      looks += 1;
      if (looks - 1 === failing) throw Object.assign(new Error(`${code}: ${name} ${path}`), { code });
      return action(path);
    };
    return [name, failable] as const;
  });
  return { disk: { ...real, ...(Object.fromEntries(wrapped) as Pick<Disk, 'read'>) }, looks: () => looks };
}

/** Makes a real disk that is full at the n-th file it creates: half of the text is there, and then nothing more goes. */
export function aShortWriter(failing: number): { readonly disk: Disk; readonly files: () => number } {
  const real = createDisk();
  let files = 0;
  const create: Disk['create'] = (file) => {
    files += 1;
    if (files - 1 < failing) {
      real.create(file);
      return;
    }
    real.create({ ...file, text: file.text.slice(0, file.text.length / 2) });
    throw Object.assign(new Error('ENOSPC: short write'), { code: 'ENOSPC' });
  };
  return { disk: { ...real, create }, files: () => files };
}
