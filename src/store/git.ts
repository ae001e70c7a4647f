import { execFileSync } from 'node:child_process';
import { relative } from 'node:path';
import process from 'node:process';
import { err, ok, type Result } from '../kernel/index.js';

const MOST_BYTES = 5_000_000;

/** Reads a file as git has it at a revision; `path` is absolute and below the root. Git is only read: no hook, filter or pager runs. */
export function readAtRevision(root: string, revision: string, path: string): Result<string> {
  const name = relative(root, path).replaceAll('\\', '/');
  if (!/^[\w@][\w./@{}^~-]*$/.test(revision)) return err([notRevision(revision)]);
  try {
    const text = execFileSync('git', ['-C', root, 'cat-file', 'blob', `${revision}:./${name}`], {
      env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: MOST_BYTES,
      encoding: 'utf8',
    });
    return ok(text);
  } catch {
    return err([notThere(revision, name)]);
  }
}

function notRevision(revision: string) {
  return {
    code: 'not-a-revision',
    message: `${JSON.stringify(revision)} is not a revision of git.`,
    hint: 'Name a branch, a tag or a commit, for example --from main.',
  };
}

function notThere(revision: string, name: string) {
  return {
    code: 'not-in-revision',
    message: `Git has no ${name} at ${revision}.`,
    hint: 'Name a revision in which the spec was rendered and committed.',
  };
}
