import { createDisk, type Disk } from '../../src/store/index.js';

/** A disk that fails at one of its steps, and the names of the steps that were taken. */
export type FailingDisk = { readonly disk: Disk; readonly steps: readonly string[] };

const WRITING: readonly (keyof Disk)[] = ['makeFolder', 'create', 'rename', 'remove', 'syncFolder'];

/** Makes a real disk whose n-th writing step (counted from 0) fails with a code; when it `stays` broken, so does every later one, as after a crash. */
export function aFailingDisk(failing: number, code = 'ENOSPC', stays = false): FailingDisk {
  const real = createDisk();
  const steps: string[] = [];
  const step = (name: string): void => {
    steps.push(name);
    const at = steps.length - 1;
    if (at === failing || (stays && at > failing))
      throw Object.assign(new Error(`${code}: ${name}`), { code });
  };
  const wrapped = WRITING.map((name) => {
    const action = real[name] as (...given: readonly unknown[]) => void;
    const failable = (...given: readonly unknown[]): void => {
      step(name);
      action(...given);
    };
    return [name, failable] as const;
  });
  return { disk: { ...real, ...(Object.fromEntries(wrapped) as Pick<Disk, 'create'>) }, steps };
}
