import { err, ok, type Problem, type Result } from '../kernel/index.js';

/** What was attempted, as a sentence that holds when it failed (`The answer is not saved`), and on which file. */
export type Attempt = { readonly failed: string; readonly path: string };

/** Runs an action on the disk; what the system refuses becomes a problem, a bug stays a bug. */
export function attempt<T>({ failed, path }: Attempt, action: () => T): Result<T> {
  try {
    return ok(action());
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return err([{ ...diskProblem(code, failed), place: { file: path } }]);
  }
}

/** Says what the disk refused, when that was thrown where nothing was attempted; of a bug there is nothing to say. */
export function systemProblem(error: unknown): Problem | undefined {
  const code = systemCode(error);
  if (code === undefined || !(code in REASONS || OF_DISKS.includes(code))) return undefined;
  const said = diskProblem(code, 'A file or folder cannot be looked at');
  return error instanceof Error && 'path' in error ? { ...said, place: { file: String(error.path) } } : said;
}

const OF_DISKS = ['EIO', 'EBUSY', 'EMFILE', 'ENFILE', 'ESTALE'];

function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

type Reason = { readonly code: string; readonly because: string; readonly hint: string };

const FULL: Reason = {
  code: 'disk-full',
  because: 'the disk is full',
  hint: 'Free some space, then do the same again; nothing that was saved before is lost.',
};
const FORBIDDEN: Reason = {
  code: 'disk-forbidden',
  because: 'the system does not allow it',
  hint: 'Check who owns the file and its folder, then do the same again.',
};

const REASONS: Readonly<Record<string, Reason>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: {
    code: 'disk-read-only',
    because: 'the disk is read-only',
    hint: 'Make it writable, or work in a copy of the project elsewhere.',
  },
  ENOENT: {
    code: 'file-missing',
    because: 'the file or its folder is not there',
    hint: 'Check the path; if it was moved or deleted meanwhile, put it back.',
  },
  EISDIR: {
    code: 'file-is-folder',
    because: 'a folder stands where a file is expected',
    hint: 'Move the folder away, or choose another name.',
  },
  ENOTDIR: {
    code: 'folder-is-file',
    because: 'a file stands where a folder is expected',
    hint: 'Move the file away, or choose another name.',
  },
  ENAMETOOLONG: { code: 'path-too-long', because: 'the path is too long', hint: 'Choose a shorter name.' },
  ELOOP: { code: 'link-loop', because: 'a symbolic link leads back to itself', hint: 'Remove the link.' },
};

function diskProblem(code: string, failed: string): Problem {
  const reason = REASONS[code] ?? {
    code: 'disk-failure',
    because: `the system answered ${code}`,
    hint: 'Check the disk, then do the same again.',
  };
  return {
    code: reason.code,
    message: `${failed}: ${reason.because}.`,
    hint: reason.hint,
  };
}
