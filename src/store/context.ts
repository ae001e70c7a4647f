import { dirname, join } from 'node:path';
import type { Result } from '../kernel/index.js';
import { readAnswers, type AnswersFile } from './answers-file.js';
import type { Disk } from './disk.js';
import { attempt } from './failure.js';
import { writeAtomic } from './file.js';
import type { Project, SpecPaths } from './project.js';

/** Reads the answers shared by all specs (`raw.answers`); nothing when there is no such file. */
export function readContext(disk: Disk, path: string): Result<AnswersFile | undefined> {
  return readAnswers(disk, path);
}

/** Where the files of the shared context lie, as absolute paths: the answers, with draft and lock beside them. */
export function contextPaths({ context }: Project): SpecPaths {
  const dir = dirname(context);
  return {
    slug: 'context',
    dir,
    answers: context,
    draft: join(dir, '.draft.json'),
    lock: join(dir, '.lock'),
    base: join(dir, '.base'),
    schema: 'schema/context.json',
  };
}

const IGNORED =
  '# What is being typed, who holds the shared context, and files half written.\n.draft.json\n.lock\n*.tmp\n';

/** Makes the folder of the shared context; the first time it also gets a file that keeps drafts and locks out of git. */
export function createContextDir(disk: Disk, project: Project): Result<SpecPaths> {
  const paths = contextPaths(project);
  return attempt({ failed: 'The folder of the shared context is not made', path: paths.dir }, () => {
    disk.makeFolder(paths.dir);
    const path = join(paths.dir, '.gitignore');
    if (disk.kind(path) === undefined) writeAtomic(disk, { path, text: IGNORED });
    return paths;
  });
}
